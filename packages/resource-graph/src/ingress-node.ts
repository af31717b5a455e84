import { keyOf, refOf, type Ingress, type IngressTls } from '@fairlead/kube-objects';
import {
  isTlsHost,
  matchesWildcardHost,
  type BackendResolution,
  type ClassResolution,
  type IngressPathReference,
  type IngressReferences,
} from '@fairlead/routing';
import {
  annotatedClassId,
  classGhostId,
  controllerNodeId,
  defaultBackendRowId,
  hiddenNodeId,
  hostRowId,
  pathRowId,
  portRowId,
  serviceGhostId,
  targetOf,
  unreadClassId,
} from './graph-ids.ts';
import { toGraphNode } from './graph-node.ts';
import type { GraphEdge, GraphNode, GraphRow } from './graph.ts';

/** The entry that names the host comes before one that covers it by wildcard, and that before one without hosts. */
function findTls(ingress: Ingress, host: string): IngressTls | undefined {
  const entries = ingress.spec.tls ?? [];
  const wanted = host.toLowerCase();
  return (
    entries.find(({ hosts = [] }) => hosts.some((covered) => covered.toLowerCase() === wanted)) ??
    entries.find(({ hosts = [] }) => hosts.some((covered) => matchesWildcardHost(covered, wanted))) ??
    entries.find(({ hosts = [] }) => hosts.length === 0)
  );
}

const toHostRow = (ingress: Ingress, host: string): GraphRow => ({
  id: hostRowId(host),
  kind: 'host',
  host,
  hasTls: isTlsHost(ingress, host),
  secretName: findTls(ingress, host)?.secretName,
});

/** What a backend names, for reading: `web:http`, `Bucket/static`, or nothing. */
function backendText(backend: IngressPathReference['path']['backend'] | undefined): string {
  if (backend?.service !== undefined) {
    const { name, port } = backend.service;
    const wanted = port?.name || port?.number;
    return wanted === undefined ? name : `${name}:${wanted}`;
  }
  return backend?.resource === undefined ? '' : `${backend.resource.kind}/${backend.resource.name}`;
}

/** The id of a path's row, by the names the API gives it. */
export const rowIdOfPath = ({ host, path, ordinal }: IngressPathReference): string =>
  pathRowId({ host, path: path.path ?? '', pathType: path.pathType, ordinal });

const toPathRow = (reference: IngressPathReference): GraphRow => ({
  id: rowIdOfPath(reference),
  kind: 'path',
  host: reference.host,
  path: reference.path.path ?? '',
  pathType: reference.path.pathType,
  ordinal: reference.ordinal,
  backend: backendText(reference.path.backend),
});

/** Hosts in the order of their first rule, each once, its paths below it in file order; the default backend last. */
function buildRows({ ingress, hosts, paths, defaultBackend }: IngressReferences): readonly GraphRow[] {
  const pathsOf = new Map<string, GraphRow[]>(hosts.map((host) => [host, []]));
  for (const reference of paths) pathsOf.get(reference.host)?.push(toPathRow(reference));
  const rows = [...pathsOf].flatMap(([host, rowsOfHost]) => [toHostRow(ingress, host), ...rowsOfHost]);
  if (defaultBackend === undefined) return rows;
  const backend = backendText(defaultBackend.source);
  return [...rows, { id: defaultBackendRowId, kind: 'default-backend', backend }];
}

const classNameOf = (resolution: ClassResolution): string =>
  resolution.kind === 'none' ? '' : (resolution.name ?? '');

/** An Ingress with its hosts and paths. */
export function buildIngressNode(references: IngressReferences): GraphNode {
  const { ingress, paths } = references;
  const className = classNameOf(references.class);
  return toGraphNode({
    id: keyOf(ingress),
    kind: 'ingress',
    column: 'ingress',
    namespace: ingress.metadata.namespace,
    name: ingress.metadata.name,
    badge: className === '' ? undefined : { kind: 'class', className },
    ref: refOf(ingress),
    rows: buildRows(references),
    ruleCount: paths.length,
    className,
    stands: [keyOf(ingress)],
  });
}

/**
 * Whether nothing can serve this class: `spec.ingressClassName` names an IngressClass that does not exist. The annotation
 * `kubernetes.io/ingress.class` is older than IngressClasses and names a controller's class directly, so it needs no object.
 */
export const isClassGhost = (resolution: ClassResolution): boolean =>
  resolution.kind === 'missing' && resolution.source === 'field';

/** Where an Ingress of this class begins in the Exposure column; `undefined` when it names no class. */
export function exposureNodeOf(resolution: ClassResolution): string | undefined {
  if (resolution.kind === 'resolved') return controllerNodeId(resolution.ingressClass.spec.controller ?? '');
  if (resolution.kind === 'none' || resolution.name === undefined) return undefined;
  if (resolution.kind === 'unknown') return unreadClassId(resolution.name);
  return isClassGhost(resolution) ? classGhostId(resolution.name) : annotatedClassId(resolution.name);
}

interface EdgeEnd {
  readonly toNode: string;
  readonly toRow: string | undefined;
  readonly state: GraphEdge['state'];
}

/** Where a backend's edge ends; `undefined` for what is no Service or names nothing. */
function endOf(namespace: string, backend: BackendResolution): EdgeEnd | undefined {
  switch (backend.kind) {
    case 'port':
      return { toNode: keyOf(backend.service), toRow: portRowId(backend.portId), state: 'ok' };
    case 'no-port':
      return { toNode: keyOf(backend.service), toRow: undefined, state: 'broken' };
    case 'no-service':
      return { toNode: serviceGhostId(namespace, backend.name), toRow: undefined, state: 'broken' };
    case 'hidden':
      return { toNode: hiddenNodeId(namespace, 'service'), toRow: undefined, state: 'ok' };
    default:
      return undefined;
  }
}

/** The tap of the controller's trunk and one edge for each path and the default backend. */
export function buildIngressEdges(references: IngressReferences): readonly GraphEdge[] {
  const { ingress, paths, defaultBackend } = references;
  const namespace = ingress.metadata.namespace ?? '';
  const fromNode = keyOf(ingress);
  const edges: GraphEdge[] = [];
  const add = (fromRow: string, backend: BackendResolution): void => {
    const end = endOf(namespace, backend);
    if (end !== undefined)
      edges.push({ id: targetOf(fromNode, fromRow), kind: 'backend', fromNode, fromRow, ...end });
  };
  const begin = exposureNodeOf(references.class);
  if (begin !== undefined)
    edges.push({
      id: `${begin}>${fromNode}`,
      kind: 'trunk',
      fromNode: begin,
      fromRow: undefined,
      toNode: fromNode,
      toRow: undefined,
      state: isClassGhost(references.class) ? 'broken' : 'ok',
    });
  for (const reference of paths) add(rowIdOfPath(reference), reference.backend);
  if (defaultBackend !== undefined) add(defaultBackendRowId, defaultBackend.resolution);
  return edges;
}
