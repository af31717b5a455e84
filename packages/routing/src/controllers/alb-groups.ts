import type { Ingress } from '@fairlead/kube-objects';
import { ingressIdOf } from '../engine/route.ts';
import { parseListenPorts } from './parse-alb-annotation.ts';
import { annotationOf } from './routing-profile.ts';

/** The value of one of the controller's annotations. */
export const albAnnotation = (ingress: Ingress, name: string): string | undefined =>
  annotationOf(ingress, `alb.ingress.kubernetes.io/${name}`);

/** Ingresses that share a load balancer, in the order in which their rules are asked. */
export interface AlbGroup {
  readonly name: string;
  readonly members: readonly Ingress[];
  /** Something in a member keeps the controller from building the load balancer. */
  readonly isBroken: boolean;
}

const groupName = /^([a-z0-9][-a-z0-9.]*)?[a-z0-9]$/;

/** `undefined`: the name is not allowed, and the Ingress is in no group. */
function groupNameOf(ingress: Ingress): string | undefined {
  const named = albAnnotation(ingress, 'group.name');
  if (named === undefined) return `ingress ${ingressIdOf(ingress)}`;
  return groupName.test(named) && named.length <= 63 ? `group ${named}` : undefined;
}

/** `undefined`: none that is allowed. */
function orderOf(ingress: Ingress): number | undefined {
  const text = albAnnotation(ingress, 'group.order') ?? '0';
  const order = /^[-+]?\d+$/.test(text) ? Number(text) : Number.NaN;
  return Math.abs(order) <= 1000 ? order : undefined;
}

const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** [ALB-5] */
const compareMembers = (a: Ingress, b: Ingress): number =>
  (orderOf(a) ?? 0) - (orderOf(b) ?? 0) || compareText(ingressIdOf(a), ingressIdOf(b));

/** [ALB-6] A load balancer for every group, and for every Ingress that names none; the order is that of first members. */
export function listAlbGroups(ingresses: readonly Ingress[]): readonly AlbGroup[] {
  const members = new Map<string, Ingress[]>();
  for (const ingress of ingresses.toSorted(compareMembers)) {
    const name = groupNameOf(ingress);
    if (name === undefined) continue;
    const known = members.get(name);
    if (known === undefined) members.set(name, [ingress]);
    else known.push(ingress);
  }
  return [...members].map(([name, each]) => ({
    name,
    members: each,
    isBroken: each.some((ingress) => orderOf(ingress) === undefined) || !hasAllowedDefault(each),
  }));
}

/** [ALB-15] More than one default backend is refused. */
const hasAllowedDefault = (members: readonly Ingress[]): boolean =>
  members.filter(({ spec }) => spec.defaultBackend !== undefined).length <= 1;

const plainHttp: ReadonlySet<string> = new Set(['http']);
const onlyHttps: ReadonlySet<string> = new Set(['https']);

/** [ALB-14] The schemes that an Ingress asks to listen for; `undefined`: it cannot be read. */
export function listenersOf(ingress: Ingress): ReadonlySet<string> | undefined {
  const ports = albAnnotation(ingress, 'listen-ports');
  if (ports !== undefined) return parseListenPorts(ports);
  return albAnnotation(ingress, 'certificate-arn') === undefined ? plainHttp : onlyHttps;
}
