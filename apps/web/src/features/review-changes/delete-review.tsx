import type { EditedObject } from '@fairlead/edits';
import { keyOfRef, refOf } from '@fairlead/kube-objects';
import { useState, type ReactNode } from 'react';
import type { AppliedChange } from '../../drafts/applied-change.ts';
import { useMessages } from '../../messages/use-messages.ts';
import { Button } from '../../ui/button.tsx';
import { StatusIcon } from '../../ui/status-icon.tsx';
import { TextField } from '../../ui/text-field.tsx';
import type { ImpactAnswer } from '../../workers/draft-answers.ts';
import type { DetailsAnswer } from '../../workers/questions.ts';
import { useAnswer } from '../../workers/use-answer.ts';
import { ApplyResult } from './apply-result.tsx';
import { ConcernList } from './concern-list.tsx';
import { ImpactSection } from './impact-section.tsx';
import { listConcerns } from './list-concerns.ts';
import styles from './review.module.css';
import { describeDeletion } from './describe-deletion.ts';
import { useDeletion, type Deletion } from './use-deletion.ts';

export interface DeleteReviewProps {
  readonly clusterId: string;
  readonly live: EditedObject;
  /** False: shown, but nothing can be sent. */
  readonly mayDelete: boolean;
  /** The applied change that this deletion takes back. */
  readonly undoes?: string | undefined;
  /** What the deletion does to the picture and to what is wrong; `undefined`: not computed (yet). */
  readonly impact: ImpactAnswer | undefined;
  /** Which requests change. */
  readonly requests?: ReactNode;
  readonly onUndo: (change: AppliedChange) => void;
  readonly onCancel: () => void;
}

/** What points here, named before anything else. */
function Dependents({
  live,
  details,
}: {
  readonly live: EditedObject;
  readonly details: DetailsAnswer | undefined;
}): ReactNode {
  const { review } = useMessages();
  const { deletion } = review;
  const usedBy = details?.usedBy ?? [];
  const ingresses = new Set(usedBy.map(({ ref }) => keyOfRef(ref))).size;
  const rules = live.kind === 'Ingress' ? (live.spec.rules ?? []) : [];
  const paths = rules.flatMap(({ http }) => http?.paths ?? []).length;
  const hosts = [...new Set(rules.map(({ host = '' }) => (host === '' ? deletion.anyHost() : host)))];
  if (details === undefined) return null;
  if (usedBy.length === 0)
    return (
      <p className={styles.note}>
        {paths === 0 ? deletion.nothingDepends() : deletion.stopsServing(paths, hosts)}
      </p>
    );
  return (
    <div className={styles.depends}>
      <p className={styles.warning}>
        <StatusIcon tone="error" size={16} />
        <span>
          <strong>{deletion.depends(usedBy.length, ingresses)}</strong> {deletion.dependsText(usedBy.length)}
        </span>
      </p>
      <ul className={styles.edits}>
        {usedBy.map(({ ref, label }) => (
          <li key={`${keyOfRef(ref)} ${label}`} className={styles.edit}>
            {label}
          </li>
        ))}
      </ul>
    </div>
  );
}

interface ConfirmProps {
  readonly live: EditedObject;
  readonly deletion: Deletion;
  readonly mayDelete: boolean;
  readonly onCancel: () => void;
}

function Confirm({ live, deletion, mayDelete, onCancel }: ConfirmProps): ReactNode {
  const { review } = useMessages();
  const [typed, setTyped] = useState('');
  const { name } = live.metadata;
  const { step, check, remove } = deletion;
  const isBusy = step.kind === 'checking' || step.kind === 'deleting';
  const line = describeDeletion(step, live, review.deletion);
  return (
    <>
      <p aria-live="polite" className={styles.warning}>
        {line.tone === undefined ? null : <StatusIcon tone={line.tone} />}
        <span>{line.words}</span>
      </p>
      {line.quote === undefined ? null : <pre className={styles.quote}>{line.quote}</pre>}
      <TextField label={review.confirm.typeName(name)} value={typed} onChange={setTyped} isMono />
      <p className={styles.note}>{review.deletion.undoHint()}</p>
      <div className={styles.dialogActions}>
        <Button onPress={onCancel}>{review.deletion.cancel()}</Button>
        <Button isDisabled={isBusy} onPress={() => void check()}>
          {step.kind === 'none' ? review.deletion.check() : review.deletion.checkAgain()}
        </Button>
        <Button
          variant="primary"
          isDisabled={isBusy || !mayDelete || typed !== name || line.isStopped}
          onPress={() => void remove()}
        >
          {review.deletion.deleteIt(live.kind, name)}
        </Button>
      </div>
    </>
  );
}

/**
 * The review of a deletion: what depends on the object first, then what it does to the picture and to requests, then what
 * the API server says, and the typed name.
 */
export function DeleteReview(props: DeleteReviewProps): ReactNode {
  const { clusterId, live, mayDelete, undoes, impact, requests, onUndo, onCancel } = props;
  const { review } = useMessages();
  const { data } = useAnswer({ kind: 'details', ref: refOf(live) });
  const deletion = useDeletion(clusterId, live, undoes);
  const { kind, metadata } = live;
  const concerns = listConcerns({ live, result: undefined, warnings: [], impact });
  if (deletion.step.kind === 'deleted') {
    const { change } = deletion.step;
    return <ApplyResult change={change} onUndo={() => onUndo(change)} isWholePage />;
  }
  const title = review.deletion.title(kind, metadata.name);
  return (
    <>
      <section className={styles.section} aria-label={title}>
        <div className={styles.head}>
          <h1 className={styles.title}>{title}</h1>
          <span className={styles.subtitle}>{review.deletion.inNamespace(metadata.namespace ?? '')}</span>
        </div>
        <div className={styles.body}>
          <Dependents live={live} details={data} />
          <ConcernList concerns={concerns} />
        </div>
      </section>
      <ImpactSection impact={impact} deletedKind={kind} />
      {requests}
      <section className={styles.section} aria-label={review.deletion.confirm()}>
        <div className={styles.head}>
          <h2 className={styles.title}>{review.deletion.confirm()}</h2>
        </div>
        <div className={styles.body}>
          <Confirm live={live} deletion={deletion} mayDelete={mayDelete} onCancel={onCancel} />
        </div>
      </section>
    </>
  );
}
