import { labelValue, type Ingress } from '@fairlead/kube-objects';
import type { Route } from '../engine/route.ts';
import { toDefaultRoute } from './list-rules.ts';

/** The text of one of the controller's annotations; empty text is none. */
export const haproxyAnnotation = (ingress: Ingress, name: string): string | undefined =>
  labelValue(ingress.metadata.annotations, `haproxy-ingress.github.io/${name}`) ||
  labelValue(ingress.metadata.annotations, `ingress.kubernetes.io/${name}`) ||
  undefined;

/** [HAP-10] Other names of the hosts of an Ingress. */
export const listAliases = (ingress: Ingress): readonly string[] =>
  (haproxyAnnotation(ingress, 'server-alias') ?? '')
    .toLowerCase()
    .split(/[\s,]+/)
    .filter((alias) => alias !== '');

const hostsOf = ({ spec }: Ingress): readonly string[] => [
  ...new Set((spec.rules ?? []).map(({ host = '' }) => host.toLowerCase())),
];

/** [HAP-10] Aliases of hosts that answer https. */
export const listTlsAliases = (
  ingresses: readonly Ingress[],
  tlsHosts: ReadonlySet<string>,
): readonly string[] =>
  ingresses.flatMap((ingress) =>
    hostsOf(ingress).some((host) => tlsHosts.has(host)) ? listAliases(ingress) : [],
  );

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

/** [HAP-9] [HAP-10] Routes with the roots of hosts and the tables of aliases, and who gives a host its root. */
export function withHosts(
  ingresses: readonly Ingress[],
  routes: readonly Route[],
): { readonly routes: readonly Route[]; readonly roots: ReadonlyMap<string, Ingress> } {
  const byHost = new Map<string, Route[]>();
  for (const route of routes) {
    const known = byHost.get(route.host);
    if (known === undefined) byHost.set(route.host, [route]);
    else known.push(route);
  }
  const roots = new Map<string, Ingress>();
  const named = new Set(ingresses.flatMap(hostsOf));
  for (const ingress of ingresses)
    if (haproxyAnnotation(ingress, 'app-root') !== undefined)
      for (const host of hostsOf(ingress)) if (!roots.has(host)) roots.set(host, ingress);
  for (const [host, ingress] of roots) {
    const own = byHost.get(host) ?? [];
    byHost.set(host, [...own, ...toAppRoots(ingress, host, own)]);
  }
  const aliases = new Map<string, Route[]>();
  for (const ingress of ingresses)
    for (const alias of listAliases(ingress).filter((each) => !named.has(each) && !aliases.has(each)))
      aliases.set(
        alias,
        hostsOf(ingress).flatMap((host) =>
          (host === '' ? [] : (byHost.get(host) ?? [])).map((route) => ({
            ...route,
            host: alias,
            id: `${route.id} alias ${alias}`,
          })),
        ),
      );
  return { routes: [...byHost.values(), ...aliases.values()].flat(), roots };
}
