import type { Ingress, IngressTls, Service } from '@fairlead/kube-objects';
import { labelValue } from '@fairlead/kube-objects';
import type { Route } from '../engine/route.ts';
import { listUrlMapPaths, toUrlMapMatcher } from './gce-paths.ts';
import { listRulePaths, specMatcher, toDefaultRoute, toRoute, type RulePath } from './list-rules.ts';
import { readGoBoolean } from './read-arguments.ts';
import { annotationOf, type BuildContext, type DroppedRoute } from './routing-profile.ts';

/** Whether Pods of a Service are targets themselves; `undefined`: nothing is said. */
function hasEndpointGroups({ metadata }: Service): boolean | undefined {
  const text = labelValue(metadata.annotations, 'cloud.google.com/neg');
  return text === undefined ? undefined : /"ingress"\s*:\s*true/.test(text);
}

/** What the controller makes of a route. */
interface Judgement {
  /** The whole Ingress is refused for it. */
  readonly isRefused: boolean;
  /** It says itself what is wrong. */
  readonly isKept: boolean;
  readonly isAssumed: boolean;
}

const reached: Judgement = { isRefused: false, isKept: true, isAssumed: false };
const refused: Judgement = { isRefused: true, isKept: false, isAssumed: true };

/** [GCE-8] [GCE-13] Whether a backend's Service can be a target. */
function judge(route: Route, { targetOf }: BuildContext): Judgement {
  const target = targetOf(route);
  if (target.kind === 'external') return refused;
  if (target.kind === 'failed') return target.stage === 'backend' ? { ...refused, isKept: true } : reached;
  const { type = 'ClusterIP' } = target.service.spec;
  const hasGroups = hasEndpointGroups(target.service);
  if (type !== 'ClusterIP' || hasGroups === true) return reached;
  return hasGroups === undefined ? { ...reached, isAssumed: true } : refused;
}

/** A path of a URL map with the route that it leads to. */
interface UrlMapPath {
  readonly path: string;
  readonly route: Route;
}

/** [GCE-9] The last of the same path counts, and the last rule of the same host. */
function keepLast(rules: readonly (readonly UrlMapPath[])[]): readonly UrlMapPath[] {
  return [...new Map((rules.at(-1) ?? []).map((each) => [each.path, each])).values()];
}

function toPaths(rule: RulePath): readonly UrlMapPath[] | undefined {
  return listUrlMapPaths(rule.path)?.map((path) => {
    const route = toRoute(rule, toUrlMapMatcher(path));
    return { path, route: path === rule.path.path ? route : { ...route, id: `${route.id} ${path}` } };
  });
}

/** [GCE-4] One Ingress as a load balancer. */
export interface UrlMap {
  readonly ingress: Ingress;
  readonly hosts: ReadonlyMap<string, readonly Route[]>;
  readonly fallback: Route | undefined;
  readonly dropped: readonly DroppedRoute[];
  readonly schemes: ReadonlySet<string>;
}

const flagOf = (ingress: Ingress, name: string): boolean | undefined =>
  readGoBoolean(annotationOf(ingress, name) ?? '');

/** Certificates that are known to Google by their names. */
export const hasCertificatesElsewhere = (ingress: Ingress): boolean =>
  ['ingress.gcp.kubernetes.io/pre-shared-cert', 'networking.gke.io/managed-certificates'].some(
    (name) => (annotationOf(ingress, name) ?? '') !== '',
  );

/** Entries of `spec.tls` that have a certificate. */
export const listSecretEntries = ({ spec }: Ingress): readonly IngressTls[] =>
  (spec.tls ?? []).filter(({ secretName = '' }) => secretName !== '');

/** [GCE-14] */
function schemesOf(ingress: Ingress, { certificates }: BuildContext): ReadonlySet<string> {
  const isThere = ({ secretName = '' }: IngressTls): boolean =>
    certificates === undefined ||
    certificates.get(`${ingress.metadata.namespace ?? ''}/${secretName}`)?.isUsable === true;
  const hasTls = hasCertificatesElsewhere(ingress) || listSecretEntries(ingress).some(isThere);
  const isHttpAllowed = flagOf(ingress, 'kubernetes.io/ingress.allow-http') !== false;
  return new Set([...(isHttpAllowed ? ['http'] : []), ...(hasTls ? ['https'] : [])]);
}

