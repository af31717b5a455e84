const hexPair = /^[0-9a-fA-F]{2}$/;

function readUtf8(path: string): string | undefined {
  try {
    return decodeURIComponent(path);
  } catch (error) {
    if (error instanceof URIError) return undefined;
    throw error;
  }
}

/** Percent-encoded bytes as text: UTF-8 where they are, else byte by byte as Latin-1. */
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
  return readUtf8(path) ?? text;
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
