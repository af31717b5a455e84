import { labelValue, type Ingress, type ObjectReader } from '@fairlead/kube-objects';
import type { Route } from '../engine/route.ts';
import { classAnnotation } from '../ingress/resolve-ingress-class.ts';
import { readIstioPath, type IstioPath } from './istio-paths.ts';
import { listRulePaths, toRoute, type RulePath } from './list-rules.ts';
import { normalizeEnvoyPath } from './normalize-envoy-path.ts';
import {
  annotationOf,
  type BuildContext,
  type BuiltRoutes,
  type ClassAnswer,
  type DroppedRoute,
  type RoutingProfile,
  type TlsClaim,
  type TlsQuestion,
} from './routing-profile.ts';

/** [IST-2] Without a class that exists the mode of the mesh decides. */
function findByMode(ingress: Ingress, { options }: BuildContext): ClassAnswer {
  if (options.ingressControllerMode === 'DEFAULT') return { isTaken: true };
  const reason = ingress.spec.ingressClassName === undefined ? 'NO_CLASS' : 'CLASS_NOT_FOUND';
  return { isTaken: false, reason };
}

/** [IST-1] The annotation by its text, though empty, before the field by its class's object. */
function findClass(ingress: Ingress, context: BuildContext): ClassAnswer {
  const { reader, options } = context;
  const annotation = annotationOf(ingress, classAnnotation);
  const field = ingress.spec.ingressClassName;
  const found = field === undefined ? undefined : reader.find('IngressClass', undefined, field);
  if (annotation === undefined && found === undefined) return findByMode(ingress, context);
  const isOwn =
    annotation === undefined
      ? found?.spec.controller === (options.controllerClass ?? 'istio.io/ingress-controller')
      : annotation === (options.ingressClass ?? 'istio');
  if (isOwn && options.ingressControllerMode !== 'OFF') return { isTaken: true };
  return { isTaken: false, reason: annotation === '' ? 'NO_CLASS' : 'CLASS_OTHER_CONTROLLER' };
}

const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** [IST-7] Oldest first, then by name, then by namespace. */
const compareIngresses = ({ metadata: a }: Ingress, { metadata: b }: Ingress): number =>
  compareText(a.creationTimestamp ?? '9999', b.creationTimestamp ?? '9999') ||
  compareText(a.name, b.name) ||
  compareText(a.namespace ?? '', b.namespace ?? '');

interface Candidate {
  readonly route: Route;
  readonly path: IstioPath;
}

/** [IST-6] Longer first, Exact before others of the same length, else in the order of the Ingresses. */
const compareCandidates = ({ path: a }: Candidate, { path: b }: Candidate): number =>
  b.length - a.length || Number(b.isExact) - Number(a.isExact);

/** [IST-9] A named port must be there to be looked up; a number is believed. */
function isBuilt(route: Route, { targetOf }: BuildContext): boolean {
  const { service } = route.backend;
  if (service === undefined) return false;
  const target = targetOf(route);
  return !service.port?.name || target.kind !== 'failed' || target.stage !== 'backend';
}

/** [IST-7] [IST-9] The routes of all hosts in their order, and the paths that are in none. */
function chooseRoutes(
  rules: readonly RulePath[],
  context: BuildContext,
): Pick<BuiltRoutes, 'routes' | 'dropped'> {
  const first = new Set<string>();
  const kept: Candidate[] = [];
  const dropped: DroppedRoute[] = [];
  for (const rule of rules) {
    const path = readIstioPath(rule.path);
    const route = toRoute(rule, { matcher: path.matcher, priority: 0 });
    const key = `${rule.host} ${path.key}`;
    if (!isBuilt(route, context)) dropped.push({ route, reason: 'ROUTE_NOT_BUILT' });
    else if (first.has(key)) dropped.push({ route, reason: 'SHADOWED' });
    else {
      first.add(key);
      kept.push({ route, path });
    }
  }
  const ordered = kept.toSorted(compareCandidates);
  return {
    routes: ordered.map(({ route }, index) => ({ ...route, priority: ordered.length - index })),
    dropped,
  };
}

/** [IST-10] The namespace of the gateway that is there, of several the first; `istio-system` without any. */
function findGatewayNamespace(reader: ObjectReader): string {
  const namespaces = reader
    .list('Service')
    .filter(({ metadata: { labels } }) =>
      ['ingressgateway', 'ingress'].includes(labelValue(labels, 'istio') ?? ''),
    )
    .map(({ metadata }) => metadata.namespace ?? '');
  return namespaces.toSorted(compareText)[0] ?? 'istio-system';
}

/** [IST-10] By the name that the client asks for; an entry without hosts is for any, one without Secret is left out. */
function listTlsClaims(ingresses: readonly Ingress[], namespace: string): ReadonlyMap<string, TlsClaim> {
  const claims = new Map<string, TlsClaim>();
  for (const { spec } of ingresses)
    for (const { hosts = [], secretName = '' } of spec.tls ?? []) {
      if (secretName === '') continue;
      for (const host of hosts.length === 0 ? [''] : hosts)
        if (!claims.has(host)) claims.set(host, { namespace, secretName });
    }
  return claims;
}

function buildRoutes(taken: readonly Ingress[], context: BuildContext): BuiltRoutes {
  const ingresses = taken.toSorted(compareIngresses);
  const tlsClaims = listTlsClaims(ingresses, findGatewayNamespace(context.reader));
  const withPaths = ingresses.flatMap(({ spec }) =>
    (spec.rules ?? []).filter(({ http }) => http !== undefined),
  );
  return {
    ...chooseRoutes(listRulePaths(ingresses), context),
    defaults: [],
    hosts: [...new Set(withPaths.map(({ host = '' }) => host))],
    tlsHosts: new Set(tlsClaims.keys()),
    tlsClaims,
  };
}

/** [IST-10] The exact name, then the longest wildcard, then any. */
function findTlsClaim({ host, built: { tlsClaims } }: TlsQuestion): TlsClaim | undefined {
  const exact = tlsClaims?.get(host);
  if (exact !== undefined) return exact;
  for (let dot = host.indexOf('.'); dot > 0; dot = host.indexOf('.', dot + 1)) {
    const claim = tlsClaims?.get(`*${host.slice(dot)}`);
    if (claim !== undefined) return claim;
  }
  return tlsClaims?.get('');
}

/** Istio's ingress gateway, for Ingresses (SPEC, IST rules). */
export const istioProfile: RoutingProfile = {
  name: 'istio',
  hostOrder: () => 'best-host',
  hasDeepWildcards: true,
  keepsFinalDot: true,
  needsCertificate: true,
  findTlsClaim,
  normalizePath: normalizeEnvoyPath,
  forwardedPath: normalizeEnvoyPath,
  findClass,
  buildRoutes,
  backendRules: {},
  statusOf: () => 503,
};
