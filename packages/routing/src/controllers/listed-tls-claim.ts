import type { Ingress } from '@fairlead/kube-objects';
import { matchesWildcardHost } from '../ingress/ingress-host.ts';
import type { TlsClaim } from './routing-profile.ts';

interface TlsEntry extends TlsClaim {
  readonly hosts: readonly string[];
}

const listEntries = (taken: readonly Ingress[]): readonly TlsEntry[] =>
  taken.flatMap(({ metadata: { namespace = '' }, spec }) =>
    (spec.tls ?? []).map(({ hosts = [], secretName = '' }) => ({
      namespace,
      hosts: hosts.map((host) => host.toLowerCase()),
      secretName,
    })),
  );

/** [TRC-13] The first entry that lists the host itself, then one whose wildcard covers it. */
export function findListedClaim(taken: readonly Ingress[], host: string): TlsClaim | undefined {
  const entries = listEntries(taken);
  return (
    entries.find(({ hosts }) => hosts.includes(host)) ??
    entries.find(({ hosts }) => hosts.some((each) => matchesWildcardHost(each, host)))
  );
}

/** [HAP-14] The first entry that lists the host, and where it has no usable Secret the first that lists its wildcard. */
export function findHaproxyClaim(taken: readonly Ingress[], host: string): TlsClaim | undefined {
  const entries = listEntries(taken);
  const claims = [host, host.replace(/^[^.]*/, '*')].flatMap((name) => {
    const first = entries.find(({ hosts }) => hosts.includes(name));
    return first === undefined ? [] : [first];
  });
  const secrets = claims.flatMap(({ namespace, secretName }) =>
    secretName === '' ? [] : [`${namespace}/${secretName}`],
  );
  const own = claims.find(({ secretName }) => secretName !== '') ?? claims[0];
  return own === undefined ? undefined : { ...own, choice: { kind: 'first-usable', secrets } };
}