function onSchemes(route: Route, schemes: ReadonlySet<string>): Route {
  if (schemes.size === 2) return route;
  return { ...route, scheme: schemes.has('https') ? 'https' : 'http' };
}

/** [GCE-15] Redirects stand in an object that is not read. */
const hasFrontendConfig = (ingress: Ingress): boolean =>
  annotationOf(ingress, 'networking.gke.io/v1beta1.FrontendConfig') !== undefined;

const ruleKeyOf = ({ id }: Route): string => id.split(' ').slice(0, 2).join(' ');

/** The paths of an Ingress by rule, those that no URL map can hold apart. */
function readPaths(ingress: Ingress): {
  readonly paths: readonly UrlMapPath[];
  readonly refusedPaths: readonly Route[];
} {
  const rules = listRulePaths([ingress]).map((rule) => ({ rule, paths: toPaths(rule) }));
  return {
    paths: rules.flatMap(({ paths }) => paths ?? []),
    refusedPaths: rules.flatMap(({ rule, paths }) =>
      paths === undefined ? [toRoute(rule, { matcher: specMatcher(rule.path), priority: 0 })] : [],
    ),
  };
}

/** Every host of a rule with the paths that count there. */
function groupByHost(
  ingress: Ingress,
  paths: readonly UrlMapPath[],
): ReadonlyMap<string, readonly UrlMapPath[]> {
  const hosts = new Set(listRulePaths([ingress]).map(({ host }) => host));
  const byHost = new Map([...hosts].map((host) => [host, new Map<string, UrlMapPath[]>()]));
  for (const each of paths) {
    const rules = byHost.get(each.route.host);
    const rule = rules?.get(ruleKeyOf(each.route));
    if (rule === undefined) rules?.set(ruleKeyOf(each.route), [each]);
    else rule.push(each);
  }
  return new Map([...byHost].map(([host, rules]) => [host, keepLast([...rules.values()])]));
}

/** [GCE-4] to [GCE-9] The load balancer that an Ingress becomes. */
export function toUrlMap(ingress: Ingress, context: BuildContext): UrlMap {
  const { paths, refusedPaths } = readPaths(ingress);
  const { defaultBackend } = ingress.spec;
  const fallback = defaultBackend && toDefaultRoute(ingress, defaultBackend, { priority: -1 });
  const judged = new Map(
    [...paths.map(({ route }) => route), ...(fallback === undefined ? [] : [fallback])].map((route) => [
      route,
      judge(route, context),
    ]),
  );
  const schemes = schemesOf(ingress, context);
  const isRefused = refusedPaths.length > 0 || [...judged.values()].some((each) => each.isRefused);
  const isAssumed = isRefused || hasFrontendConfig(ingress);
  const finish = (route: Route): readonly Route[] => {
    const judgement = judged.get(route) ?? reached;
    if (!judgement.isKept || schemes.size === 0) return [];
    return [{ ...onSchemes(route, schemes), isAssumed: isAssumed || judgement.isAssumed }];
  };
  const byHost = groupByHost(ingress, paths);
  const kept = new Set([...byHost.values()].flatMap((each) => each.map(({ route }) => route)));
  const unbuilt = [...judged].filter(([, { isKept }]) => !isKept).map(([route]) => route);
  return {
    ingress,
    hosts: new Map([...byHost].map(([host, each]) => [host, each.flatMap(({ route }) => finish(route))])),
    fallback: fallback && finish(fallback)[0],
    dropped: [
      ...paths.flatMap(({ route }) => (kept.has(route) ? [] : [{ route, reason: 'SHADOWED' as const }])),
      ...[...refusedPaths, ...unbuilt].map((route) => ({ route, reason: 'ROUTE_NOT_BUILT' as const })),
    ],
    schemes,
  };
}
