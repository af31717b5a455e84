/** Edits of one letter (insert, delete, replace) between two texts; `undefined` when there are more than `limit`. */
export function editDistance(a: string, b: string, limit: number): number | undefined {
  if (Math.abs(a.length - b.length) > limit) return undefined;
  let row = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const replaced = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      next.push(Math.min(replaced, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
    }
    if (Math.min(...next) > limit) return undefined;
    row = next;
  }
  const distance = row[b.length] ?? 0;
  return distance <= limit ? distance : undefined;
}

/** As far apart as a slip of the keyboard: two letters, or one of a text shorter than four. */
export const typoDistance = (a: string, b: string): number | undefined =>
  editDistance(a, b, Math.min(a.length, b.length) < 4 ? 1 : 2);

/** The candidate that was probably meant: the nearest within a slip, the first in order among equally near ones. */
export function findNearText(wanted: string, candidates: readonly string[]): string | undefined {
  let nearest: { readonly text: string; readonly distance: number } | undefined;
  for (const text of candidates.toSorted()) {
    const distance = typoDistance(wanted, text);
    if (distance !== undefined && (nearest === undefined || distance < nearest.distance))
      nearest = { text, distance };
  }
  return nearest?.text;
}
