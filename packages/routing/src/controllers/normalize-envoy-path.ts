const unreserved = /^[A-Za-z0-9._~-]$/;

function decodeUnreserved(path: string): string {
  return path.replaceAll(/%([0-9a-fA-F]{2})/g, (escape, pair: string) => {
    const letter = String.fromCharCode(Number.parseInt(pair, 16));
    return unreserved.test(letter) ? letter : escape;
  });
}

/** Without dot segments and never above the root; one at the end leaves a slash. */
function resolveDots(path: string): string {
  const parts = path.split('/').slice(1);
  const kept: string[] = [];
  for (const [index, part] of parts.entries()) {
    if (part === '..') kept.pop();
    else if (part !== '.') kept.push(part);
    if (index === parts.length - 1 && (part === '.' || part === '..')) kept.push('');
  }
  return `/${kept.join('/')}`;
}

/** As Envoy reads a path with `normalize_path`: unreserved letters decoded, backslashes turned, dot segments resolved. */
export const normalizeEnvoyPath = (path: string): string =>
  resolveDots(decodeUnreserved(path).replaceAll('\\', '/'));

/** The same with `merge_slashes`, which comes after the dots. */
export const mergeEnvoySlashes = (path: string): string =>
  normalizeEnvoyPath(path).replaceAll(/\/{2,}/g, '/');
