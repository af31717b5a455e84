import type { Ingress } from '@fairlead/kube-objects';
import { isCanary } from './ingress-nginx-annotations.ts';
import { addRules, mergeCanaries } from './ingress-nginx-canary.ts';
import { newServer, type NginxServer } from './ingress-nginx-locations.ts';
import { openUpstreams } from './ingress-nginx-upstreams.ts';
import { listRulePaths, toDefaultRoute, type RulePath } from './list-rules.ts';
import type { DroppedRoute } from './routing-profile.ts';

const idOf = ({ metadata }: Ingress): string => `${metadata.namespace ?? ''}/${metadata.name}`;

/** [NGX-4] Oldest first; of equally old ones the last by namespace and name. */
function compareIngresses(a: Ingress, b: Ingress): number {
  const [ageOfA = '9999', ageOfB = '9999'] = [a.metadata.creationTimestamp, b.metadata.creationTimestamp];
  if (ageOfA !== ageOfB) return ageOfA < ageOfB ? -1 : 1;
  return idOf(a) > idOf(b) ? -1 : 1;
}

/** [NGX-6] One server per host; that of any host leads to the first Ingress with nothing but a default backend. */
function openServers(ingresses: readonly Ingress[]): Map<string, NginxServer> {
  const servers = new Map<string, NginxServer>();
  for (const ingress of ingresses)
    for (const { host = '' } of ingress.spec.rules ?? [])
      if (!servers.has(host))
        servers.set(host, newServer(host, host === '' ? withoutSettings(ingress) : ingress));
  const catchAll = ingresses.find(
    ({ spec }) => (spec.rules ?? []).length === 0 && spec.defaultBackend?.service !== undefined,
  );
  if (catchAll?.spec.defaultBackend === undefined) return servers;
  const route = toDefaultRoute(withoutRedirects(catchAll), catchAll.spec.defaultBackend);
  servers.set('', { host: '', locations: [{ route, path: '/', type: 'Prefix', isBuiltIn: false }] });
  return servers;
}

/** [NGX-6] What answers for any host by itself has no Ingress's settings. */
function withoutSettings({ metadata: { annotations: _ignored, ...metadata }, ...ingress }: Ingress): Ingress {
  const { defaultBackend: _default, ...spec } = ingress.spec;
  return { ...ingress, metadata, spec };
}

const ofRedirects: ReadonlySet<string> = new Set(
  [
    'permanent-redirect',
    'permanent-redirect-code',
    'temporal-redirect',
    'temporal-redirect-code',
    'from-to-www-redirect',
    'app-root',
    'rewrite-target',
    'use-regex',
    'ssl-redirect',
    'force-ssl-redirect',
    'preserve-trailing-slash',
  ].map((name) => `nginx.ingress.kubernetes.io/${name}`),
);

/** [NGX-6] Redirects and rewrites of an Ingress with nothing but a default backend are not done. */
function withoutRedirects({ metadata, ...ingress }: Ingress): Ingress {
  const kept = Object.entries(metadata.annotations ?? {}).filter(([key]) => !ofRedirects.has(key));
  return { ...ingress, metadata: { ...metadata, annotations: Object.fromEntries(kept) } };
}

/** The servers that ingress-nginx makes of the Ingresses it takes, by host. */
export interface NginxServers {
  /** Those that are no canaries, in the order in which they are taken. */
  readonly ingresses: readonly Ingress[];
  readonly servers: ReadonlyMap<string, NginxServer>;
  /** Rules without effect. */
  readonly dropped: readonly DroppedRoute[];
}

/** [NGX-4] The paths of all rules, canaries' too, in the order in which they are taken. */
export const listNginxRules = (taken: readonly Ingress[]): readonly RulePath[] =>
  listRulePaths(taken.toSorted(compareIngresses));

/** `host`: only the server of that host, in lower case; absent: all of them. */
export function buildNginxServers(taken: readonly Ingress[], host?: string): NginxServers {
  const all = taken.toSorted(compareIngresses);
  const ingresses = all.filter((ingress) => !isCanary(ingress));
  const servers = openServers(ingresses);
  const upstreams = openUpstreams(all);
  const rules = listRulePaths(all);
  const dropped = addRules(
    servers,
    upstreams,
    host === undefined ? rules : rules.filter((rule) => rule.host === host),
  );
  mergeCanaries(upstreams, servers, all);
  return { ingresses, servers, dropped };
}
