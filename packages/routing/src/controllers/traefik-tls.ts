import type { Ingress } from '@fairlead/kube-objects';
import { isTlsHost } from '../ingress/ingress-host.ts';
import { findListedClaim } from './listed-tls-claim.ts';
import type { TlsClaim } from './routing-profile.ts';

/** More Secrets than anybody would want to be read for one request. */
const mostSecrets = 20;

const secretsOf = ({ metadata, spec }: Ingress): readonly string[] =>
  (spec.tls ?? []).flatMap(({ secretName = '' }) =>
    secretName === '' ? [] : [`${metadata.namespace ?? ''}/${secretName}`],
  );

/**
 * [TRK-10] Every Secret that an Ingress names is loaded, and the client is shown what fits its name, whichever Ingress it
 * came with. Of many Secrets only those of Ingresses that ask for TLS on the host are worth reading.
 */
export function findTraefikClaim(taken: readonly Ingress[], host: string): TlsClaim | undefined {
  const loading = taken.filter((ingress) => secretsOf(ingress).length > 0);
  if (loading.length === 0) return undefined;
  const all = loading.map(secretsOf);
  const worthReading =
    new Set(all.flat()).size > mostSecrets
      ? loading.filter((ingress) => isTlsHost(ingress, host)).map(secretsOf)
      : all;
  const own = findListedClaim(taken, host) ?? { namespace: '', secretName: '' };
  const ownSecret = own.secretName === '' ? [] : [`${own.namespace}/${own.secretName}`];
  const secrets = [...new Set([...ownSecret, ...worthReading.flat()])];
  return { ...own, choice: { kind: 'last-names', secrets, host, lists: all } };
}
