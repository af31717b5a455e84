import type { Ingress } from '@fairlead/kube-objects';
import { matchesWildcardHost } from '../ingress/ingress-host.ts';
import type { BuiltRoutes, TlsClaim } from './routing-profile.ts';

/**
 * The entry that lists the host, else the first whose certificate is for it; one without Secret where there is neither. As
 * long as certificates are not known, an entry with a wildcard for the host.
 */
function claimOf({ metadata, spec }: Ingress, host: string): TlsClaim {
  const { namespace = '' } = metadata;
  const entries = spec.tls ?? [];
  const lists = (isListed: (name: string) => boolean) =>
    entries.find(({ hosts = [] }) => hosts.some(isListed));
  const named = lists((name) => name.toLowerCase() === host);
  if (named !== undefined) return { namespace, secretName: named.secretName ?? '' };
  const secretName = lists((name) => matchesWildcardHost(name, host))?.secretName ?? '';
  const secrets = entries.flatMap((entry) => (entry.secretName ? [`${namespace}/${entry.secretName}`] : []));
  return { namespace, secretName, choice: { kind: 'first-for-host', secrets, host } };
}

/** [NGX-17] By host: the first Ingress with a rule for it and an entry in `spec.tls` decides. */
export function listNginxTlsClaims(ingresses: readonly Ingress[]): ReadonlyMap<string, TlsClaim> {
  const claims = new Map<string, TlsClaim>();
  for (const ingress of ingresses)
    for (const { host = '' } of ingress.spec.rules ?? [])
      if (host !== '' && (ingress.spec.tls ?? []).length > 0 && !claims.has(host))
        claims.set(host, claimOf(ingress, host));
  return claims;
}

/** [NGX-17] A name without a certificate of its own has that of the wildcard one label up. */
export const findNginxTlsClaim = (host: string, { tlsClaims }: BuiltRoutes): TlsClaim | undefined =>
  tlsClaims?.get(host) ?? tlsClaims?.get(host.replace(/^[^.]+\./, '*.'));
