const digits = /^[0-9]+$/;

/**
 * True when `a` is certainly older than `b`. Kubernetes' own resourceVersions are decimal numbers that grow; of any
 * other text nothing is said.
 */
export function isOlderVersion(a: string, b: string): boolean {
  if (!digits.test(a) || !digits.test(b)) return false;
  return a.length === b.length ? a < b : a.length < b.length;
}
