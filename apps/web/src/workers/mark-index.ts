import type { Finding, Severity } from '@fairlead/diagnostics';
import { keyOfRef, labelValue, serviceNameLabel, type ObjectReader } from '@fairlead/kube-objects';
import { hostRowId, pathRowId, portRowId, targetOf, type GraphModel } from '@fairlead/resource-graph';
import type { GraphMark } from './questions.ts';

const rank: Readonly<Record<Severity, number>> = { error: 0, warning: 1, info: 2 };

/** The worse of two severities. */
export const worseOf = (one: Severity | undefined, other: Severity): Severity =>
  one === undefined || rank[other] < rank[one] ? other : one;

export const worstOf = (findings: readonly Finding[]): Severity | undefined =>
  findings.reduce<Severity | undefined>((worst, { severity }) => worseOf(worst, severity), undefined);

/** The marks of the picture: by node and row, and all their targets as the view wants them. */
export interface MarkIndex {
  readonly byTarget: ReadonlyMap<string, GraphMark>;
  readonly targets: ReadonlySet<string>;
}

/** The row a finding sits in; `undefined`: the object as a whole. */
function rowIdOf({ portId, path }: Finding['place']): string | undefined {
  if (portId !== undefined) return portRowId(portId);
  if (path === undefined) return undefined;
  return path.path === '' && path.pathType === '' ? hostRowId(path.host) : pathRowId(path);
}

/** The node in which an object is drawn. A slice stands behind its Service, a Pod behind its workload. */
function nodeIdOf({ place }: Finding, reader: ObjectReader, graph: GraphModel): string | undefined {
  const { ref } = place;
  const key = keyOfRef(ref);
  if (ref.kind === 'Service' || ref.kind === 'Ingress') return key;
  if (ref.kind === 'EndpointSlice') {
    const slice = reader.find('EndpointSlice', ref.namespace, ref.name);
    const service = labelValue(slice?.metadata.labels, serviceNameLabel);
    if (service !== undefined) return keyOfRef({ kind: 'Service', namespace: ref.namespace, name: service });
  }
  return graph.findNode(key)?.id;
}

function addMark(marks: Map<string, GraphMark>, target: string, { severity, label }: Finding): void {
  const known = marks.get(target);
  // Findings come in order of harm: the words of the first of the worst severity stay.
  const isWorse = known === undefined || worseOf(known.severity, severity) !== known.severity;
  marks.set(target, {
    target,
    severity: isWorse ? severity : known.severity,
    label: isWorse ? label : known.label,
    count: (known?.count ?? 0) + 1,
  });
}

/**
 * Puts the findings on the picture. What concerns a row of an Ingress marks that row alone, where its words stand; of a
 * Service also the node, whose foot says it in words. Hints mark nothing: healthy is silent.
 */
export function buildMarkIndex(
  findings: readonly Finding[],
  reader: ObjectReader,
  graph: GraphModel,
): MarkIndex {
  const marks = new Map<string, GraphMark>();
  for (const finding of findings) {
    if (finding.severity === 'info') continue;
    const nodeId = nodeIdOf(finding, reader, graph);
    if (nodeId === undefined) continue;
    const rowId = rowIdOf(finding.place);
    if (rowId !== undefined) addMark(marks, targetOf(nodeId, rowId), finding);
    if (rowId === undefined || finding.place.ref.kind !== 'Ingress') addMark(marks, nodeId, finding);
  }
  return { byTarget: marks, targets: new Set(marks.keys()) };
}
