import type { Ingress, ObjectReader } from '@fairlead/kube-objects';
import type { ControllerOptions } from '../controllers/options.ts';
import type {
  BuildContext,
  BuiltRoutes,
  CertificateFacts,
  DroppedRoute,
  RoutingProfile,
} from '../controllers/routing-profile.ts';
import { admitIngress, type AdmittedIngress, type RejectedIngress } from './admit-ingress.ts';
import type { BackendTarget } from './backend-target.ts';
import { ConsultedTargets } from './consulted-targets.ts';
import { buildHostTables, SharedMatchers } from './host-tables.ts';
import { ingressIdOf, type HostTable, type Route } from './route.ts';
import { TargetMemory } from './target-memory.ts';

/** Everything a route is computed from. */
export interface RoutingWorld {
  readonly reader: ObjectReader;
  /** Facts about TLS Secrets by `namespace/name`; absent where Secrets cannot be read. */
  readonly certificates?: ReadonlyMap<string, CertificateFacts>;
}

/** The routing table of one controller at one moment, and what is needed to explain it. */
export interface RoutingIndex {
  readonly world: RoutingWorld;
  readonly profile: RoutingProfile;
  readonly options: ControllerOptions;
  readonly built: BuiltRoutes;
  readonly exactHosts: ReadonlyMap<string, HostTable>;
  /** By what follows the asterisk, with its dot. */
  readonly wildcardHosts: ReadonlyMap<string, HostTable>;
  /** Tables that are found by a pattern of the host. */
  readonly patternHosts: readonly PatternTable[];
  readonly anyHost: HostTable | undefined;
  readonly droppedByHost: ReadonlyMap<string, readonly DroppedRoute[]>;
  /** [TRC-11] The default backend of the first Ingress that has a rule for the host. */
  readonly defaultByHost: ReadonlyMap<string, Route>;
  /** Of all Ingresses, oldest first. */
  readonly admitted: readonly AdmittedIngress[];
  readonly taken: readonly Ingress[];
  readonly assumedIngresses: ReadonlySet<string>;
  readonly rejected: readonly RejectedIngress[];
  readonly targetOf: (route: Pick<Route, 'ingress' | 'backend'>) => BackendTarget;
  readonly upkeep: IndexUpkeep;
}

export interface PatternTable {
  readonly table: HostTable;
  readonly regex: RegExp;
}

/** What an index is kept up to date with. */
export interface IndexUpkeep {
  readonly targets: TargetMemory;
  readonly consulted: ConsultedTargets;
  readonly matchers: SharedMatchers;
}

const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** [TRC-8] Oldest first, then by namespace and name; an object that is not stored yet comes last. */
export const compareAge = (a: Ingress, b: Ingress): number =>
  compareText(a.metadata.creationTimestamp ?? '9999', b.metadata.creationTimestamp ?? '9999') ||
  compareText(a.metadata.namespace ?? '', b.metadata.namespace ?? '') ||
  compareText(a.metadata.name, b.metadata.name);

/** Rules without effect, by the host that they are about. */
export function groupDropped(dropped: readonly DroppedRoute[]): ReadonlyMap<string, readonly DroppedRoute[]> {
  const byHost = new Map<string, DroppedRoute[]>();
  for (const each of dropped) byHost.set(each.route.host, [...(byHost.get(each.route.host) ?? []), each]);
  return byHost;
}

function defaultsByHost({ defaults }: BuiltRoutes): ReadonlyMap<string, Route> {
  const byHost = new Map<string, Route>();
  for (const route of defaults)
    for (const { host = '' } of route.ingress.spec.rules ?? [])
      if (!byHost.has(host.toLowerCase())) byHost.set(host.toLowerCase(), route);
  return byHost;
}

/** Everything that an index is assembled from. */
export interface IndexParts extends Pick<
  RoutingIndex,
  | 'world'
  | 'profile'
  | 'options'
  | 'built'
  | 'exactHosts'
  | 'wildcardHosts'
  | 'patternHosts'
  | 'anyHost'
  | 'droppedByHost'
> {
  /** Of all Ingresses, oldest first. */
  readonly admitted: readonly AdmittedIngress[];
  readonly upkeep: IndexUpkeep;
}

export function assembleIndex({ admitted, ...parts }: IndexParts): RoutingIndex {
  return {
    ...parts,
    admitted,
    defaultByHost: defaultsByHost(parts.built),
    taken: admitted.flatMap(({ ingress, rejection }) => (rejection === undefined ? [ingress] : [])),
    assumedIngresses: new Set(
      admitted.flatMap(({ ingress, isAssumed }) => (isAssumed ? [ingressIdOf(ingress)] : [])),
    ),
    rejected: admitted.flatMap(({ rejection }) => rejection ?? []),
    targetOf: parts.upkeep.targets.targetOf,
  };
}

/** The tables of hosts as they are looked up. */
export const splitTables = (
  tables: ReadonlyMap<string, HostTable>,
  { hostPatterns }: BuiltRoutes,
): Pick<RoutingIndex, 'exactHosts' | 'wildcardHosts' | 'patternHosts' | 'anyHost'> => ({
  exactHosts: new Map(
    [...tables].filter(([host]) => host !== '' && !host.startsWith('*.') && hostPatterns?.has(host) !== true),
  ),
  patternHosts: [...(hostPatterns ?? [])].flatMap(([host, regex]) => {
    const table = tables.get(host);
    return table === undefined ? [] : [{ table, regex }];
  }),
  wildcardHosts: new Map(
    [...tables].flatMap(([host, table]) => (host.startsWith('*.') ? [[host.slice(1), table] as const] : [])),
  ),
  anyHost: tables.get(''),
});

/** The routing table that a controller with this profile and these options makes of a world. */
export const buildRoutingIndex = (
  world: RoutingWorld,
  profile: RoutingProfile,
  options: ControllerOptions = {},
): RoutingIndex => buildIndexOf(world, world.reader.list('Ingress'), { profile, options });

/** The same of these Ingresses alone; everything else is that of the world. */
export function buildIndexOf(
  world: RoutingWorld,
  all: readonly Ingress[],
  { profile, options }: Pick<RoutingIndex, 'profile' | 'options'>,
): RoutingIndex {
  const { reader, certificates } = world;
  const upkeep: IndexUpkeep = {
    targets: new TargetMemory(reader, profile.backendRules),
    consulted: new ConsultedTargets(),
    matchers: new SharedMatchers(),
  };
  const targetOf = upkeep.consulted.watch(upkeep.targets.targetOf);
  const context: BuildContext = { reader, options, certificates, targetOf };
  const ingresses = all.toSorted(compareAge);
  const admitted = ingresses.map((ingress) => admitIngress(ingress, profile, context));
  const taken = admitted.flatMap(({ ingress, rejection }) => (rejection === undefined ? [ingress] : []));
  const built = profile.buildRoutes(taken, context);
  const tables = buildHostTables(built.routes, built.hosts, upkeep.matchers);
  return assembleIndex({
    world,
    profile,
    options,
    built,
    ...splitTables(tables, built),
    droppedByHost: groupDropped(built.dropped),
    admitted,
    upkeep,
  });
}
