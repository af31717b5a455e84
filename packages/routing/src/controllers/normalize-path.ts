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

/** [TRK-4] As Traefik hands a path on: unreserved letters decoded, slashes merged, dots resolved and never above the root. */
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

const keptByGo = /^[A-Za-z0-9\-_.~!$&'()*+,;=:@[\]%/]*$/;

/**
 * [TRK-4] As Go writes a path: as it came, unless it has a character that URLs do not have. Then all of it is decoded and
 * encoded anew, with `!'()*[]` and encoded slashes too.
 */
function writeAsGo(path: string): string {
  if (keptByGo.test(path)) return path;
  return encodeURIComponent(readUtf8(path) ?? path)
    .replaceAll(/%(?:24|26|2B|2C|2F|3A|3B|3D|40)/g, (escape) => decodeURIComponent(escape))
    .replaceAll(/[!'()*]/g, (letter) => `%${(letter.codePointAt(0) ?? 0).toString(16).toUpperCase()}`);
}

/** [TRK-4] As Traefik hands a path on. */
export const forwardTraefikPath = (path: string): string => normalizeTraefikPath(writeAsGo(path));

/** One byte of ASCII, or the bytes of one other character. */
const encodedCharacter = /%(?:[89a-fA-F][0-9a-fA-F](?:%[89abAB][0-9a-fA-F])*|[0-7][0-9a-fA-F])/g;
const reservedInTraefik = ":/?#[]@!$&'()*+,;=%";

/** [TRK-4] As Traefik's rules see a path: handed on like that, then everything decoded but what RFC 3986 reserves, and `%`. */
export const readTraefikPath = (path: string): string =>
  forwardTraefikPath(path).replaceAll(encodedCharacter, (escape) => {
    if (escape.length > 3) return readUtf8(escape) ?? escape;
    const letter = String.fromCharCode(Number.parseInt(escape.slice(1), 16));
    return reservedInTraefik.includes(letter) || letter > '\x7f' ? escape.toUpperCase() : letter;
  });
