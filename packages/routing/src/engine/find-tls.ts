import type { Ingress } from '@fairlead/kube-objects';
import { matchesWildcardHost } from '../ingress/ingress-host.ts';
import type { TraceTls } from '../trace.ts';
import type { RoutingIndex } from './routing-index.ts';

const coversHost = (name: string, host: string): boolean =>
  name.toLowerCase() === host || matchesWildcardHost(name, host);

interface TlsClaim {
  readonly ingress: Ingress;
  readonly secretName: string;
}

/** The first entry that lists the host itself, then one whose wildcard covers it, oldest Ingress first. */
function findClaim(ingresses: readonly Ingress[], host: string): TlsClaim | undefined {
  const entries = ingresses.flatMap((ingress) =>
    (ingress.spec.tls ?? []).map(({ hosts = [], secretName = '' }) => ({ ingress, hosts, secretName })),
  );
  return (
    entries.find(({ hosts }) => hosts.some((each) => each.toLowerCase() === host)) ??
    entries.find(({ hosts }) => hosts.some((each) => matchesWildcardHost(each, host)))
  );
}

/** [TRC-13] The certificate that an https client is shown for a host. */
export function findTls({ taken, world }: RoutingIndex, host: string): TraceTls {
  const claim = findClaim(taken, host);
  if (claim === undefined || claim.secretName === '')
    return { secret: null, covered: false, reason: 'TLS_HOST_NOT_COVERED' };
  const secret = `${claim.ingress.metadata.namespace ?? ''}/${claim.secretName}`;
  if (world.certificates === undefined) return { secret, covered: null };
  const facts = world.certificates.get(secret);
  if (facts === undefined || !facts.isUsable)
    return { secret: null, covered: false, reason: 'TLS_SECRET_NOT_FOUND' };
  const covered = facts.names.some((name) => coversHost(name, host));
  return covered ? { secret, covered } : { secret, covered, reason: 'TLS_HOST_NOT_COVERED' };
}
