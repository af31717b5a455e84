import type { DryRunReply } from '@fairlead/api-contract';
import { printFieldPath, type FieldPath } from '@fairlead/manifests';
import type { ReactNode } from 'react';
import type { OpenDraft } from '../../drafts/use-open-draft.ts';
import { useMessages } from '../../messages/use-messages.ts';
import { Button } from '../../ui/button.tsx';
import { StatusIcon } from '../../ui/status-icon.tsx';
import { useAnswer } from '../../workers/use-answer.ts';
import { pathOfFieldError } from './list-field-problems.ts';
import { isPortRefusal, listRemedies } from './list-remedies.ts';
import styles from './review.module.css';

export interface RefusalCardProps {
  readonly open: OpenDraft;
  readonly refusal: Extract<DryRunReply, { outcome: 'refused' }>;
  readonly onShowField: (path: FieldPath) => void;
}

interface CardProps extends RefusalCardProps {
  readonly freeNodePort: number | undefined;
  /** Who has what is refused. */
  readonly takenBy: readonly string[];
}

/** What the API server refused: its words as they are, the fields they are about, and what a press of a button can do. */
function Card({ open, refusal, onShowField, freeNodePort, takenBy }: CardProps): ReactNode {
  const { review } = useMessages();
  const { check } = review;
  const { object, changes, manifest } = open.reading;
  const { fieldErrors } = refusal;
  const remedies =
    object === undefined
      ? []
      : listRemedies({ object, base: open.draft.base, changes, fieldErrors, freeNodePort }, review);
  const fields = fieldErrors.map((error) => pathOfFieldError(error, manifest.object));
  const named = [...new Map(fields.map((path) => [printFieldPath(path), path])).entries()].filter(
    ([name]) => name !== '',
  );
  return (
    <div className={styles.refusal} role="alert">
      <div className={styles.refusalHead}>
        <StatusIcon tone="error" size={16} />
        <h3 className={styles.refusalTitle}>{check.refusedTitle(fieldErrors.length)}</h3>
      </div>
      <div className={styles.refusalBody}>
        {takenBy.map((words) => (
          <p key={words}>{words}</p>
        ))}
        <h4 className={styles.small}>{check.said()}</h4>
        <pre className={styles.quote}>{refusal.kubernetesMessage}</pre>
        {named.length === 0 ? null : (
          <p className={styles.fields}>
            {named.map(([name, path]) => (
              <Button key={name} size="small" variant="link" onPress={() => onShowField(path)}>
                {check.showField(name)}
              </Button>
            ))}
          </p>
        )}
        {remedies.length === 0 ? null : (
          <>
            <h4 className={styles.small}>{check.canDo()}</h4>
            <ul className={styles.remedies}>
              {remedies.map(({ id, label, text, edits }) => (
                <li key={id} className={styles.remedy}>
                  <Button size="small" onPress={() => open.edit(edits, { reason: 'fix' })}>
                    {label}
                  </Button>
                  <span>{text}</span>
                </li>
              ))}
            </ul>
          </>
        )}
      </div>
    </div>
  );
}

/** Node ports of other Services say who has the one that is refused, and which one is free. */
function PortCard(props: RefusalCardProps): ReactNode {
  const { review } = useMessages();
  const { name, namespace = '' } = props.open.draft.ref;
  const { data } = useAnswer({ kind: 'serviceFormFacts', namespace, name, selector: {} });
  const wanted = new Set(
    (props.open.reading.object?.kind === 'Service' ? (props.open.reading.object.spec.ports ?? []) : []).map(
      ({ nodePort }) => nodePort,
    ),
  );
  const taken = data?.takenNodePorts.filter(({ port }) => wanted.has(port)) ?? [];
  return (
    <Card
      {...props}
      freeNodePort={data?.freeNodePorts.find((port) => !wanted.has(port))}
      takenBy={taken.map(({ port, protocol, service }) =>
        review.remedies.takenBy(port, protocol, `${service.namespace ?? ''}/${service.name}`),
      )}
    />
  );
}

/** The refusal of a draft. */
export function RefusalCard(props: RefusalCardProps): ReactNode {
  return isPortRefusal(props.refusal.fieldErrors) ? (
    <PortCard {...props} />
  ) : (
    <Card {...props} freeNodePort={undefined} takenBy={[]} />
  );
}
