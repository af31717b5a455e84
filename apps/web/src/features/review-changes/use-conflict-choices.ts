import {
  listEdits,
  resolveConflicts,
  withServerFilled,
  type Conflict,
  type ConflictChoice,
  type EditedObject,
  type MergeConflicts,
  type ObjectEdit,
} from '@fairlead/edits';
import { useState } from 'react';
import type { OpenDraft } from '../../drafts/use-open-draft.ts';

/** What a person chose so far where both sides changed the same. */
export interface ConflictChoices {
  readonly conflicts: readonly Conflict[];
  readonly choices: ReadonlyMap<string, ConflictChoice>;
  /** How many are still to be made. */
  readonly openCount: number;
  /** With the choices made so far; theirs where none is. */
  readonly result: EditedObject | undefined;
  /** What combines on its own. */
  readonly combined: { readonly mine: readonly ObjectEdit[]; readonly theirs: readonly ObjectEdit[] };
  /** `undefined`: the choice is open again. */
  readonly choose: (conflict: Conflict, choice: ConflictChoice | undefined) => void;
  /** Goes on with the draft on the live object; does nothing while a choice is open. */
  readonly finish: () => void;
  /** Goes on with the live object as it is. What was the draft stays in its undo history. */
  readonly takeTheirs: () => void;
}

/** A choice holds for the values it was made between. */
interface MadeChoice {
  readonly between: string;
  readonly choice: ConflictChoice;
}

const betweenOf = ({ mine, theirs }: Conflict): string => JSON.stringify([mine ?? null, theirs ?? null]);

function listValid(
  conflicts: readonly Conflict[],
  made: ReadonlyMap<string, MadeChoice>,
): ReadonlyMap<string, ConflictChoice> {
  return new Map(
    conflicts.flatMap((conflict) => {
      const entry = made.get(conflict.id);
      return entry?.between === betweenOf(conflict) ? [[conflict.id, entry.choice] as const] : [];
    }),
  );
}

/** Theirs that is no matter of choice: what they add to mine when every choice is mine. */
function listCombined(merge: MergeConflicts): ConflictChoices['combined'] {
  const { base, mine } = merge.input;
  const allMine = new Map(merge.conflicts.map(({ id }) => [id, { take: 'mine' }] as const));
  const theirs = listEdits(withServerFilled(base, mine), resolveConflicts(merge, allMine));
  return { mine: merge.fromMine, theirs };
}

/** The choices of a draft in conflict; without a conflict there are none. */
export function useConflictChoices(open: OpenDraft | undefined): ConflictChoices {
  const [made, setMade] = useState<ReadonlyMap<string, MadeChoice>>(new Map());
  const merge = open?.merge?.kind === 'conflicts' ? open.merge : undefined;
  const conflicts = merge?.conflicts ?? [];
  const choices = listValid(conflicts, made);
  const openCount = conflicts.length - choices.size;
  const result = merge === undefined ? undefined : resolveConflicts(merge, choices);
  return {
    conflicts,
    choices,
    openCount,
    result,
    combined: merge === undefined ? { mine: [], theirs: [] } : listCombined(merge),
    choose: (conflict, choice) => {
      const others = [...made].filter(([id]) => id !== conflict.id);
      const between = betweenOf(conflict);
      setMade(new Map(choice === undefined ? others : [...others, [conflict.id, { between, choice }]]));
    },
    finish: () => {
      if (open?.live !== undefined && result !== undefined && openCount === 0)
        open.rebase(open.live, result, 'choices');
    },
    takeTheirs: () => {
      if (open?.live !== undefined) open.rebase(open.live, open.live, 'take-theirs');
    },
  };
}
