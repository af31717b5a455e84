import { keyOf, type IngressClass } from '@fairlead/kube-objects';
import { isDefaultIngressClass, type IngressController } from '@fairlead/routing';
import { controllerNodeId, unclassedControllerId } from './graph-ids.ts';
import { toGraphNode } from './graph-node.ts';
import type { GraphNode, GraphRow } from './graph.ts';
import type { NodeFact, ServedClass } from './node-fact.ts';

/** One line of a node that tells a fact. */
export const toFactRow = (id: string, fact: NodeFact): GraphRow => ({ id, kind: 'fact', fact });

function listRunFacts(controllers: readonly IngressController[]): readonly GraphRow[] {
  const [first] = controllers;
  if (first === undefined) return [toFactRow('run', { kind: 'no-pods-recognised' })];
  const ports = [...new Set(controllers.flatMap((controller) => controller.ports.map(({ port }) => port)))];
  const sum = (of: (controller: IngressController) => number): number =>
    controllers.reduce((all, controller) => all + of(controller), 0);
  const ready = sum(({ readyCount }) => readyCount);
  const all = sum(({ podCount }) => podCount);
  const run: NodeFact =
    controllers.length === 1
      ? { kind: 'workload', workloadKind: first.workload.kind, way: first.way }
      : { kind: 'several-workloads', count: controllers.length };
  return [
    toFactRow('run', run),
    ...(ports.length > 0 ? [toFactRow('ports', { kind: 'ports', ports })] : []),
    toFactRow('ready', { kind: 'ready-pods', ready, all }),
  ];
}

const toServedClass = (found: IngressClass): ServedClass => ({
  name: found.metadata.name,
  isDefault: isDefaultIngressClass(found),
});

/** The part by which people know it: `ingress-nginx` of `k8s.io/ingress-nginx`, `traefik.io` of `traefik.io/ingress-controller`; empty where none is named. */
function shortNameOf(controller: string): string {
  const slash = controller.lastIndexOf('/');
  const tail = controller.slice(slash + 1);
  const isTelling = tail !== 'ingress-controller' && tail !== 'controller';
  return isTelling || slash < 0 ? tail : controller.slice(0, slash);
}

/**
 * Everything that goes by one `spec.controller`, which accounts for its IngressClasses. `running` are the workloads
 * recognised as serving one of them; its `ref` is the workload when there is just one.
 */
export function buildControllerNode(
  controller: string,
  classes: readonly IngressClass[],
  running: readonly IngressController[],
): GraphNode {
  const [only, another] = running;
  const [run, ...others] = listRunFacts(running);
  return toGraphNode({
    id: controllerNodeId(controller),
    kind: 'controller',
    column: 'exposure',
    namespace: undefined,
    name: shortNameOf(controller),
    ref: only !== undefined && another === undefined ? only.workload : undefined,
    rows: [
      ...(run === undefined ? [] : [run]),
      toFactRow('classes', { kind: 'classes', classes: classes.map(toServedClass) }),
      ...others,
    ],
    stands: classes.map((found) => keyOf(found)),
  });
}

/** A controller that runs and serves no IngressClass that is known. */
export const buildUnclassedController = (controller: IngressController): GraphNode =>
  toGraphNode({
    id: unclassedControllerId(controller.id),
    kind: 'controller',
    column: 'exposure',
    namespace: undefined,
    name: controller.name,
    ref: controller.workload,
    rows: [...listRunFacts([controller]), toFactRow('classes', { kind: 'classes', classes: [] })],
  });
