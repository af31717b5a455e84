import { clientsId } from './graph-ids.ts';
import type { LaneTotals } from './layout-lane.ts';
import type { Scene } from './scene.ts';

/** What the heads of the columns say: `Ingress 4 · 10 rules`, `Service 8 · 1 missing`, `Pods 14 in 8 workloads`. */
export interface ColumnCounts extends LaneTotals {
  /** Controllers, classes that do not exist included. */
  readonly exposure: number;
}

/** Counts of the shown lanes; folded ones count, what a class filter leaves out does not. */
export function countColumns({ lanes, exposure }: Scene): ColumnCounts {
  const counts = { ingresses: 0, rules: 0, services: 0, missing: 0, pods: 0, workloads: 0 };
  for (const { totals } of lanes) {
    counts.ingresses += totals.ingresses;
    counts.rules += totals.rules;
    counts.services += totals.services;
    counts.missing += totals.missing;
    counts.pods += totals.pods;
    counts.workloads += totals.workloads;
  }
  return { ...counts, exposure: exposure.exposure.nodes.filter(({ id }) => id !== clientsId).length };
}
