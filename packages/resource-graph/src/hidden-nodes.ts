import type { Kind, ObjectReader } from '@fairlead/kube-objects';
import { hiddenNodeId } from './graph-ids.ts';
import { toGraphNode } from './graph-node.ts';
import type { Column, GraphNode } from './graph.ts';

const kindsOfColumn: readonly (readonly [Column, readonly Kind[]])[] = [
  ['ingress', ['Ingress']],
  ['service', ['Service']],
  ['pods', ['Pod', 'EndpointSlice', 'Deployment', 'ReplicaSet', 'StatefulSet', 'DaemonSet', 'Job']],
];

const isForbidden = (reader: ObjectReader, kind: Kind, namespace: string): boolean =>
  !reader.isKnown(kind, namespace) &&
  reader
    .listAccess()
    .some(
      (access) =>
        access.kind === kind &&
        access.state === 'forbidden' &&
        (access.namespace === undefined || access.namespace === namespace),
    );

/**
 * One node for each column in which permissions hide something of the namespace. `wanted` are columns that edges lead to
 * although nothing there is known, for whatever reason.
 */
export function listHiddenNodes(
  reader: ObjectReader,
  namespace: string,
  wanted: ReadonlySet<Column>,
): readonly GraphNode[] {
  return kindsOfColumn.flatMap(([column, kinds]) => {
    const hiddenKinds = kinds.filter((kind) => isForbidden(reader, kind, namespace));
    if (hiddenKinds.length === 0 && !wanted.has(column)) return [];
    return [
      toGraphNode({
        id: hiddenNodeId(namespace, column),
        kind: 'hidden',
        column,
        namespace,
        name: '',
        hiddenKinds,
      }),
    ];
  });
}
