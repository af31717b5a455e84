import { keyOf, keyOfRef, type Ingress, type ObjectKey, type ObjectRef } from '@fairlead/kube-objects';
import type { BuildContext, BuiltRoutes } from '../controllers/routing-profile.ts';
import { admitIngress, type AdmittedIngress } from './admit-ingress.ts';
import { buildHostTables } from './host-tables.ts';
import type { HostTable } from './route.ts';
import {
  assembleIndex,
  buildRoutingIndex,
  compareAge,
  groupDropped,
  type IndexUpkeep,
  type RoutingIndex,
  type RoutingWorld,
} from './routing-index.ts';

const backendKinds: ReadonlySet<string> = new Set(['Service', 'EndpointSlice', 'Pod']);

/** The hosts whose tables an Ingress takes part in; `undefined`: it may take part in any. */
function hostsOf({ spec }: Ingress, tied: readonly string[] | undefined): readonly string[] | undefined {
  if (tied === undefined) return undefined;
  const named = (spec.rules ?? []).map(({ host = '' }) => host.toLowerCase());
  const certified = (spec.tls ?? []).flatMap(({ hosts = [] }) => hosts.map((host) => host.toLowerCase()));
  return [...named, ...certified, ...tied, ...(spec.defaultBackend === undefined ? [] : [''])];
}

const isServed = ({ rejection }: AdmittedIngress): boolean => rejection === undefined;

/** Hosts whose tables may come out otherwise, and the Ingresses that have a part in these. */
interface Scope {
  readonly hosts: ReadonlySet<string>;
  readonly ingresses: readonly Ingress[];
}

/** What changes with some Ingresses, ties between hosts followed; `undefined`: it may be everything. */
function findScope(
  { profile: { listTiedHosts }, options }: Pick<RoutingIndex, 'profile' | 'options'>,
  changed: readonly Ingress[],
  admitted: readonly AdmittedIngress[],
): Scope | undefined {
  if (listTiedHosts === undefined) return undefined;
  const hosts = new Set<string>();
  const bound: (readonly string[])[] = [];
  for (const ingress of changed) {
    const own = hostsOf(ingress, listTiedHosts(ingress, options));
    if (own === undefined) return undefined;
    for (const host of own) hosts.add(host);
  }
  const parts: { readonly ingress: Ingress; readonly own: readonly string[] }[] = [];
  for (const { ingress } of admitted.filter(isServed)) {
    const tied = listTiedHosts(ingress, options);
    const own = hostsOf(ingress, tied);
    if (tied === undefined || own === undefined) return undefined;
    if (tied.length > 0) bound.push(own);
    parts.push({ ingress, own });
  }
  addBound(hosts, bound);
  const ingresses = parts
    .filter(
      ({ ingress, own }) => ingress.spec.defaultBackend !== undefined || own.some((host) => hosts.has(host)),
    )
    .map(({ ingress }) => ingress);
  return { hosts, ingresses };
}

/** Adds hosts that are bound to those in the set, until there are no more. */
function addBound(hosts: Set<string>, bound: readonly (readonly string[])[]): void {
  for (let size = -1; size !== hosts.size;) {
    ({ size } = hosts);
    for (const group of bound)
      if (group.some((host) => hosts.has(host))) for (const host of group) hosts.add(host);
  }
}

function mergeMaps<T>(
  old: ReadonlyMap<string, T> | undefined,
  fresh: ReadonlyMap<string, T> | undefined,
  isChanged: (host: string) => boolean,
): Map<string, T> {
  const merged = new Map(old);
  for (const host of merged.keys()) if (isChanged(host)) merged.delete(host);
  for (const [host, value] of fresh ?? []) if (isChanged(host)) merged.set(host, value);
  return merged;
}

function mergeSets(
  old: ReadonlySet<string> | undefined,
  fresh: ReadonlySet<string>,
  isChanged: (host: string) => boolean,
): Set<string> {
  const merged = new Set(old);
  for (const host of merged) if (isChanged(host)) merged.delete(host);
  for (const host of fresh) if (isChanged(host)) merged.add(host);
  return merged;
}

function mergeBuilt(old: BuiltRoutes, fresh: BuiltRoutes, isChanged: (host: string) => boolean): BuiltRoutes {
  return {
    routes: [
      ...old.routes.filter(({ host }) => !isChanged(host)),
      ...fresh.routes.filter(({ host }) => isChanged(host)),
    ],
    dropped: [
      ...old.dropped.filter(({ route }) => !isChanged(route.host)),
      ...fresh.dropped.filter(({ route }) => isChanged(route.host)),
    ],
    hosts: [...old.hosts.filter((host) => !isChanged(host)), ...fresh.hosts.filter(isChanged)],
    defaults: fresh.defaults,
    tlsHosts: mergeSets(old.tlsHosts, fresh.tlsHosts, isChanged),
    ...(fresh.openRoutes === undefined
      ? {}
      : { openRoutes: mergeMaps(old.openRoutes, fresh.openRoutes, isChanged) }),
    ...(fresh.listeners === undefined
      ? {}
      : { listeners: mergeMaps(old.listeners, fresh.listeners, isChanged) }),
    ...(fresh.tlsClaims === undefined
      ? {}
      : { tlsClaims: mergeMaps(old.tlsClaims, fresh.tlsClaims, isChanged) }),
    ...(fresh.owners === undefined ? {} : { owners: mergeMaps(old.owners, fresh.owners, isChanged) }),
  };
}

