/** Indexes of a longest run of increasing numbers, in order: what may stay where it is when the rest moves around it. */
export const longestIncreasingRun = (numbers: readonly number[]): readonly number[] => {
  const ends: number[] = [];
  const before: number[] = [];
  for (const [index, value] of numbers.entries()) {
    let low = 0;
    let high = ends.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((numbers[ends[middle] ?? 0] ?? 0) < value) low = middle + 1;
      else high = middle;
    }
    before[index] = low > 0 ? (ends[low - 1] ?? -1) : -1;
    ends[low] = index;
  }
  const run: number[] = [];
  for (let at = ends.at(-1) ?? -1; at >= 0; at = before[at] ?? -1) run.push(at);
  return run.toReversed();
};
