import type { Ingress } from '@fairlead/kube-objects';
import { labelValue } from '@fairlead/kube-objects';
import { patternMatcher, elementsMatcher, type PathMatcher } from '../engine/path-matcher.ts';
import type { Route } from '../engine/route.ts';
import { classAnnotation } from '../ingress/resolve-ingress-class.ts';
import { listRulePaths, toDefaultRoute, toRoute, type RulePath } from './list-rules.ts';
import { forwardTraefikPath, readTraefikPath } from './normalize-path.ts';
import type { ControllerOptions } from './options.ts';
import type {
  BuildContext,
  BuiltRoutes,
  ClassAnswer,
  DroppedRoute,
  RoutingProfile,
} from './routing-profile.ts';
import { findTraefikClaim } from './traefik-tls.ts';

const annotation = (ingress: Ingress, name: string): string | undefined =>
  labelValue(ingress.metadata.annotations, `traefik.ingress.kubernetes.io/${name}`) || undefined;

/** [TRK-1] The field first, by the class's object; then the annotation by its text; without either unless a class is set. */
function findClass(ingress: Ingress, { reader, options }: BuildContext): ClassAnswer {
  const field = ingress.spec.ingressClassName;
  if (field !== undefined) {
    const found = reader.find('IngressClass', undefined, field);
    if (found === undefined) return { isTaken: false, reason: 'CLASS_NOT_FOUND' };
    const isOwn = found.spec.controller === (options.controllerClass ?? 'traefik.io/ingress-controller');
    const isNamed = options.ingressClass === undefined || options.ingressClass === field;
    return isOwn && isNamed ? { isTaken: true } : { isTaken: false, reason: 'CLASS_OTHER_CONTROLLER' };
  }
  const named = labelValue(ingress.metadata.annotations, classAnnotation) ?? '';
  if (named === (options.ingressClass ?? 'traefik')) return { isTaken: true };
  if (named !== '') return { isTaken: false, reason: 'CLASS_OTHER_CONTROLLER' };
  return options.ingressClass === undefined ? { isTaken: true } : { isTaken: false, reason: 'NO_CLASS' };
}

/** A rule as Traefik writes it, whose length is its priority, and what it matches. */
interface RuleText {
  readonly text: string;
  readonly matcher: PathMatcher | undefined;
}

/** The matcher's name in the rule. */
function wordOf(ingress: Ingress, pathType: string): string {
  if (pathType === 'Exact') return 'Path';
  if (pathType === 'Prefix') return 'PathPrefix';
  return annotation(ingress, 'router.pathmatcher') ?? 'PathPrefix';
}

/** [TRK-5] A Prefix of whole elements has the path twice in its rule. */
function strictRule(path: string): RuleText {
  const bare = path.replace(/\/$/, '');
  return { text: `(Path(\`${bare}\`) || PathPrefix(\`${bare}/\`))`, matcher: elementsMatcher(path) };
}

/** [TRK-3] [TRK-5] The part of a rule that is about the path. */
function pathRule(
  { ingress, path: { path = '', pathType } }: RulePath,
  { strictPrefixMatching }: ControllerOptions,
): RuleText {
  if (path === '') return { text: '', matcher: { kind: 'everything' } };
  const word = wordOf(ingress, pathType);
  if (word === 'PathPrefix' && strictPrefixMatching === true && path !== '/') return strictRule(path);
  const text = `${word}(\`${path}\`)`;
  if (word === 'Path') return { text, matcher: { kind: 'exact', path } };
  return { text, matcher: word === 'PathRegexp' ? patternMatcher(path) : { kind: 'text', path } };
}

/** [TRK-2] The part that is about the host, wildcards written as they are. */
const hostRule = (host: string): string => (host === '' ? '' : `Host(\`${host}\`)`);

/** [TRK-6] Entry points: plain http unless the router asks for TLS; https only with TLS, the entry point's or its own. */
function schemesOf(ingress: Ingress, options: ControllerOptions): readonly ('http' | 'https')[] {
  const named = annotation(ingress, 'router.entrypoints')?.split(',') ?? ['web', 'websecure'];
  const isTls = annotation(ingress, 'router.tls') === 'true';
  return [
    ...(named.includes('web') && !isTls ? ['http' as const] : []),
    ...(named.includes('websecure') && (isTls || options.entryPointTls === true) ? ['https' as const] : []),
  ];
}

