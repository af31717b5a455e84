import type { Ingress } from '@fairlead/kube-objects';
import { ingressIdOf } from '../engine/route.ts';
import { partOf } from './f5-nginx-annotations.ts';
import { listRulePaths, type RulePath } from './list-rules.ts';
import type { LoserReason } from '../trace.ts';

/** One server of nginx: a host, the Ingress that owns it, and the rules that count there. */
export interface F5Server {
  readonly host: string;
  readonly owner: Ingress;
  /** Nothing tells which of several Ingresses owns the host. */
  readonly isAssumed: boolean;
  readonly rules: readonly RulePath[];
}

/** A rule without effect. */
export interface F5Dropped {
  readonly rule: RulePath;
  readonly reason: LoserReason;
}

const timeOf = ({ metadata }: Ingress): string => metadata.creationTimestamp ?? '9999';
const uidOf = ({ metadata }: Ingress): string => metadata.uid ?? '';

/** [F5N-5] The older one; of equally old ones the one with the greater uid. */
function isBefore(a: Ingress, b: Ingress): boolean {
  if (timeOf(a) !== timeOf(b)) return timeOf(a) < timeOf(b);
  if (uidOf(a) !== uidOf(b)) return uidOf(a) > uidOf(b);
  return ingressIdOf(a) < ingressIdOf(b);
}

const isTie = (a: Ingress, b: Ingress): boolean => timeOf(a) === timeOf(b) && uidOf(a) === uidOf(b);

interface Owner {
  readonly ingress: Ingress;
  readonly isAssumed: boolean;
}

/** [F5N-5] The owner of every host; minions own none. */
function findOwners(ingresses: readonly Ingress[]): ReadonlyMap<string, Owner> {
  const owners = new Map<string, Owner>();
  for (const ingress of ingresses) {
    if (partOf(ingress) === 'minion') continue;
    for (const { host = '' } of ingress.spec.rules ?? []) {
      const holder = owners.get(host);
      if (holder === undefined) owners.set(host, { ingress, isAssumed: false });
      else if (isBefore(ingress, holder.ingress))
        owners.set(host, { ingress, isAssumed: isTie(ingress, holder.ingress) });
      else if (isTie(ingress, holder.ingress)) owners.set(host, { ...holder, isAssumed: true });
    }
  }
  return owners;
}

/** [F5N-6] Of the same path in several minions the oldest one's, whatever the path's type. */
function findPathHolders(minionRules: readonly RulePath[]): ReadonlyMap<string, Ingress> {
  const holders = new Map<string, Ingress>();
  for (const { ingress, host, path } of minionRules) {
    const key = `${host} ${path.path ?? ''}`;
    const holder = holders.get(key);
    if (holder === undefined || isBefore(ingress, holder)) holders.set(key, ingress);
  }
  return holders;
}

const byName = (ingresses: readonly Ingress[]): readonly Ingress[] =>
  ingresses.toSorted((a, b) => (ingressIdOf(a) < ingressIdOf(b) ? -1 : 1));

/** [F5N-5] [F5N-6] Every host with its owner and rules, and the rules that have no effect. */
export function listF5Servers(ingresses: readonly Ingress[]): {
  readonly servers: readonly F5Server[];
  readonly dropped: readonly F5Dropped[];
} {
  const owners = findOwners(ingresses);
  const rules = listRulePaths(byName(ingresses));
  const holders = findPathHolders(rules.filter(({ ingress }) => partOf(ingress) === 'minion'));
  const kept = new Map<string, RulePath[]>([...owners.keys()].map((host) => [host, []]));
  const dropped: F5Dropped[] = [];
  for (const rule of rules) {
    const { ingress, host, path } = rule;
    const owner = owners.get(host)?.ingress;
    const isMinion = partOf(ingress) === 'minion';
    if (owner === undefined) dropped.push({ rule, reason: 'ROUTE_NOT_BUILT' });
    else if (isMinion ? partOf(owner) !== 'master' : owner !== ingress)
      dropped.push({ rule, reason: 'SHADOWED' });
    else if (isMinion && holders.get(`${host} ${path.path ?? ''}`) !== ingress)
      dropped.push({ rule, reason: 'SHADOWED' });
    else kept.get(host)?.push(rule);
  }
  const servers = [...owners].map(([host, { ingress, isAssumed }]) => ({
    host,
    owner: ingress,
    isAssumed,
    rules: kept.get(host) ?? [],
  }));
  return { servers, dropped };
}
