import { keyOf, type Ingress } from '@fairlead/kube-objects';
import {
  isNginxFlagSet,
  listIngressPaths,
  type IngressPathPlace,
  type ServingController,
} from '@fairlead/routing';
import type { CheckContext } from '../check.ts';

export const isCanary = (ingress: Ingress): boolean => isNginxFlagSet(ingress, 'canary') === true;

/** ingress-nginx knows two types. */
const typeOf = ({ path: { pathType } }: IngressPathPlace): string =>
  pathType === 'Exact' ? 'Exact' : 'Prefix';

export const pathTextOf = ({ path: { path } }: IngressPathPlace): string => path || '/';

/** Whether a canary's path goes with another path: the same host, path and type. */
export const isSameRule = (a: IngressPathPlace, b: IngressPathPlace): boolean =>
  a.host.toLowerCase() === b.host.toLowerCase() && pathTextOf(a) === pathTextOf(b) && typeOf(a) === typeOf(b);

/** The paths of a host in all ordinary Ingresses of the controller. */
export const listMainPaths = (
  context: CheckContext,
  controller: ServingController,
  host: string,
): readonly IngressPathPlace[] =>
  context
    .ingressesAt(controller, host)
    .filter((ingress) => !isCanary(ingress))
    .flatMap(listIngressPaths)
    .filter((place) => place.host.toLowerCase() === host.toLowerCase());

const idOf = ({ metadata }: Ingress): string => `${metadata.namespace ?? ''}/${metadata.name}`;

/** The oldest first, of equally old ones the last by name, as ingress-nginx takes them. */
function isBefore(a: Ingress, b: Ingress): boolean {
  const [ageOfA = '9999', ageOfB = '9999'] = [a.metadata.creationTimestamp, b.metadata.creationTimestamp];
  return ageOfA === ageOfB ? idOf(a) > idOf(b) : ageOfA < ageOfB;
}

/** The first canary of the same rule that comes before this one. */
export const findCanaryBefore = (
  context: CheckContext,
  controller: ServingController,
  { ingress, place }: { readonly ingress: Ingress; readonly place: IngressPathPlace },
): Ingress | undefined =>
  context
    .ingressesAt(controller, place.host)
    .filter((other) => keyOf(other) !== keyOf(ingress) && isCanary(other) && isBefore(other, ingress))
    .toSorted((a, b) => (isBefore(a, b) ? -1 : 1))
    .find((other) => listIngressPaths(other).some((each) => isSameRule(each, place)));
