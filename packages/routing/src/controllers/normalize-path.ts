const hexPair = /^[0-9a-fA-F]{2}$/;

/** Bytes of UTF-8 as text, byte by byte as Latin-1: enough to compare with and to print again. */
function decodePercent(path: string): string | undefined {
  let text = '';
  for (let at = 0; at < path.length; at += 1) {
    const letter = path.charAt(at);
    if (letter !== '%') {
      text += letter;
      continue;
    }
    const pair = path.slice(at + 1, at + 3);
    if (!hexPair.test(pair) || pair === '00') return undefined;
    text += String.fromCharCode(Number.parseInt(pair, 16));
    at += 2;
  }
  return text;
}

/**
 * Dot segments resolved and, when asked for, slashes merged; a final dot segment leaves a final slash. `undefined` when it
 * climbs above the root.
 */
function resolveDots(path: string): string | undefined {
  const parts = path.split('/').slice(1);
  const kept: string[] = [];
  for (const [index, part] of parts.entries()) {
    const isLast = index === parts.length - 1;
    if (part === '..') {
      if (kept.length === 0) return undefined;
      kept.pop();
    } else if (part !== '.' && part !== '') kept.push(part);
    if (isLast && (part === '' || part === '.' || part === '..')) kept.push('');
  }
  return `/${kept.join('/')}`;
}

/** [NGX-1] As nginx reads a path: decoded, slashes merged, dots resolved; `undefined` for what it answers with 400. */
export function normalizeNginxPath(path: string): string | undefined {
  const decoded = decodePercent(path);
  return decoded === undefined ? undefined : resolveDots(decoded);
}

const isUnreserved = (letter: string): boolean => /[A-Za-z0-9._~-]/.test(letter);

/** [TRK-4] As Traefik reads a path: unreserved letters decoded, slashes merged, dots resolved and never above the root. */
export function normalizeTraefikPath(path: string): string {
  const decoded = path.replaceAll(/%([0-9a-fA-F]{2})/g, (escape, pair: string) => {
    const letter = String.fromCharCode(Number.parseInt(pair, 16));
    return isUnreserved(letter) ? letter : escape;
  });
  const kept: string[] = [];
  const parts = decoded.split('/');
  for (const part of parts) {
    if (part === '..') kept.pop();
    else if (part !== '.' && part !== '') kept.push(part);
  }
  const slash = decoded.endsWith('/') && kept.length > 0 ? '/' : '';
  return `/${kept.join('/')}${slash}`;
}
