import type { ObjectEdit } from '@fairlead/edits';
import type { FieldPath } from '@fairlead/manifests';
import { memo, useDeferredValue, type ReactNode } from 'react';
import type { OpenDraft } from '../../drafts/use-open-draft.ts';
import { useMessages } from '../../messages/use-messages.ts';
import { useKept } from '../../ui/use-kept.ts';
import { ChangesSection } from './changes-section.tsx';
import { CheckSection } from './check-section.tsx';
import { buildTextPair } from './compare-texts.ts';
import { EditList } from './edit-list.tsx';
import type { EditorState } from './editor-state.ts';
import type { ImpactAnswer } from '../../workers/draft-answers.ts';
import { ImpactSection } from './impact-section.tsx';
import { OwnersSection } from './owners-section.tsx';
import styles from './review.module.css';
import { TheirsSection } from './theirs-section.tsx';
import type { Review } from './use-review.ts';

export interface ReviewChangesProps {
  readonly open: OpenDraft;
  readonly review: Review;
  readonly state: EditorState;
  /** Of the draft as it is; `undefined`: not computed (yet). That of a moment ago stays on the screen meanwhile. */
  readonly impact: ImpactAnswer | undefined;
  readonly onShowField: (path: FieldPath) => void;
  /** Which requests change. */
  readonly requests?: ReactNode;
}

const editsOf = ({ merge, reading }: OpenDraft): readonly ObjectEdit[] => merge?.fromMine ?? reading.changes;

function MeaningSection({ open }: { readonly open: OpenDraft }): ReactNode {
  const { review } = useMessages();
  const { draft, reading } = open;
  const edits = editsOf(open);
  const isUnchanged = draft.text === draft.undoSteps[0]?.text || draft.undoSteps.length === 0;
  return (
    <section className={styles.section} aria-label={review.changes.words()}>
      <div className={styles.head}>
        <h2 className={styles.title}>{review.changes.words()}</h2>
      </div>
      <div className={styles.body}>
        {reading.object === undefined ? (
          <p className={styles.note}>{review.changes.unreadable()}</p>
        ) : draft.operation === 'create' ? (
          <p className={styles.note}>
            {review.changes.newObject(draft.ref.kind, reading.lastObject?.metadata.name ?? draft.ref.name)}
          </p>
        ) : edits.length === 0 ? (
          <p className={styles.note}>{isUnchanged ? review.changes.unchanged() : review.changes.noWords()}</p>
        ) : (
          <EditList label={review.changes.words()} edits={edits} />
        )}
      </div>
    </section>
  );
}

/** Nothing is drafted and nothing has moved: who else owns the object is all there is to say. */
const CleanReview = memo(({ open }: { readonly open: OpenDraft }): ReactNode => {
  const { review } = useMessages();
  return (
    <div className={styles.review}>
      <section className={styles.section} aria-label={review.changes.title()}>
        <div className={styles.head}>
          <h2 className={styles.title}>{review.changes.title()}</h2>
        </div>
        <div className={styles.body}>
          <p className={styles.note}>{review.changes.unchanged()}</p>
        </div>
      </section>
      {open.live === undefined ? null : <OwnersSection before={open.live} after={open.live} edits={[]} />}
    </div>
  );
});

/**
 * The review of a draft, always the same: text and meaning of the change, what the API server says, what it does to
 * requests, who else owns the object, and what changed on the cluster meanwhile. Nothing is sent from here.
 */
export function ReviewChanges(props: ReviewChangesProps): ReactNode {
  const isClean = props.state.kind === 'clean' && !props.open.hasMoved;
  return isClean ? <CleanReview open={props.open} /> : <OpenReview {...props} />;
}

/** Text and meaning of the change; drawn anew when the draft is another. */
const DraftedChanges = memo(({ open }: { readonly open: OpenDraft }): ReactNode => {
  const { changes } = useMessages().review;
  const count = editsOf(open).length;
  return (
    <>
      <ChangesSection
        title={changes.title()}
        pair={buildTextPair(open, 'live')}
        chip={count === 0 ? undefined : { words: changes.edits(count), tone: 'draft' }}
        emptyWords={changes.none()}
      />
      <MeaningSection open={open} />
    </>
  );
});

/** Who else writes the object, and what they wrote since; drawn anew when the draft is another. */
const OtherWriters = memo(({ open }: { readonly open: OpenDraft }): ReactNode => {
  const { live, merge } = open;
  return (
    <>
      {live === undefined ? null : (
        <OwnersSection before={live} after={merge?.object} edits={editsOf(open)} />
      )}
      <TheirsSection open={open} />
    </>
  );
});

function OpenReview(props: ReviewChangesProps): ReactNode {
  const { open, review, state, impact, onShowField, requests } = props;
  // Typing goes first; the comparison of a long text follows.
  const shown = useDeferredValue(open);
  const latestImpact = useKept(impact);
  const isRefused = state.kind === 'refused' || state.kind === 'failed' || state.kind === 'exists';
  const check = (
    <CheckSection
      open={open}
      step={review.step}
      state={state}
      hasImpact={impact !== undefined}
      onShowField={onShowField}
    />
  );
  return (
    <div className={styles.review}>
      {isRefused ? check : null}
      <DraftedChanges open={shown} />
      {isRefused ? null : check}
      <ImpactSection
        impact={open.reading.object === undefined ? undefined : latestImpact}
        isComputing={impact === undefined}
      />
      {requests}
      <OtherWriters open={shown} />
    </div>
  );
}
