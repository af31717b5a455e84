const stretch = 4_096;

/** How many characters two texts have in common at their beginning and at their end; together at most the shorter text. */
export interface EqualEnds {
  readonly start: number;
  readonly end: number;
}

/** Stretch by stretch, for whole texts are compared much faster than characters. */
function countFromStart(a: string, b: string): number {
  const shorter = Math.min(a.length, b.length);
  let at = 0;
  while (at < shorter && a.slice(at, at + stretch) === b.slice(at, at + stretch)) at += stretch;
  at = Math.min(at, shorter);
  while (at < shorter && a.charCodeAt(at) === b.charCodeAt(at)) at += 1;
  return at;
}

function countFromEnd(a: string, b: string, most: number): number {
  const areSame = (from: number, to: number): boolean =>
    a.slice(a.length - to, a.length - from) === b.slice(b.length - to, b.length - from);
  let count = 0;
  while (count + stretch <= most && areSame(count, count + stretch)) count += stretch;
  while (count < most && a.charCodeAt(a.length - 1 - count) === b.charCodeAt(b.length - 1 - count))
    count += 1;
  return count;
}

/** Where two texts are the same. */
export function findEqualEnds(a: string, b: string): EqualEnds {
  const start = countFromStart(a, b);
  return { start, end: countFromEnd(a, b, Math.min(a.length, b.length) - start) };
}