const onSchemes = (route: Route, options: ControllerOptions): Route => {
  const schemes = schemesOf(route.ingress, options);
  const [only] = schemes;
  return schemes.length === 2 || only === undefined ? route : { ...route, scheme: only };
};

type Choice = { readonly route: Route; readonly text: string; readonly reason?: DroppedRoute['reason'] };

/** [TRK-7] A router whose Service leads nowhere is not there, except where empty Services are allowed. */
function isServed(route: Route, { options, targetOf }: BuildContext): boolean {
  const target = targetOf(route);
  if (target.kind === 'external') return false;
  if (target.kind === 'ready' || target.hasServing) return true;
  return target.stage === 'endpoints' && options.allowEmptyServices === true;
}

function chooseRoute(rule: RulePath, context: BuildContext): Choice {
  const { options } = context;
  const { text, matcher } = pathRule(rule, options);
  const parts = [hostRule(rule.host), text].filter((part) => part !== '');
  const given = Number(annotation(rule.ingress, 'router.priority') ?? 0);
  const whole = parts.join(' && ');
  const priority = Number.isInteger(given) && given !== 0 ? given : whole.length;
  const route = toRoute(rule, { matcher: matcher ?? { kind: 'everything' }, priority });
  const isReachable =
    parts.length > 0 && matcher !== undefined && schemesOf(rule.ingress, options).length > 0;
  return isReachable && isServed(route, context)
    ? { route: onSchemes(route, options), text: `${nameOf(rule.ingress)} ${whole} ${rule.path.path ?? ''}` }
    : { route, text: '', reason: 'ROUTE_NOT_BUILT' };
}

/** [TRK-9] The last of the same rule within an Ingress takes the name of the others, which are gone. */
function keepLast(choices: readonly Choice[]): readonly Choice[] {
  const last = new Map(choices.map((choice) => [choice.text, choice]));
  return choices.map((choice) =>
    choice.reason !== undefined || last.get(choice.text) === choice
      ? choice
      : { ...choice, reason: 'SHADOWED' },
  );
}

/** [TRK-8] Default backends of Ingresses without rules; the first is the last router to be asked. */
function chooseDefault(ingresses: readonly Ingress[], context: BuildContext): readonly Route[] {
  const candidates = ingresses.flatMap((ingress) => {
    const { rules = [], defaultBackend } = ingress.spec;
    if (rules.length > 0 || defaultBackend === undefined) return [];
    const route = toDefaultRoute(ingress, defaultBackend, { priority: -Infinity });
    return schemesOf(ingress, context.options).length > 0 ? [onSchemes(route, context.options)] : [];
  });
  return candidates.filter((route) => isServed(route, context)).slice(0, 1);
}

function buildRoutes(ingresses: readonly Ingress[], context: BuildContext): BuiltRoutes {
  const byName = ingresses.toSorted((a, b) => (nameOf(a) < nameOf(b) ? -1 : 1));
  const choices = keepLast(listRulePaths(byName).map((rule) => chooseRoute(rule, context)));
  const dropped = choices.flatMap(({ route, reason }) => (reason === undefined ? [] : [{ route, reason }]));
  const routes = choices.flatMap(({ route, reason }) => (reason === undefined ? [route] : []));
  return {
    routes: [...routes, ...chooseDefault(byName, context)],
    defaults: [],
    dropped,
    hosts: [],
    tlsHosts: new Set(),
  };
}

const nameOf = ({ metadata }: Ingress): string => `${metadata.namespace ?? ''}/${metadata.name}`;

/** Traefik with its provider for Kubernetes Ingresses (SPEC, TRK rules). */
export const traefikProfile: RoutingProfile = {
  name: 'traefik',
  hostOrder: () => 'by-priority',
  hasDeepWildcards: false,
  keepsFinalDot: false,
  normalizePath: readTraefikPath,
  forwardedPath: forwardTraefikPath,
  findClass,
  listTiedHosts: () => [],
  buildRoutes,
  backendRules: {},
  statusOf: () => 503,
  findTlsClaim: ({ host, taken }) => findTraefikClaim(taken, host),
};
