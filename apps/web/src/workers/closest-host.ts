/** How many letters differ, at most `limit` + 1. */
function distanceOf(a: string, b: string, limit: number): number {
  if (Math.abs(a.length - b.length) > limit) return limit + 1;
  let above = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let row = 1; row <= a.length; row += 1) {
    const line = [row];
    for (let column = 1; column <= b.length; column += 1) {
      const isSame = a[row - 1] === b[column - 1];
      line.push(
        Math.min(
          (above[column] ?? 0) + 1,
          (line[column - 1] ?? 0) + 1,
          (above[column - 1] ?? 0) + (isSame ? 0 : 1),
        ),
      );
    }
    if (Math.min(...line) > limit) return limit + 1;
    above = line;
  }
  return above[b.length] ?? limit + 1;
}

/** Two letters wrong in a short name make another name. */
const limitFor = (host: string): number => (host.length < 6 ? 1 : 2);

/** The host that is spelled most like the wanted one, where a slip of the finger explains the difference. */
export function findClosestHost(hosts: Iterable<string>, wanted: string): string | undefined {
  let closest: string | undefined;
  let best = limitFor(wanted);
  for (const host of hosts) {
    if (host === '' || host === wanted) continue;
    const distance = distanceOf(host, wanted, best);
    if (distance > best || (distance === best && closest !== undefined)) continue;
    closest = host;
    best = distance;
  }
  return closest;
}
