import { kindInfo, kinds, type ObjectReader } from '@fairlead/kube-objects';
import { listAccounted } from './list-accounted.ts';
import type { Scene } from './scene.ts';

/** `drawn`: objects with a node or a Pod's mark of their own. `counted`: those that stand behind something drawn. */
export interface Accounting {
  readonly drawn: number;
  readonly counted: number;
  /** Objects of the shown namespaces and those that belong to no namespace, as listed. */
  readonly total: number;
  readonly namespaces: number;
}

/** Namespace objects count with their lanes, all other objects without namespace with the Exposure column. */
function countListed(reader: ObjectReader, { lanes }: Scene): number {
  let total = 0;
  for (const kind of kinds) {
    if (kindInfo(kind).isNamespaced)
      for (const { lane } of lanes) total += reader.list(kind, lane.namespace).length;
    else if (kind === 'Namespace')
      total += lanes.filter(({ lane }) => reader.find(kind, undefined, lane.namespace) !== undefined).length;
    else total += reader.count(kind);
  }
  return total;
}

/** `total` is counted from the objects, the rest from the picture: that they agree is worth showing. */
export function countAccounted(reader: ObjectReader, scene: Scene): Accounting {
  const drawn = scene.lanes.reduce((sum, { drawnObjects }) => sum + drawnObjects, 0);
  const standing = scene.lanes.reduce((sum, { accountedObjects }) => sum + accountedObjects, 0);
  const all = listAccounted(scene.exposure.exposure).length + standing;
  return { drawn, counted: all - drawn, total: countListed(reader, scene), namespaces: scene.lanes.length };
}
