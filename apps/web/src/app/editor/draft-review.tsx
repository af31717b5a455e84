import type { FieldPath } from '@fairlead/manifests';
import type { ReactNode } from 'react';
import { ApplyResult } from '../../features/review-changes/apply-result.tsx';
import { ConflictResult } from '../../features/review-changes/conflict-result.tsx';
import type { ImpactAnswer } from '../../workers/draft-answers.ts';
import { ReviewChanges } from '../../features/review-changes/review-changes.tsx';
import type { ConflictChoices } from '../../features/review-changes/use-conflict-choices.ts';
import { ChangedRequests } from './changed-requests.tsx';
import type { Editor } from './use-editor.ts';
import { useProposedChanges } from './use-impact.ts';
import { useUndoApplied } from './use-undo-applied.ts';

export interface DraftReviewProps {
  readonly editing: Editor;
  readonly choices: ConflictChoices;
  readonly impact: ImpactAnswer | undefined;
  readonly onShowField: (path: FieldPath) => void;
}

/** The right side of the editor: what a conflict comes to, what became of what was applied, or the review. */
export function DraftReview({ editing, choices, impact, onShowField }: DraftReviewProps): ReactNode {
  const { open, review, state, applied } = editing;
  const changes = useProposedChanges(open);
  const undo = useUndoApplied();
  if (state.kind === 'conflict') return <ConflictResult open={open} choices={choices} />;
  if (applied !== undefined && state.kind === 'clean')
    return <ApplyResult change={applied} onUndo={undo === undefined ? undefined : () => undo(applied)} />;
  return (
    <ReviewChanges
      open={open}
      review={review}
      state={state}
      impact={impact}
      onShowField={onShowField}
      requests={<ChangedRequests changes={changes} />}
    />
  );
}