type Tables = Pick<RoutingIndex, 'exactHosts' | 'wildcardHosts' | 'patternHosts' | 'anyHost'>;

function mergeTables(
  old: RoutingIndex,
  fresh: ReadonlyMap<string, HostTable>,
  hosts: ReadonlySet<string>,
): Tables {
  const exactHosts = new Map(old.exactHosts);
  const wildcardHosts = new Map(old.wildcardHosts);
  for (const host of hosts) {
    const table = fresh.get(host);
    const [tables, key] = host.startsWith('*.') ? [wildcardHosts, host.slice(1)] : [exactHosts, host];
    if (table === undefined) tables.delete(key);
    else if (host !== '') tables.set(key, table);
  }
  const { patternHosts } = old;
  return { exactHosts, wildcardHosts, patternHosts, anyHost: hosts.has('') ? fresh.get('') : old.anyHost };
}

interface Update {
  readonly world: RoutingWorld;
  readonly admitted: readonly AdmittedIngress[];
  readonly scope: Scope;
  readonly upkeep: IndexUpkeep;
}

/** Builds the tables of some hosts anew and keeps the others. */
function rebuildHosts(index: RoutingIndex, { world, admitted, scope, upkeep }: Update): RoutingIndex {
  const { profile, options } = index;
  const { reader, certificates } = world;
  const targetOf = upkeep.consulted.watch(upkeep.targets.targetOf);
  const context: BuildContext = { reader, options, certificates, targetOf };
  const isChanged = (host: string): boolean => scope.hosts.has(host);
  const fresh = profile.buildRoutes(scope.ingresses, context);
  const tables = buildHostTables(
    fresh.routes.filter(({ host }) => isChanged(host)),
    fresh.hosts.filter(isChanged),
    upkeep.matchers,
  );
  return assembleIndex({
    world,
    profile,
    options,
    built: mergeBuilt(index.built, fresh, isChanged),
    ...mergeTables(index, tables, scope.hosts),
    droppedByHost: mergeMaps(index.droppedByHost, groupDropped(fresh.dropped), isChanged),
    admitted,
    upkeep,
  });
}

/** All Ingresses as they are now, of which only some may have changed. */
function admitChanged(
  index: RoutingIndex,
  world: RoutingWorld,
  { keys, upkeep }: { readonly keys: ReadonlyMap<ObjectKey, ObjectRef>; readonly upkeep: IndexUpkeep },
): readonly AdmittedIngress[] {
  const { profile, options } = index;
  const { reader, certificates } = world;
  const context: BuildContext = { reader, options, certificates, targetOf: upkeep.targets.targetOf };
  const kept = index.admitted.filter(({ ingress }) => !keys.has(keyOf(ingress)));
  const fresh = [...keys.values()].flatMap(({ namespace, name }) => {
    const ingress = reader.find('Ingress', namespace, name);
    return ingress === undefined ? [] : [admitIngress(ingress, profile, context)];
  });
  return [...kept, ...fresh].toSorted((a, b) => compareAge(a.ingress, b.ingress));
}

const refOfIngress = ({ metadata: { namespace, name } }: Ingress): ObjectRef => ({
  kind: 'Ingress',
  namespace,
  name,
});

/**
 * The index of a world in which nothing but the given objects has changed since `index` was built or updated: what
 * `buildRoutingIndex` would answer. Changes behind Services build no table anew unless the controller leaves out what has no
 * endpoints; changes of Ingresses only those of their hosts, where the profile knows how hosts are tied. Other certificates,
 * classes or access to kinds need a fresh build.
 */
export function updateRoutingIndex(
  index: RoutingIndex,
  world: RoutingWorld,
  changed: readonly ObjectRef[],
): RoutingIndex {
  const { profile, options } = index;
  const isOther = changed.some(({ kind }) => kind === 'IngressClass');
  if (isOther || world.certificates !== index.world.certificates)
    return buildRoutingIndex(world, profile, options);
  const namespaces = new Set(
    changed.flatMap(({ kind, namespace = '' }) => (backendKinds.has(kind) ? [namespace] : [])),
  );
  const targets = index.upkeep.targets.movedTo(world.reader, namespaces);
  const upkeep = { ...index.upkeep, targets, consulted: index.upkeep.consulted.copy() };
  const affected = upkeep.consulted.listAffected(namespaces, targets.targetOf).map(refOfIngress);
  const ingressRefs = [...changed.filter(({ kind }) => kind === 'Ingress'), ...affected];
  const keys = new Map(ingressRefs.map((ref) => [keyOfRef(ref), ref]));
  if (keys.size === 0) return { ...index, world, upkeep, targetOf: targets.targetOf };
  const admitted = admitChanged(index, world, { keys, upkeep });
  for (const { ingress } of index.admitted) if (keys.has(keyOf(ingress))) upkeep.consulted.forget(ingress);
  const versions = [...index.admitted, ...admitted].flatMap(({ ingress }) =>
    keys.has(keyOf(ingress)) ? [ingress] : [],
  );
  const scope = findScope(index, versions, admitted);
  return scope === undefined
    ? buildRoutingIndex(world, profile, options)
    : rebuildHosts(index, { world, admitted, scope, upkeep });
}
