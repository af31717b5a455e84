import type { BenchContext } from './harness/bench-context.ts';
import { startCountingProxy, type CountingProxy } from './harness/counting-proxy.ts';
import { megabytes, type Figure } from './harness/figure.ts';
import { loadOnce } from './harness/first-load.ts';
import { readSnapshot } from './harness/read-snapshot.ts';
import { toPairedSpreads, toSpread, type Pair } from './harness/spread.ts';

/** Bytes hardly vary: more runs say nothing more. */
const mostRuns = 3;

/** P11: bytes that bring the cluster to the browser until the picture is complete / bytes of the raw lists. */
export async function measureBytesToBrowser(context: BenchContext): Promise<Figure> {
  const { fixture } = context;
  const [cold, warm, updates]: [Pair[], Pair[], number[]] = [[], [], []];
  for (let run = 1; run <= Math.min(mostRuns, context.pairs); run += 1) {
    let proxy: CountingProxy | undefined;
    let [coldBytes, warmBytes] = [0, 0];
    try {
      const { listBytes: anchor } = await loadOnce(context, {
        fixture,
        addressOf: async (server) => {
          proxy = await startCountingProxy(server.origin);
          return server.address.replace(server.origin, proxy.origin);
        },
        inspect: async (server) => {
          coldBytes = (proxy?.snapshotBytes ?? 0) + (proxy?.updateBytes ?? 0);
          updates.push(proxy?.updateBytes ?? 0);
          warmBytes = (await readSnapshot(server)).packedBytes;
        },
      });
      cold.push({ product: coldBytes, anchor });
      warm.push({ product: warmBytes, anchor });
      context.note(`P11 ${run}: ${megabytes(coldBytes)} of ${megabytes(anchor)}`);
    } finally {
      proxy?.stop();
    }
  }
  const { ratio, product, anchor } = toPairedSpreads(cold);
  const later = toPairedSpreads(warm);
  return {
    id: 'P11',
    fixture,
    title: 'bytes to the browser for the complete picture / raw LIST bytes',
    ratio,
    digits: 4,
    goal: '<= 0.0050 (F10)',
    isMet: ratio.median <= 0.005,
    isRequired: false,
    isNoisy: false,
    product: megabytes(product.median),
    anchor: megabytes(anchor.median),
    notes: [
      `the first tab watches the server read: ${megabytes(toSpread(updates).median)} of it are updates over the socket`,
      `a tab that comes later takes one snapshot: ${megabytes(later.product.median)}, ratio ${later.ratio.median.toFixed(4)}`,
    ],
  };
}
