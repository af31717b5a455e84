import { keyOf, type Ingress } from '@fairlead/kube-objects';
import { listIngressHosts, type ConfigurationBreaker, type ServingController } from '@fairlead/routing';
import type { CheckContext } from '../check.ts';

/** The hosts of the Ingress's rules as tables are named after them, each once. */
export const listTableHosts = (ingress: Ingress): readonly string[] => [
  ...new Set(listIngressHosts(ingress).map((host) => host.toLowerCase())),
];

/** What in this Ingress keeps its controller from loading a configuration. */
export const listOwnBreakers = (
  context: CheckContext,
  controller: ServingController,
  ingress: Ingress,
): readonly ConfigurationBreaker[] =>
  listTableHosts(ingress)
    .flatMap((host) => context.breakersAt(controller, host))
    .filter(({ at }) => keyOf(at.ingress) === keyOf(ingress));
