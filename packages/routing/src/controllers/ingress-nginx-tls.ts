import type { Ingress } from '@fairlead/kube-objects';
import { matchesWildcardHost } from '../ingress/ingress-host.ts';
import type { BuildContext, BuiltRoutes, TlsClaim } from './routing-profile.ts';

type Certificates = BuildContext['certificates'];

/** The entry that lists the host, else the first whose certificate is for it; one without Secret where there is neither. */
function claimOf({ metadata, spec }: Ingress, host: string, certificates: Certificates): TlsClaim {
  const { namespace = '' } = metadata;
  const entries = spec.tls ?? [];
  const isFor = (name: string): boolean => name.toLowerCase() === host || matchesWildcardHost(name, host);
  const entry =
    entries.find(({ hosts = [] }) => hosts.some((each) => each.toLowerCase() === host)) ??
    entries.find(({ hosts = [], secretName = '' }) =>
      certificates === undefined
        ? hosts.some(isFor)
        : certificates.get(`${namespace}/${secretName}`)?.names.some(isFor) === true,
    );
  return { namespace, secretName: entry?.secretName ?? '' };
}

/** [NGX-17] By host: the first Ingress with a rule for it and an entry in `spec.tls` decides. */
export function listNginxTlsClaims(
  ingresses: readonly Ingress[],
  certificates: Certificates,
): ReadonlyMap<string, TlsClaim> {
  const claims = new Map<string, TlsClaim>();
  for (const ingress of ingresses)
    for (const { host = '' } of ingress.spec.rules ?? [])
      if (host !== '' && (ingress.spec.tls ?? []).length > 0 && !claims.has(host))
        claims.set(host, claimOf(ingress, host, certificates));
  return claims;
}

/** [NGX-17] A name without a certificate of its own has that of the wildcard one label up. */
export const findNginxTlsClaim = (host: string, { tlsClaims }: BuiltRoutes): TlsClaim | undefined =>
  tlsClaims?.get(host) ?? tlsClaims?.get(host.replace(/^[^.]+\./, '*.'));
