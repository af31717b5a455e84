import type { Ingress } from '@fairlead/kube-objects';
import type { Route } from '../engine/route.ts';
import { isNginxFlagSet } from './ingress-nginx-annotations.ts';
import type { NginxServer } from './ingress-nginx-locations.ts';

/** The same name with `www.` or without; `undefined` for wildcards and for any host. */
const counterpartOf = (host: string): string | undefined =>
  host === '' || host.startsWith('*.')
    ? undefined
    : host.startsWith('www.')
      ? host.slice('www.'.length)
      : `www.${host}`;

const wantsWww = (ingress: Ingress): boolean => isNginxFlagSet(ingress, 'from-to-www-redirect') === true;

/** The hosts that an Ingress has sent to its own. */
export const listWwwHosts = (ingress: Ingress): readonly string[] =>
  wantsWww(ingress) ? (ingress.spec.rules ?? []).flatMap(({ host = '' }) => counterpartOf(host) ?? []) : [];

/** [NGX-16] The server of the other name, where some path of a host asks for it and no rule has that name. */
export function toWwwRedirect(
  { host, locations }: NginxServer,
  servers: ReadonlyMap<string, NginxServer>,
): readonly Route[] {
  const from = counterpartOf(host);
  const found = locations.find(({ isBuiltIn, route }) => !isBuiltIn && wantsWww(route.ingress));
  if (from === undefined || found === undefined || servers.has(from)) return [];
  const { route } = found;
  return [
    {
      ...route,
      id: `${route.id} www`,
      host: from,
      action: 'www-redirect',
      matcher: { kind: 'everything' },
      priority: 0,
    },
  ];
}
