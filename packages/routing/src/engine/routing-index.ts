import type { Ingress, ObjectReader } from '@fairlead/kube-objects';
import type { ControllerOptions } from '../controllers/options.ts';
import type {
  BuildContext,
  BuiltRoutes,
  CertificateFacts,
  DroppedRoute,
  RoutingProfile,
} from '../controllers/routing-profile.ts';
import { checkIngressFields } from '../ingress/check-ingress-fields.ts';
import type { LoserReason, TraceStage } from '../trace.ts';
import { resolveBackendTarget, type BackendTarget } from './backend-target.ts';
import { buildHostTables, SharedMatchers } from './host-tables.ts';
import { ingressIdOf, type HostTable, type Route } from './route.ts';

/** Everything a route is computed from. */
export interface RoutingWorld {
  readonly reader: ObjectReader;
  /** Facts about TLS Secrets by `namespace/name`; absent where Secrets cannot be read. */
  readonly certificates?: ReadonlyMap<string, CertificateFacts>;
}

/** An Ingress that the controller does not serve. */
export interface RejectedIngress {
  readonly ingress: Ingress;
  readonly stage: Extract<TraceStage, 'admission' | 'class'>;
  readonly reason: Extract<
    LoserReason,
    'INVALID_INGRESS' | 'CLASS_NOT_FOUND' | 'CLASS_OTHER_CONTROLLER' | 'NO_CLASS'
  >;
  readonly field: string | undefined;
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
  readonly anyHost: HostTable | undefined;
  readonly droppedByHost: ReadonlyMap<string, readonly DroppedRoute[]>;
  /** [TRC-11] The default backend of the first Ingress that has a rule for the host. */
  readonly defaultByHost: ReadonlyMap<string, Route>;
  readonly taken: readonly Ingress[];
  readonly assumedIngresses: ReadonlySet<string>;
  readonly rejected: readonly RejectedIngress[];
  readonly targetOf: (route: Pick<Route, 'ingress' | 'backend'>) => BackendTarget;
}

const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** [TRC-8] Oldest first, then by namespace and name; an object that is not stored yet comes last. */
export const compareAge = (a: Ingress, b: Ingress): number =>
  compareText(a.metadata.creationTimestamp ?? '9999', b.metadata.creationTimestamp ?? '9999') ||
  compareText(a.metadata.namespace ?? '', b.metadata.namespace ?? '') ||
  compareText(a.metadata.name, b.metadata.name);

/** `spec.rules[0].host` for the place of a field. */
const fieldText = (path: readonly (string | number)[]): string =>
  path.reduce<string>(
    (text, part) => (typeof part === 'number' ? `${text}[${part}]` : text === '' ? part : `${text}.${part}`),
    '',
  );

/** [TRC-2] What the API server would refuse, with the first field it would name. */
function findRefusal(ingress: Ingress): RejectedIngress | undefined {
  const wrong = checkIngressFields(ingress).find(({ severity }) => severity === 'error');
  return wrong === undefined
    ? undefined
    : { ingress, stage: 'admission', reason: 'INVALID_INGRESS', field: fieldText(wrong.path) };
}

/** [TRC-17] What the controller itself refuses. */
function findOwnRefusal(ingress: Ingress, profile: RoutingProfile): RejectedIngress | undefined {
  const field = profile.findRefusedField?.(ingress);
  return field === undefined ? undefined : { ingress, stage: 'admission', reason: 'INVALID_INGRESS', field };
}

interface Admission {
  readonly taken: readonly Ingress[];
  readonly assumed: ReadonlySet<string>;
  readonly rejected: readonly RejectedIngress[];
}

function admit(ingresses: readonly Ingress[], profile: RoutingProfile, context: BuildContext): Admission {
  const taken: Ingress[] = [];
  const rejected: RejectedIngress[] = [];
  const assumed = new Set<string>();
  for (const ingress of ingresses) {
    const refusal = findRefusal(ingress);
    const answer = profile.findClass(ingress, context);
    if (refusal !== undefined) rejected.push(refusal);
    else if (!answer.isTaken)
      rejected.push({ ingress, stage: 'class', reason: answer.reason, field: undefined });
    else {
      const ownRefusal = findOwnRefusal(ingress, profile);
      if (ownRefusal === undefined) taken.push(ingress);
      else rejected.push(ownRefusal);
      if (answer.isAssumed === true) assumed.add(ingressIdOf(ingress));
    }
  }
  return { taken, assumed, rejected };
}

function groupDropped(dropped: readonly DroppedRoute[]): ReadonlyMap<string, readonly DroppedRoute[]> {
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

/** Backends are looked up once each, when first asked for. */
function rememberTargets(
  reader: ObjectReader,
  profile: RoutingProfile,
): (route: Pick<Route, 'ingress' | 'backend'>) => BackendTarget {
  const known = new Map<Route['backend'], BackendTarget>();
  return ({ ingress, backend }) => {
    const remembered = known.get(backend);
    if (remembered !== undefined) return remembered;
    const place = { namespace: ingress.metadata.namespace ?? '', backend };
    const target = resolveBackendTarget(reader, place, profile.backendRules);
    known.set(backend, target);
    return target;
  };
}

/** The routing table that a controller with this profile and these options makes of a world. */
export function buildRoutingIndex(
  world: RoutingWorld,
  profile: RoutingProfile,
  options: ControllerOptions = {},
): RoutingIndex {
  const { reader, certificates } = world;
  const targetOf = rememberTargets(reader, profile);
  const context: BuildContext = { reader, options, certificates, targetOf };
  const ingresses = reader.list('Ingress').toSorted(compareAge);
  const { taken, assumed, rejected } = admit(ingresses, profile, context);
  const built = profile.buildRoutes(taken, context);
  const tables = buildHostTables(built.routes, built.hosts, new SharedMatchers());
  return {
    world,
    profile,
    options,
    built,
    exactHosts: new Map([...tables].filter(([host]) => host !== '' && !host.startsWith('*.'))),
    wildcardHosts: new Map(
      [...tables].flatMap(([host, table]) =>
        host.startsWith('*.') ? [[host.slice(1), table] as const] : [],
      ),
    ),
    anyHost: tables.get(''),
    droppedByHost: groupDropped(built.dropped),
    defaultByHost: defaultsByHost(built),
    taken,
    assumedIngresses: assumed,
    rejected,
    targetOf,
  };
}
