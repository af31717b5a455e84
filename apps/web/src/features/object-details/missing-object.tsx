import { kindInfo, type KindAccess, type ObjectRef } from '@fairlead/kube-objects';
import type { ReactNode } from 'react';
import { useMessages } from '../../messages/use-messages.ts';
import { ErrorPanel } from '../../ui/error-panel.tsx';
import { RichText } from '../../ui/rich-text.tsx';
import type { DetailsAnswer } from '../../workers/questions.ts';
import { useAnswer } from '../../workers/use-answer.ts';
import { useConnectionKind } from '../../workers/use-connection.ts';
import { FindingCard } from './finding-card.tsx';
import styles from './object-panel.module.css';
import { PanelSection } from './panel-section.tsx';
import { UsedByList } from './used-by-list.tsx';

const findAccess = (access: readonly KindAccess[], { kind, namespace }: ObjectRef): KindAccess | undefined =>
  access.find((entry) => entry.kind === kind && entry.namespace === namespace) ??
  access.find((entry) => entry.kind === kind && entry.namespace === undefined);

interface ReasonProps {
  readonly target: ObjectRef;
  readonly isNamed: boolean;
  readonly access: KindAccess | undefined;
}

/** Why the list of the kind is not complete, in words; otherwise the object is gone. */
function Reason({ target, isNamed, access }: ReasonProps): ReactNode {
  const { details, common } = useMessages();
  const kinds = common.kindPlural(target.kind);
  switch (access?.state) {
    case 'forbidden':
      return (
        <ErrorPanel
          title={details.notListed(kinds, target.namespace)}
          hint={<RichText text={details.askFor([kindInfo(target.kind).resource])} />}
          quote={access.message}
        />
      );
    case 'not-served':
      return <ErrorPanel title={details.notServed(kinds)} quote={access.message} />;
    case 'failed':
      return <ErrorPanel title={details.listFailed(kinds)} quote={access.message} />;
    default:
      return (
        <ErrorPanel title={details.gone(target)} hint={isNamed ? details.namedHint() : details.goneHint()} />
      );
  }
}

/** Whether the object may still come: its kind is being listed, or nothing has arrived yet. */
function useIsArriving(access: KindAccess | undefined): boolean {
  const kind = useConnectionKind();
  if (access?.state === 'loading') return true;
  const isListed = access === undefined || access.state === 'ready';
  return isListed && (kind === 'connecting' || kind === 'loading');
}

export interface MissingObjectProps {
  readonly target: ObjectRef;
  readonly answer: DetailsAnswer;
}

/** An object that is not among the known ones: why, and what still refers to it. */
export function MissingObject({ target, answer }: MissingObjectProps): ReactNode {
  const { details } = useMessages();
  const { usedBy, findings } = answer;
  const access = findAccess(useAnswer({ kind: 'summary' }).data?.access ?? [], target);
  const isArriving = useIsArriving(access);
  if (isArriving) return <output className={styles.note}>{details.loading(target)}</output>;
  return (
    <div className={styles.scroll}>
      <Reason target={target} isNamed={usedBy.length + findings.length > 0} access={access} />
      {usedBy.length === 0 ? null : (
        <PanelSection title={details.picture.namedBy()}>
          <UsedByList label={details.picture.namedBy()} usedBy={usedBy} />
        </PanelSection>
      )}
      {findings.map((finding) => (
        <FindingCard key={finding.id} finding={finding} shown={target} />
      ))}
    </div>
  );
}
