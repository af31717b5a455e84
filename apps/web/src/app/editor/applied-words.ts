import type { AppliedChange } from '../../drafts/applied-change.ts';
import { countOthersChanges } from '../../features/review-changes/build-undo-draft.ts';
import type { EditorMessages } from '../../messages/en-editor.ts';

/** What an applied change was; `others`: changes that others made before it took an earlier one back. */
export type AppliedWords =
  | { readonly kind: 'applied' }
  | { readonly kind: 'undone'; readonly others: number };

/** Whether what was applied took an earlier change of the history back, and what others changed besides. */
export function appliedWordsOf(applied: AppliedChange, history: readonly AppliedChange[]): AppliedWords {
  const undone = history.find(({ undoneBy }) => undoneBy === applied.id);
  if (undone === undefined || applied.after === undefined) return { kind: 'applied' };
  return { kind: 'undone', others: countOthersChanges(undone, applied.after) };
}

/** The same as a sentence. */
export const appliedLineOf = (words: AppliedWords, lines: EditorMessages['lines']): string =>
  words.kind === 'applied' ? lines.applied() : lines.undone(words.others);
