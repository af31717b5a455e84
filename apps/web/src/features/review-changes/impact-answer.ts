import type { Finding } from '@fairlead/diagnostics';

/** What a draft does to the picture of the cluster and to what is wrong with it. */
export interface ImpactAnswer {
  readonly nodesAdded: readonly ImpactPart[];
  readonly nodesRemoved: readonly ImpactPart[];
  readonly edgesAdded: readonly ImpactPart[];
  readonly edgesRemoved: readonly ImpactPart[];
  readonly introduced: readonly Finding[];
  readonly fixed: readonly Finding[];
}

/** A node or edge of the picture. */
export interface ImpactPart {
  readonly id: string;
  readonly label: string;
}
