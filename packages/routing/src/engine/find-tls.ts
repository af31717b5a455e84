import { findListedClaim } from '../controllers/listed-tls-claim.ts';
import type { TlsClaim } from '../controllers/routing-profile.ts';
import { normalizeRequest, type NormalizedRequest, type RoutingRequest } from '../request.ts';
import type { TraceTls } from '../trace.ts';
import { chooseSecret, coversHost } from './choose-secret.ts';
import type { RoutingIndex } from './routing-index.ts';
import { selectRoute, type Selection } from './select-route.ts';

type Certificates = RoutingIndex['world']['certificates'];

/** The server name of a handshake has no final dot (RFC 6066, section 3), whatever the Host header has. */
type Asked = Pick<NormalizedRequest, 'host'>;

/** The claim that counts for a host: the profile's answer where it has one of its own. */
function findClaimOf(
  { taken, built, profile }: RoutingIndex,
  { host }: Asked,
  { tables }: Pick<Selection, 'tables'>,
): TlsClaim | 'elsewhere' | undefined {
  if (profile.findTlsClaim === undefined) return findListedClaim(taken, host);
  return profile.findTlsClaim({ host, tableHost: tables[0]?.host, built, taken });
}

/** The Secret that a claim means by what is known of certificates; `undefined`: none. */
function findSecretOf(
  { namespace, secretName, choice }: TlsClaim,
  certificates: Certificates,
): string | undefined {
  const own = secretName === '' ? undefined : `${namespace}/${secretName}`;
  if (choice === undefined || certificates === undefined) return own;
  const chosen = chooseSecret(choice, certificates);
  return choice.kind === 'first-usable' ? (chosen ?? own) : chosen;
}

/** Why no certificate of the cluster is shown: the entry that lists the host has no usable one, or none lists it. */
function whyNone(claim: TlsClaim | undefined, certificates: Certificates): NonNullable<TraceTls['reason']> {
  if (claim === undefined || claim.secretName === '' || certificates === undefined)
    return 'TLS_HOST_NOT_COVERED';
  const isUsable = certificates.get(`${claim.namespace}/${claim.secretName}`)?.isUsable === true;
  return isUsable ? 'TLS_HOST_NOT_COVERED' : 'TLS_SECRET_NOT_FOUND';
}

/**
 * The Secrets that decide which certificate an https client is shown, `namespace/name`; empty where none is asked. With what
 * each of them holds, `withCertificates` knows enough for the request.
 */
export function listTlsSecrets(index: RoutingIndex, given: RoutingRequest): readonly string[] {
  const request = normalizeRequest(given);
  if (request.scheme === 'http') return [];
  const claim = findClaimOf(index, request, selectRoute(index, request));
  if (claim === undefined || claim === 'elsewhere') return [];
  return claim.choice?.secrets ?? (claim.secretName === '' ? [] : [`${claim.namespace}/${claim.secretName}`]);
}

/** [TRC-13] The certificate that an https client is shown. */
export function findTlsOf(index: RoutingIndex, asked: Asked, selection: Pick<Selection, 'tables'>): TraceTls {
  const { certificates } = index.world;
  const claim = findClaimOf(index, asked, selection);
  if (claim === 'elsewhere') return { secret: null, covered: null };
  const secret = claim && findSecretOf(claim, certificates);
  if (secret === undefined) return { secret: null, covered: false, reason: whyNone(claim, certificates) };
  if (certificates === undefined) return { secret, covered: null };
  const facts = certificates.get(secret);
  if (facts === undefined || !facts.isUsable)
    return { secret: null, covered: false, reason: 'TLS_SECRET_NOT_FOUND' };
  const { names, notBefore, notAfter } = facts;
  const dates = {
    ...(notBefore === undefined ? {} : { notBefore }),
    ...(notAfter === undefined ? {} : { notAfter }),
  };
  return coversHost(names, asked.host)
    ? { secret, covered: true, ...dates }
    : { secret, covered: false, reason: 'TLS_HOST_NOT_COVERED', ...dates };
}
