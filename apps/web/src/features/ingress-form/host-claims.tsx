import type { ReactNode } from 'react';
import { useMessages } from '../../messages/use-messages.ts';
import { StatusIcon } from '../../ui/status-icon.tsx';
import type { IngressFormFacts } from '../../workers/ingress-form-facts.ts';
import styles from './ingress-form.module.css';
import { ownerOfHost, type HostClaims, type OrderedClaim } from './list-host-claims.ts';

const mostClaims = 12;

export interface HostClaimsListProps {
  readonly host: string;
  readonly claims: HostClaims;
  readonly facts: IngressFormFacts;
}

const keyOf = ({ ingress, path, pathType }: OrderedClaim, index: number): string =>
  `${ingress.namespace ?? ''}/${ingress.name} ${pathType} ${path} ${index}`;

/** Who else has the host, and in which order all of its paths are tried. */
export function HostClaimsList({ host, claims, facts }: HostClaimsListProps): ReactNode {
  const {
    ingressForm: { claims: words, rules },
  } = useMessages();
  const shownHost = host === '' ? rules.anyHost() : host;
  const owner = ownerOfHost(claims, facts);
  const { ordered, rivals, others } = claims;
  return (
    <section aria-live="polite" className={styles.claims} aria-label={words.title(shownHost)}>
      {rivals.length === 0 ? null : (
        <p className={styles.claimHead}>
          <StatusIcon tone="warning" size={14} />
          <span>
            {words.rivals(shownHost, rivals)}{' '}
            {owner === undefined ? '' : owner === '' ? words.wholeHostIsMine() : words.wholeHost(owner)}
          </span>
        </p>
      )}
      {others.length === 0 ? null : (
        <p className={styles.claimHead}>
          <StatusIcon tone="info" size={14} />
          <span>{words.othersToo(others)}</span>
        </p>
      )}
      {ordered.length === 0 ? null : (
        <>
          <p className={styles.claimText}>{words.order()}</p>
          <ol className={styles.claimList}>
            {ordered.slice(0, mostClaims).map((claim, index) => (
              <li key={keyOf(claim, index)} data-mine={claim.isMine}>
                <code>{claim.path === '' ? rules.anyPath() : claim.path}</code>
                <span>{claim.pathType}</span>
                <code>{claim.backend}</code>
                <span>
                  {claim.isMine ? words.thisOne() : `${claim.ingress.namespace ?? ''}/${claim.ingress.name}`}
                </span>
              </li>
            ))}
          </ol>
          {ordered.length > mostClaims ? (
            <p className={styles.claimText}>{words.more(ordered.length - mostClaims)}</p>
          ) : null}
        </>
      )}
    </section>
  );
}
