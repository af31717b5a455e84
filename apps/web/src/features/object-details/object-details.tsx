import { keyOfRef, type ObjectRef } from '@fairlead/kube-objects';
import { useState, type ReactNode } from 'react';
import { useMessages } from '../../messages/use-messages.ts';
import { Button } from '../../ui/button.tsx';
import { ErrorPanel } from '../../ui/error-panel.tsx';
import { selectionOf } from '../../url-state/selection.ts';
import type { DetailsAnswer } from '../../workers/questions.ts';
import { useAnswer } from '../../workers/use-answer.ts';
import { ConnectAction } from './connect-action.tsx';
import { iconOfKind } from './kind-look.ts';
import { MissingObject } from './missing-object.tsx';
import { ObjectChips } from './object-chips.tsx';
import styles from './object-panel.module.css';
import { ObjectTabs } from './object-tabs.tsx';
import { PanelHead } from './panel-head.tsx';

export interface ObjectDetailsProps {
  readonly target: ObjectRef;
  readonly row: readonly string[];
  readonly onClose: () => void;
  /** What can be done with the object. */
  readonly actions?: ReactNode;
}

interface BodyProps {
  readonly target: ObjectRef;
  readonly row: readonly string[];
  readonly answer: DetailsAnswer | undefined;
  readonly failure: Error | null;
  readonly onRetry: () => void;
}

function Body({ target, row, answer, failure, onRetry }: BodyProps): ReactNode {
  const { details, common } = useMessages();
  if (failure !== null)
    return (
      <ErrorPanel
        title={details.failed(target)}
        quote={failure.message}
        actions={
          <Button size="small" onPress={onRetry}>
            {common.tryAgain()}
          </Button>
        }
      />
    );
  if (answer === undefined) return <output className={styles.note}>{details.loading(target)}</output>;
  const { object } = answer;
  if (object === undefined) return <MissingObject target={target} answer={answer} />;
  return <ObjectTabs key={keyOfRef(target)} target={target} row={row} object={object} answer={answer} />;
}

type AskedProps = ObjectDetailsProps & { readonly onRetry: () => void };

function AskedDetails({ target, row, onClose, actions, onRetry }: AskedProps): ReactNode {
  const { details } = useMessages();
  const question = useAnswer({ kind: 'details', ref: target });
  const answer = question.isPlaceholderData ? undefined : question.data;
  const selection = selectionOf(target, row);
  return (
    <>
      <PanelHead
        icon={iconOfKind(target.kind)}
        title={target.name}
        subtitle={details.subtitle(target)}
        chips={answer === undefined ? null : <ObjectChips answer={answer} />}
        selection={selection}
        actions={
          answer?.object === undefined ? null : (
            <>
              {actions}
              <ConnectAction selection={selection} />
            </>
          )
        }
        onClose={onClose}
      />
      <Body target={target} row={row} answer={answer} failure={question.error} onRetry={onRetry} />
    </>
  );
}

/** The details of one object. Trying again asks the question anew. */
export function ObjectDetails(props: ObjectDetailsProps): ReactNode {
  const [attempt, setAttempt] = useState(0);
  return <AskedDetails key={attempt} {...props} onRetry={() => setAttempt(attempt + 1)} />;
}
