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

/** The request, or as much of it as decides. */
type Asked = Pick<NormalizedRequest, 'host'> & Partial<NormalizedRequest>;

/** The claim that counts for a host: the profile's answer where it has one of its own. */
function findClaimOf(
  { taken, built, profile }: RoutingIndex,
  { host, hasFinalDot = false }: Asked,
  { tables }: Pick<Selection, 'tables'>,
): TlsClaim | 'elsewhere' | undefined {
  if (profile.findTlsClaim === undefined) return findClaim(taken, host);
  const asked = profile.keepsFinalDot && hasFinalDot ? `${host}.` : host;
  return profile.findTlsClaim({ host: asked, tableHost: tables[0]?.host, built });
}

/** [TRC-13] The certificate that an https client is shown. */
export function findTlsOf(index: RoutingIndex, asked: Asked, selection: Pick<Selection, 'tables'>): TraceTls {
  const { certificates } = index.world;
  const claim = findClaimOf(index, asked, selection);
  if (claim === 'elsewhere') return { secret: null, covered: null };
  if (claim === undefined || claim.secretName === '')
    return { secret: null, covered: false, reason: 'TLS_HOST_NOT_COVERED' };
  const secret = `${claim.namespace}/${claim.secretName}`;
  if (certificates === undefined) return { secret, covered: null };
  const facts = certificates.get(secret);
  if (facts === undefined || !facts.isUsable)
    return { secret: null, covered: false, reason: 'TLS_SECRET_NOT_FOUND' };
  const covered = facts.names.some((name) => coversHost(name, asked.host));
  return covered ? { secret, covered } : { secret, covered, reason: 'TLS_HOST_NOT_COVERED' };
}
