import type { CertificateReply } from '@fairlead/api-contract';
import { matchesWildcardHost } from '@fairlead/routing';
import { useState, type ReactNode } from 'react';
import type { IngressFormMessages } from '../../messages/en-ingress-form.ts';
import { useMessages } from '../../messages/use-messages.ts';
import { failureOf } from '../../server-state/api-failure.ts';
import { certificateValidityOf } from '../../trace-view/certificate-validity.ts';
import { useCertificate } from '../../server-state/use-tls-secrets.ts';
import { Button } from '../../ui/button.tsx';
import { StatusIcon } from '../../ui/status-icon.tsx';
import { useNow } from '../../ui/use-now.ts';
import styles from './ingress-form.module.css';

export interface CertificateState {
  readonly tone: 'ok' | 'warning' | 'error';
  readonly text: string;
}

/** How long the certificate lasts, or why it cannot serve. */
export function certificateStateOf(
  { notBefore, notAfter, problem }: Pick<CertificateReply, 'notBefore' | 'notAfter' | 'problem'>,
  nowMs: number,
  words: IngressFormMessages['tls'],
): CertificateState {
  if (problem !== undefined) return { tone: 'error', text: words.problems[problem] };
  const validity = certificateValidityOf({ notBefore, notAfter }, nowMs);
  if (validity === undefined) return { tone: 'error', text: words.problems['certificate-unreadable'] };
  const { kind, days } = validity;
  if (kind === 'expired') return { tone: 'error', text: words.expired(days) };
  if (kind === 'not-yet') return { tone: 'error', text: words.notYet(days) };
  return { tone: days < 15 ? 'warning' : 'ok', text: words.valid(days) };
}

const isNamed = (names: readonly string[], host: string): boolean =>
  names.some((name) => name.toLowerCase() === host.toLowerCase() || matchesWildcardHost(name, host));

function Facts({
  reply,
  hosts,
}: {
  readonly reply: CertificateReply;
  readonly hosts: readonly string[];
}): ReactNode {
  const {
    ingressForm: { tls: words },
  } = useMessages();
  const { tone, text } = certificateStateOf(reply, useNow('minute'), words);
  const foreign = reply.problem === undefined ? hosts.filter((host) => !isNamed(reply.names, host)) : [];
  return (
    <div className={styles.certificate}>
      <p className={styles.certificateState} data-tone={tone}>
        <StatusIcon tone={tone} size={14} />
        {text}
      </p>
      {reply.notAfter === '' ? null : (
        <p className={styles.help}>
          {reply.names.length === 0 ? words.commonNameOnly(reply.commonName) : words.names(reply.names)}{' '}
          {words.issuer(reply.issuer)}
        </p>
      )}
      {foreign.length === 0 ? null : (
        <p className={styles.certificateState} data-tone="warning">
          <StatusIcon tone="warning" size={14} />
          {words.notFor(foreign)}
        </p>
      )}
    </div>
  );
}

export interface CertificateFactsProps {
  readonly namespace: string;
  readonly secretName: string;
  readonly hosts: readonly string[];
  /** Not before it is known whether there is such a Secret, where that can be known. */
  readonly mayRead: boolean;
}

/** What a Secret's certificate is for and how long it lasts: read when asked for, since it takes a look at the Secret. */
export function CertificateFacts({
  namespace,
  secretName,
  hosts,
  mayRead,
}: CertificateFactsProps): ReactNode {
  const {
    errors,
    ingressForm: { tls: words },
  } = useMessages();
  const [wanted, setWanted] = useState<string | undefined>();
  const isWanted = wanted === secretName;
  const { data, error } = useCertificate(namespace, secretName, isWanted && mayRead);
  if (secretName === '') return null;
  if (!isWanted)
    return (
      <Button size="small" variant="link" onPress={() => setWanted(secretName)}>
        {words.check(secretName)}
      </Button>
    );
  if (error !== null) {
    const failure = failureOf(error);
    return (
      <p className={styles.help}>{failure === undefined ? error.message : errors.explain(failure).title}</p>
    );
  }
  return data === undefined ? (
    <p className={styles.help}>{words.checking()}</p>
  ) : (
    <Facts reply={data} hosts={hosts} />
  );
}
