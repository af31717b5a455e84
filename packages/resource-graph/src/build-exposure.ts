import { keyOf, type IngressClass, type Node, type ObjectReader } from '@fairlead/kube-objects';
import {
  findIngressClass,
  findIngressControllers,
  type ClassResolution,
  type IngressController,
} from '@fairlead/routing';
import { buildControllerNode, buildUnclassedController, toFactRow } from './controller-node.ts';
import { clientsId } from './graph-ids.ts';
import { toGraphNode } from './graph-node.ts';
import type { GraphEdge, GraphExposure, GraphNode, GraphRow } from './graph.ts';
import { exposureNodeOf, isClassGhost } from './ingress-node.ts';
import type { NodeFact } from './node-fact.ts';

/** Somewhere requests arrive: a Node by its name, or an address of its own. */
interface Arrival {
  readonly name: string;
  readonly address: string;
}

function addressOfNode({ status }: Node): string {
  const addresses = status?.addresses ?? [];
  const of = (type: string): string | undefined =>
    addresses.find((address) => address.type === type)?.address;
  return of('ExternalIP') ?? of('InternalIP') ?? addresses[0]?.address ?? '';
}

/** Where the recognised controllers are reached from outside; all Nodes when none is. */
function listArrivals(controllers: readonly IngressController[], nodes: readonly Node[]): readonly Arrival[] {
  const reached = new Map<string, Arrival>();
  for (const { addresses } of controllers)
    for (const { kind, host, nodeName } of addresses) {
      const id = nodeName ?? host;
      if (kind === 'cluster-ip' || reached.has(id)) continue;
      reached.set(id, { name: id, address: nodeName === undefined ? '' : host });
    }
  if (reached.size > 0) return [...reached.values()];
  return nodes.map((node) => ({ name: node.metadata.name, address: addressOfNode(node) }));
}

const othersNamed = 2;

function tellArrivals([first, ...others]: readonly Arrival[]): readonly GraphRow[] {
  if (first === undefined) return [];
  const arrival = toFactRow('arrival', { kind: 'arrival', ...first });
  if (others.length === 0) return [arrival];
  const names = others.slice(0, othersNamed).map(({ name }) => name);
  const moreCount = others.length - names.length;
  return [arrival, toFactRow('others', { kind: 'other-arrivals', names, moreCount })];
}

const buildClients = (controllers: readonly IngressController[], nodes: readonly Node[]): GraphNode =>
  toGraphNode({
    id: clientsId,
    kind: 'clients',
    column: 'exposure',
    namespace: undefined,
    name: '',
    rows: tellArrivals(listArrivals(controllers, nodes)),
    stands: nodes.map((node) => keyOf(node)),
  });

function buildControllers(
  classes: readonly IngressClass[],
  controllers: readonly IngressController[],
): readonly GraphNode[] {
  const byController = new Map<string, IngressClass[]>();
  for (const found of classes) {
    const controller = found.spec.controller ?? '';
    const known = byController.get(controller);
    if (known === undefined) byController.set(controller, [found]);
    else known.push(found);
  }
  const serving = (its: readonly IngressClass[]): readonly IngressController[] =>
    controllers.filter(({ classNames }) => its.some(({ metadata }) => classNames.includes(metadata.name)));
  return [
    ...[...byController].map(([controller, its]) => buildControllerNode(controller, its, serving(its))),
    ...controllers.filter(({ classNames }) => classNames.length === 0).map(buildUnclassedController),
  ];
}

function tellUnresolved(found: ClassResolution, className: string): NodeFact {
  const why = found.kind === 'unknown' ? 'not-known' : isClassGhost(found) ? 'missing' : 'annotated';
  return { kind: 'unresolved-class', className, why };
}

/** Classes that Ingresses name and that are not there, or of which nobody can tell. */
function buildUnresolvedClasses(reader: ObjectReader): readonly GraphNode[] {
  const nodes = new Map<string, GraphNode>();
  for (const ingress of reader.list('Ingress')) {
    const found = findIngressClass(reader, ingress);
    if (found.kind !== 'missing' && found.kind !== 'unknown') continue;
    const name = found.name ?? '';
    const id = exposureNodeOf(found);
    if (name === '' || id === undefined || nodes.has(id)) continue;
    const kind = isClassGhost(found) ? 'ingress-class-ghost' : 'controller';
    const rows = [toFactRow('why', tellUnresolved(found, name))];
    nodes.set(
      id,
      toGraphNode({ id, kind, column: 'exposure', namespace: undefined, name, className: name, rows }),
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
 * accounts for its IngressClasses; and a ghost for each class that `spec.ingressClassName` names and that does not exist. `controllers`
 * are those of {@link findIngressControllers}, for who has them at hand.
 */
export function buildExposure(
  reader: ObjectReader,
  controllers: readonly IngressController[] = findIngressControllers(reader),
): GraphExposure {
  const unresolved = buildUnresolvedClasses(reader).toSorted(compareNodes);
  const reached = [
    ...buildControllers(reader.list('IngressClass'), controllers).toSorted(compareNodes),
    ...unresolved.filter(({ kind }) => kind === 'controller'),
  ];
  return {
    nodes: [
      buildClients(controllers, reader.list('Node')),
      ...reached,
      ...unresolved.filter(({ kind }) => kind === 'ingress-class-ghost'),
    ],
    edges: reached.map(toExposureEdge),
  };
}
