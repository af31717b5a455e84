import type { HttpIngressPath, Ingress } from '@fairlead/kube-objects';
import type { RouteCondition } from '../engine/route-condition.ts';
import type { Route } from '../engine/route.ts';
import { classAnnotation } from '../ingress/resolve-ingress-class.ts';
import type { NormalizedRequest } from '../request.ts';
import { compareContourPaths, contourMatcher, readContourPath, type ContourPath } from './contour-paths.ts';
import { listRulePaths, specMatcher, toDefaultRoute, toRoute } from './list-rules.ts';
import { mergeEnvoySlashes } from './normalize-envoy-path.ts';
import type { ControllerOptions } from './options.ts';
import {
  annotationOf,
  type BuildContext,
  type BuiltRoutes,
  type ClassAnswer,
  type DroppedRoute,
  type RouteRedirect,
  type RoutingProfile,
  type TlsClaim,
  type TlsQuestion,
} from './routing-profile.ts';

const ownController = 'projectcontour.io/ingress-controller';

/** [CTR-2] The annotation's text, unless empty, and else the field's. */
const annotatedClassOf = (ingress: Ingress): string =>
  annotationOf(ingress, 'projectcontour.io/ingress.class') ?? annotationOf(ingress, classAnnotation) ?? '';

/** The names that an option says, several with commas; `undefined`: it says none. */
function listGivenNames({ ingressClass = '' }: ControllerOptions): readonly string[] | undefined {
  const names = ingressClass.split(',').filter((name) => name !== '');
  return names.length === 0 ? undefined : names;
}

/**
 * [CTR-1] [CTR-3] The name of a class is compared, and its object is not looked at. Where nobody says which name that is,
 * an object of Contour's own controller is assumed to have it.
 */
function findClass(ingress: Ingress, { reader, options }: BuildContext): ClassAnswer {
  const annotation = annotatedClassOf(ingress);
  const name = annotation || (ingress.spec.ingressClassName ?? '');
  const given = listGivenNames(options);
  if ((given ?? ['', 'contour']).includes(name)) return { isTaken: true };
  if (name === '') return { isTaken: false, reason: 'NO_CLASS' };
  const found = reader.find('IngressClass', undefined, name);
  if (given === undefined && found?.spec.controller === (options.controllerClass ?? ownController))
    return { isTaken: true, isAssumed: true };
  const isMissing = annotation === '' && found === undefined;
  return { isTaken: false, reason: isMissing ? 'CLASS_NOT_FOUND' : 'CLASS_OTHER_CONTROLLER' };
}

const isRedirecting = (ingress: Ingress): boolean =>
  annotationOf(ingress, 'ingress.kubernetes.io/force-ssl-redirect') === 'true';

/** [CTR-13] */
const isHttpAllowed = (ingress: Ingress): boolean =>
  isRedirecting(ingress) || annotationOf(ingress, 'kubernetes.io/ingress.allow-http') !== 'false';

interface Candidate {
  readonly route: Route;
  readonly path: ContourPath;
}

/** [CTR-16] One label stands for the asterisk, and one that DNS knows. */
function conditionsOf(host: string): { readonly conditions?: readonly RouteCondition[] } {
  if (!host.startsWith('*.')) return {};
  const rest = host.slice(1).replaceAll('.', '\\.');
  return {
    conditions: [{ kind: 'host', patterns: [new RegExp(`^[a-z0-9](?:[-a-z0-9]*[a-z0-9])?${rest}$`)] }],
  };
}

const whole: Pick<HttpIngressPath, 'path' | 'pathType'> = { pathType: 'ImplementationSpecific' };

/** [CTR-11] The default backend stands before the rules, as if it were the path `/` of any host. */
function listCandidates(ingress: Ingress): readonly Candidate[] {
  const { defaultBackend } = ingress.spec;
  const scheme = isHttpAllowed(ingress) ? {} : { scheme: 'https' as const };
  const byDefault =
    defaultBackend === undefined
      ? []
      : [{ route: { ...toDefaultRoute(ingress, defaultBackend), ...scheme }, path: readContourPath(whole) }];
  const byRules = listRulePaths([ingress]).map((rule) => {
    const path = readContourPath(rule.path);
    const matcher = contourMatcher(path) ?? specMatcher(rule.path);
    const route = toRoute(rule, { matcher, priority: 0 });
    return { route: { ...route, ...scheme, ...conditionsOf(rule.host) }, path };
  });
  return [...byDefault, ...byRules];
}

/** [CTR-9] [CTR-10] Whether there is a Service port to lead to. */
function isServed(route: Route, { targetOf }: BuildContext): boolean {
  const target = targetOf(route);
  return (
    target.kind === 'ready' ||
    (target.kind === 'failed' && target.stage === 'endpoints' && target.reason !== 'PROTOCOL_MISMATCH')
  );
}

interface Sorted {
  readonly kept: readonly Candidate[];
  readonly dropped: readonly DroppedRoute[];
}

