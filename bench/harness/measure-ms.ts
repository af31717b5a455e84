/** How long some work takes that awaits nothing. */
export function measureMs(work: () => unknown): number {
  const startedAtMs = performance.now();
  work();
  return performance.now() - startedAtMs;
}
