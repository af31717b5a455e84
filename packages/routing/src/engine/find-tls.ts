import type { Ingress } from '@fairlead/kube-objects';
import type { TlsClaim } from '../controllers/routing-profile.ts';
import { matchesWildcardHost } from '../ingress/ingress-host.ts';
import type { NormalizedRequest } from '../request.ts';
import type { TraceTls } from '../trace.ts';
import type { RoutingIndex } from './routing-index.ts';
import type { Selection } from './select-route.ts';

const coversHost = (name: string, host: string): boolean =>
  name.toLowerCase() === host || matchesWildcardHost(name, host);

/** The first entry that lists the host itself, then one whose wildcard covers it, oldest Ingress first. */
function findClaim(taken: readonly Ingress[], host: string): TlsClaim | undefined {
  const entries = taken.flatMap(({ metadata, spec }) =>
    (spec.tls ?? []).map(({ hosts = [], secretName = '' }) => ({
      namespace: metadata.namespace ?? '',
      hosts,
      secretName,
    })),
  );
  return (
    entries.find(({ hosts }) => hosts.some((each) => each.toLowerCase() === host)) ??
    entries.find(({ hosts }) => hosts.some((each) => matchesWildcardHost(each, host)))
  );
}

/** [TRC-13] The certificate that an https client is shown. */
export function findTlsOf(
  { taken, built, world, profile }: RoutingIndex,
  { host }: Pick<NormalizedRequest, 'host'>,
  { tables }: Pick<Selection, 'tables'>,
): TraceTls {
  const claim =
    profile.findTlsClaim === undefined
      ? findClaim(taken, host)
      : profile.findTlsClaim({ host, tableHost: tables[0]?.host, built });
  if (claim === 'elsewhere') return { secret: null, covered: null };
  if (claim === undefined || claim.secretName === '')
    return { secret: null, covered: false, reason: 'TLS_HOST_NOT_COVERED' };
  const secret = `${claim.namespace}/${claim.secretName}`;
  if (world.certificates === undefined) return { secret, covered: null };
  const facts = world.certificates.get(secret);
  if (facts === undefined || !facts.isUsable)
    return { secret: null, covered: false, reason: 'TLS_SECRET_NOT_FOUND' };
  const covered = facts.names.some((name) => coversHost(name, host));
  return covered ? { secret, covered } : { secret, covered, reason: 'TLS_HOST_NOT_COVERED' };
}