/** [CTR-7] [CTR-9] Without what leads nowhere, and without everything in a rule after a pattern that is none. */
function dropUnbuilt(candidates: readonly Candidate[], context: BuildContext): Sorted {
  const brokenRules = new Set<string>();
  const kept: Candidate[] = [];
  const dropped: DroppedRoute[] = [];
  for (const candidate of candidates) {
    const { route, path } = candidate;
    const rule = route.id.slice(0, route.id.lastIndexOf(' '));
    const isBroken = brokenRules.has(rule) || !isServed(route, context);
    if (!isBroken && contourMatcher(path) !== undefined) kept.push(candidate);
    else {
      if (!isBroken) brokenRules.add(rule);
      dropped.push({ route, reason: 'ROUTE_NOT_BUILT' });
    }
  }
  return { kept, dropped };
}

const keyOf = ({ route, path }: Candidate): string =>
  `${route.host} ${path.kind} ${path.text} ${route.scheme ?? ''}`;

/** [CTR-4] [CTR-12] The last of an Ingress; of several Ingresses nobody knows which. */
function dropRepeated(candidates: readonly Candidate[]): Sorted {
  const owners = new Map<string, Candidate>();
  const contested = new Set<string>();
  for (const candidate of candidates) {
    const key = keyOf(candidate);
    const owner = owners.get(key);
    const isOwn = owner === undefined || owner.route.ingress === candidate.route.ingress;
    if (isOwn) owners.set(key, candidate);
    else contested.add(key);
  }
  return {
    kept: [...owners].map(([key, { route, path }]) => ({
      path,
      route: contested.has(key) ? { ...route, isAssumed: true } : route,
    })),
    dropped: candidates
      .filter((candidate) => owners.get(keyOf(candidate)) !== candidate)
      .map(({ route }) => ({ route, reason: 'SHADOWED' })),
  };
}

/** [CTR-8] Equal paths stand equally high. */
function toOrdered(candidates: readonly Candidate[]): readonly Route[] {
  const ordered = candidates.toSorted((a, b) => compareContourPaths(b.path, a.path));
  let priority = 0;
  return ordered.map(({ route, path }, index) => {
    const before = ordered[index - 1];
    if (before === undefined || compareContourPaths(before.path, path) !== 0) priority += 1;
    return { ...route, priority };
  });
}

/** [CTR-14] The host of an entry letter by letter, one with a usable Secret before others. */
function listTlsClaims(ingresses: readonly Ingress[]): ReadonlyMap<string, TlsClaim> {
  const byHost = new Map<string, TlsClaim[]>();
  for (const { metadata, spec } of ingresses)
    for (const { hosts = [], secretName = '' } of spec.tls ?? [])
      for (const host of hosts.map((each) => each.toLowerCase())) {
        const claim = { namespace: metadata.namespace ?? '', secretName };
        const known = byHost.get(host);
        if (known === undefined) byHost.set(host, [claim]);
        else known.push(claim);
      }
  return new Map(
    [...byHost].flatMap(([host, claims]) => {
      const [first] = claims;
      const secrets = claims.flatMap(({ namespace, secretName }) =>
        secretName === '' ? [] : [`${namespace}/${secretName}`],
      );
      if (first === undefined) return [];
      return [
        [
          host,
          claims.length === 1 ? first : { ...first, choice: { kind: 'first-usable' as const, secrets } },
        ] as const,
      ];
    }),
  );
}

function buildRoutes(ingresses: readonly Ingress[], context: BuildContext): BuiltRoutes {
  const tlsClaims = listTlsClaims(ingresses);
  const built = dropUnbuilt(ingresses.flatMap(listCandidates), context);
  const distinct = dropRepeated(built.kept);
  return {
    routes: toOrdered(distinct.kept),
    defaults: [],
    dropped: [...built.dropped, ...distinct.dropped],
    hosts: [],
    tlsHosts: new Set(tlsClaims.keys()),
    tlsClaims,
  };
}

/** [CTR-14] Https has a wildcard's rules where only the wildcard has a certificate. */
const isOpen = ({ scheme, host }: NormalizedRequest, { tlsHosts }: BuiltRoutes, table: string): boolean =>
  scheme === 'http' || tlsHosts.has(table) || !tlsHosts.has(host.replace(/^[^.]+/, '*'));

const findTlsClaim = ({ tableHost = '', built }: TlsQuestion): TlsClaim | undefined =>
  built.tlsClaims?.get(tableHost);

/** [CTR-15] */
function findRedirect(
  { ingress }: Route,
  { scheme, hostText, path, query }: NormalizedRequest,
): RouteRedirect | undefined {
  if (scheme !== 'http' || !isRedirecting(ingress)) return undefined;
  const target = query === '' ? mergeEnvoySlashes(path) : `${mergeEnvoySlashes(path)}?${query}`;
  return { status: 301, location: `https://${hostText}${target}` };
}

/** Contour with its Envoy (SPEC, CTR rules). */
export const contourProfile: RoutingProfile = {
  name: 'contour',
  hostOrder: () => 'best-host',
  hasDeepWildcards: true,
  keepsFinalDot: true,
  needsCertificate: true,
  findTlsClaim,
  normalizePath: mergeEnvoySlashes,
  forwardedPath: mergeEnvoySlashes,
  findClass,
  buildRoutes,
  backendRules: {},
  statusOf: () => 503,
  isOpen,
  findRedirect,
};
