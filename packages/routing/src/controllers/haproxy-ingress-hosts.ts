import type { Ingress } from '@fairlead/kube-objects';
import { patternMatcher } from '../engine/path-matcher.ts';
import type { Route } from '../engine/route.ts';
import { haproxyAnnotation } from './haproxy-ingress-annotations.ts';
import {
  toLooseAlias,
  toLooseRoutes,
  toLooseWildcard,
  toPlainRoutes,
  type HaproxyPath,
} from './haproxy-ingress-paths.ts';
import { toDefaultRoute } from './list-rules.ts';
import type { ControllerOptions } from './options.ts';

/** The hosts whose settings an Ingress can make: those of rules with paths. */
const hostsOf = ({ spec }: Ingress): readonly string[] => [
  ...new Set(
    (spec.rules ?? []).flatMap(({ host = '', http }) => (http === undefined ? [] : [host.toLowerCase()])),
  ),
];

/** By host the text of an annotation, from the oldest Ingress that has it and a rule of that host. */
function listSettings(ingresses: readonly Ingress[], name: string): ReadonlyMap<string, string> {
  const settings = new Map<string, string>();
  for (const ingress of ingresses) {
    const text = haproxyAnnotation(ingress, name);
    if (text !== undefined)
      for (const host of hostsOf(ingress)) if (!settings.has(host)) settings.set(host, text.toLowerCase());
  }
  return settings;
}

/**
 * [HAP-5] [HAP-10] The hosts besides those of its rules in which an Ingress takes part; `undefined`: any that a pattern is
 * about, or any at all where a rule without host counts for all of them.
 */
export const listTiedHosts = (
  ingress: Ingress,
  { strictHost = false }: ControllerOptions,
): readonly string[] | undefined => {
  if (strictHost && hostsOf(ingress).includes('')) return undefined;
  if (haproxyAnnotation(ingress, 'server-alias-regex') !== undefined) return undefined;
  const alias = haproxyAnnotation(ingress, 'server-alias');
  return alias === undefined ? [] : [alias.toLowerCase()];
};

/** The routes of hosts that have a root of the application, by host. */
function toAppRoots(ingress: Ingress, host: string, own: readonly Route[]): readonly Route[] {
  const base: Route = own.find((route) => route.ingress === ingress) ?? {
    ...toDefaultRoute(ingress, {}, { host }),
    viaDefaultBackend: false,
    hostRule: host === '' ? null : host,
  };
  const root: Route = {
    ...base,
    id: `${base.id} app-root`,
    action: 'app-root',
    matcher: { kind: 'exact', path: '/' },
    priority: Infinity,
  };
  const hasRoot = own.some(({ path }) => (path ?? '/') === '/');
  if (hasRoot || haproxyAnnotation(ingress, 'ssl-redirect') === 'false') return [root];
  const toHttps = { status: 302, protocol: 'https' };
  return [
    { ...root, id: `${root.id} http`, scheme: 'http', redirect: toHttps },
    { ...root, scheme: 'https' },
  ];
}

const toRoutesOf = (host: string, paths: readonly HaproxyPath[]): readonly Route[] =>
  host.startsWith('*.') ? toLooseRoutes(toLooseWildcard(host), paths) : toPlainRoutes(host, paths);

function findAppRoots(ingresses: readonly Ingress[]): ReadonlyMap<string, Ingress> {
  const roots = new Map<string, Ingress>();
  for (const ingress of ingresses)
    if (haproxyAnnotation(ingress, 'app-root') !== undefined)
      for (const host of hostsOf(ingress)) if (host !== '' && !roots.has(host)) roots.set(host, ingress);
  return roots;
}

/** Tables that answer for a host by another name. */
interface AliasTables {
  readonly routes: readonly Route[];
  /** By how the tables are called. */
  readonly patterns: ReadonlyMap<string, RegExp>;
  /** Names of the tables whose host is one of `tlsHosts`. */
  readonly tlsHosts: readonly string[];
}

const asAlias = (routes: readonly Route[], alias: string): readonly Route[] =>
  routes.map((route) => ({ ...route, id: `${route.id} alias ${alias}` }));

/** [HAP-10] [HAP-13] What hosts answer by other names and by patterns of names. */
export function buildAliases(
  ingresses: readonly Ingress[],
  pathsByHost: ReadonlyMap<string, readonly HaproxyPath[]>,
  tlsHosts: ReadonlySet<string>,
): AliasTables {
  const named = new Set(ingresses.flatMap(({ spec }) => (spec.rules ?? []).map(({ host = '' }) => host)));
  const routes: Route[] = [];
  const patterns = new Map<string, RegExp>();
  const secured: string[] = [];
  const noteTls = (host: string, name: string): void => {
    if (tlsHosts.has(host)) secured.push(name);
  };
  for (const [host, alias] of listSettings(ingresses, 'server-alias')) {
    if (host === '' || named.has(alias)) continue;
    routes.push(...asAlias(toRoutesOf(alias, pathsByHost.get(host) ?? []), alias));
    noteTls(host, alias);
  }
  for (const [host, text] of listSettings(ingresses, 'server-alias-regex')) {
    const loose = toLooseAlias(text);
    const matcher = patternMatcher(`${loose.prefix.slice(0, -1)}$`);
    if (host === '' || matcher?.kind !== 'pattern') continue;
    patterns.set(loose.host, matcher.regex);
    routes.push(...asAlias(toLooseRoutes(loose, pathsByHost.get(host) ?? []), text));
    noteTls(host, loose.host);
  }
  return { routes, patterns, tlsHosts: secured };
}

/** [HAP-9] The routes of hosts with the roots that they have, and who gives them. */
export function buildHosts(
  ingresses: readonly Ingress[],
  pathsByHost: ReadonlyMap<string, readonly HaproxyPath[]>,
): { readonly routes: readonly Route[]; readonly roots: ReadonlyMap<string, Ingress> } {
  const roots = findAppRoots(ingresses);
  const hosts = new Set([...pathsByHost.keys(), ...roots.keys()]);
  const routes = [...hosts].flatMap((host) => {
    const own = toRoutesOf(host, pathsByHost.get(host) ?? []);
    const root = roots.get(host);
    return root === undefined ? own : [...own, ...toAppRoots(root, host, own)];
  });
  return { routes, roots };
}
