import type { ObjectReader, Workload } from '@fairlead/kube-objects';
import type { ProfileName } from '../controllers/routing-profile.ts';
import { recogniseController, repositoryOf } from './controller-profile.ts';
import type { IngressController } from './ingress-controller.ts';

/** Programs that read the options where another one takes the requests, by the repository of their image. */
const apart: ReadonlyMap<ProfileName, RegExp> = new Map([
  ['contour', /(^|\/)projectcontour\/contour$/],
  ['kong', /(^|\/)kubernetes-ingress-controller$/],
  ['alb', /(^|\/)aws-load-balancer-controller$/],
]);

function argumentsOf({ spec }: Workload, image?: RegExp): readonly string[] {
  const containers = spec.template?.spec?.containers ?? [];
  return containers
    .filter((container) => image === undefined || image.test(repositoryOf(container.image ?? '')))
    .flatMap(({ command = [], args = [] }) => [...command, ...args]);
}

/** [CTL-1] [CTL-13] Whether a workload runs a controller, or the program that reads the options of one. */
export const runsController = (workload: Workload): boolean =>
  recogniseController(workload) !== undefined ||
  [...apart.values()].some((image) => argumentsOf(workload, image).length > 0);

/**
 * [CTL-13] The words that a controller was started with: of all containers that take its requests or, where the program that
 * reads Ingresses is another one, of that one, in the same namespace if it is known which. Empty where it is not in the cluster.
 */
export function listControllerArguments(
  reader: ObjectReader,
  profile: ProfileName,
  running: IngressController | undefined,
): readonly string[] {
  const image = apart.get(profile);
  if (image === undefined) {
    const { kind, namespace, name } = running?.workload ?? {};
    const workload = kind && reader.find(kind, namespace, name ?? '');
    return workload === undefined ? [] : argumentsOf(workload);
  }
  const workloads = [
    ...reader.list('Deployment', running?.namespace),
    ...reader.list('DaemonSet', running?.namespace),
    ...reader.list('StatefulSet', running?.namespace),
  ];
  return workloads.map((workload) => argumentsOf(workload, image)).find((words) => words.length > 0) ?? [];
}
