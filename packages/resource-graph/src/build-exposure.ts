import { keyOf, type IngressClass, type Node, type ObjectReader } from '@fairlead/kube-objects';
import { findIngressClass, isDefaultIngressClass } from '@fairlead/routing';
import { classGhostId, clientsId, controllerNodeId, unreadClassId } from './graph-ids.ts';
import { toGraphNode } from './graph-node.ts';
import type { GraphEdge, GraphExposure, GraphNode, GraphRow } from './graph.ts';

const toFact = (id: string, text: string, isMono: boolean): GraphRow => ({ id, kind: 'fact', text, isMono });

/** The address at which clients may find a Node; what is reachable from outside comes first. */
function addressOf({ status }: Node): string | undefined {
  const addresses = status?.addresses ?? [];
  const of = (type: string): string | undefined =>
    addresses.find((address) => address.type === type)?.address;
  return of('ExternalIP') ?? of('InternalIP') ?? addresses[0]?.address;
}

/** `edge-1 192.168.50.11` and `+ edge-2, edge-3`: where requests may arrive. */
function listArrivals(nodes: readonly Node[]): readonly GraphRow[] {
  const [first, ...others] = nodes;
  if (first === undefined) return [];
  const names = others.slice(0, 2).map(({ metadata }) => metadata.name);
  const rest = others.length > 2 ? [`${others.length - 2} more`] : [];
  const arrival = toFact('arrival', [first.metadata.name, addressOf(first)].join(' ').trim(), true);
  return others.length === 0
    ? [arrival]
    : [arrival, toFact('others', `+ ${[...names, ...rest].join(', ')}`, false)];
}

function buildClients(nodes: readonly Node[]): GraphNode {
  return toGraphNode({
    id: clientsId,
    kind: 'clients',
    column: 'exposure',
    namespace: undefined,
    name: 'Clients',
    rows: listArrivals(nodes),
    stands: nodes.map((node) => keyOf(node)),
  });
}

/** `ingress-nginx` of `k8s.io/ingress-nginx`: the part by which people know it. */
const shortNameOf = (controller: string): string =>
  controller.slice(controller.lastIndexOf('/') + 1) || 'no controller named';

function buildController(controller: string, classes: readonly IngressClass[]): GraphNode {
  const names = classes.map((found) =>
    isDefaultIngressClass(found) ? `${found.metadata.name} (default)` : found.metadata.name,
  );
  return toGraphNode({
    id: controllerNodeId(controller),
    kind: 'controller',
    column: 'exposure',
    namespace: undefined,
    name: shortNameOf(controller),
    rows: [toFact('classes', `${names.length === 1 ? 'Class' : 'Classes'} ${names.join(', ')}`, false)],
    stands: classes.map((found) => keyOf(found)),
  });
}

function buildControllers(classes: readonly IngressClass[]): readonly GraphNode[] {
  const byController = new Map<string, IngressClass[]>();
  for (const found of classes) {
    const controller = found.spec.controller ?? '';
    const known = byController.get(controller);
    if (known === undefined) byController.set(controller, [found]);
    else known.push(found);
  }
  return [...byController].map(([controller, its]) => buildController(controller, its));
}

/** Classes that Ingresses name and that are not there, or that nobody can tell. */
function buildUnresolvedClasses(reader: ObjectReader): readonly GraphNode[] {
  const nodes = new Map<string, GraphNode>();
  for (const ingress of reader.list('Ingress')) {
    const found = findIngressClass(reader, ingress);
    if (found.kind !== 'missing' && found.kind !== 'unknown') continue;
    const name = found.name ?? '';
    const isMissing = found.kind === 'missing';
    const id = isMissing ? classGhostId(name) : unreadClassId(name);
    if (name === '' || nodes.has(id)) continue;
    const why = isMissing ? 'No IngressClass of this name' : 'IngressClasses cannot be read';
    nodes.set(
      id,
      toGraphNode({
        id,
        kind: isMissing ? 'ingress-class-ghost' : 'controller',
        column: 'exposure',
        namespace: undefined,
        name,
        className: name,
        rows: [toFact('why', why, false)],
      }),
    );
  }
  return [...nodes.values()];
}

const compareNodes = (a: GraphNode, b: GraphNode): number => {
  if (a.name !== b.name) return a.name < b.name ? -1 : 1;
  return a.id < b.id ? -1 : a.id > b.id ? 1 : 0;
};

const toExposureEdge = ({ id }: GraphNode): GraphEdge => ({
  id: `${clientsId}>${id}`,
  kind: 'exposure',
  fromNode: clientsId,
  fromRow: undefined,
  toNode: id,
  toRow: undefined,
  state: 'ok',
});

/**
 * The column that belongs to no namespace: the clients, who account for the Nodes; one node for each controller, which
 * accounts for its IngressClasses; and a ghost for each class that Ingresses name and that does not exist.
 */
export function buildExposure(reader: ObjectReader): GraphExposure {
  const controllers = buildControllers(reader.list('IngressClass')).toSorted(compareNodes);
  const unresolved = buildUnresolvedClasses(reader).toSorted(compareNodes);
  const reached = [...controllers, ...unresolved.filter(({ kind }) => kind === 'controller')];
  return {
    nodes: [
      buildClients(reader.list('Node')),
      ...reached,
      ...unresolved.filter(({ kind }) => kind === 'ingress-class-ghost'),
    ],
    edges: reached.map(toExposureEdge),
  };
}
