import { keyOf, type IngressClass } from '@fairlead/kube-objects';
import { isDefaultIngressClass, type IngressController, type WayIn } from '@fairlead/routing';
import { controllerNodeId, unclassedControllerId } from './graph-ids.ts';
import { toGraphNode } from './graph-node.ts';
import type { GraphNode, GraphRow } from './graph.ts';

/** One line of a node of the Exposure column. */
export const toFact = (id: string, text: string, isMono = false): GraphRow => ({
  id,
  kind: 'fact',
  text,
  isMono,
});

const wayWords: Readonly<Record<WayIn, string>> = {
  LoadBalancer: 'LoadBalancer',
  hostNetwork: 'host network',
  hostPort: 'host ports',
  NodePort: 'NodePort',
  ClusterIP: 'inside the cluster only',
};

function listRunFacts(controllers: readonly IngressController[]): readonly GraphRow[] {
  const [first] = controllers;
  if (first === undefined) return [toFact('run', 'No Pods of it recognised')];
  const ports = new Set(controllers.flatMap((controller) => controller.ports.map(({ port }) => port)));
  const sum = (of: (controller: IngressController) => number): number =>
    controllers.reduce((all, controller) => all + of(controller), 0);
  const ready = sum(({ readyCount }) => readyCount);
  const pods = sum(({ podCount }) => podCount);
  const run =
    controllers.length === 1
      ? `${first.workload.kind}, ${wayWords[first.way]}`
      : `${controllers.length} workloads`;
  return [
    toFact('run', run),
    ...(ports.size > 0 ? [toFact('ports', `Ports ${[...ports].join(', ')}`)] : []),
    toFact('ready', `${ready} of ${pods} ready`),
  ];
}

const nameOfClass = (found: IngressClass): string =>
  isDefaultIngressClass(found) ? `${found.metadata.name} (default)` : found.metadata.name;

/** The part by which people know it: `ingress-nginx` of `k8s.io/ingress-nginx`, `traefik.io` of `traefik.io/ingress-controller`. */
function shortNameOf(controller: string): string {
  const slash = controller.lastIndexOf('/');
  const tail = controller.slice(slash + 1);
  const isTelling = tail !== 'ingress-controller' && tail !== 'controller';
  return (isTelling || slash < 0 ? tail : controller.slice(0, slash)) || 'no controller named';
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
  const classFact = `${classes.length === 1 ? 'Class' : 'Classes'} ${classes.map(nameOfClass).join(', ')}`;
  const [run, ...others] = listRunFacts(running);
  return toGraphNode({
    id: controllerNodeId(controller),
    kind: 'controller',
    column: 'exposure',
    namespace: undefined,
    name: shortNameOf(controller),
    ref: only !== undefined && another === undefined ? only.workload : undefined,
    rows: [...(run === undefined ? [] : [run]), toFact('classes', classFact), ...others],
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
    rows: [...listRunFacts([controller]), toFact('classes', 'No IngressClass')],
  });
