import type { FieldProblem } from '../../drafts/field-problem.ts';
import type { OpenDraft } from '../../drafts/use-open-draft.ts';
import { listFindingProblems } from '../../features/review-changes/list-finding-problems.ts';
import { useMessages } from '../../messages/use-messages.ts';
import { showToast } from '../../ui/toast-region.tsx';
import type { ImpactAnswer } from '../../workers/draft-answers.ts';

/** What the checks of the live view say of a draft, each with its fix as one step of the draft where it has one. */
export function useFoundProblems(
  { reading, edit }: OpenDraft,
  impact: ImpactAnswer | undefined,
): readonly FieldProblem[] {
  const { editor } = useMessages();
  const { object } = reading;
  if (object === undefined || impact === undefined) return [];
  return listFindingProblems(impact.findings, object, (edits) => {
    if (!edit(edits, { reason: 'fix' })) showToast(editor.fixDoesNotFit(object.kind, object.metadata.name));
  });
}
