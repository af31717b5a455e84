import { listDangers, listEdits, type Danger, type EditedObject, type Owner } from '@fairlead/edits';
import type { Finding } from '@fairlead/diagnostics';
import type { ReviewMessages } from '../../messages/en-review.ts';
import type { ImpactAnswer } from '../../workers/draft-answers.ts';
import { listConcernedOwners } from './owners-section.tsx';
import { parseEdited } from './parse-edited.ts';
import type { AcceptedReply } from './use-review.ts';

/** Something to look at before a change is sent. */
export type Concern =
  | { readonly kind: 'danger'; readonly danger: Danger }
  | { readonly kind: 'warning'; readonly text: string }
  | { readonly kind: 'owner'; readonly owner: Owner; readonly isOfDeletion: boolean }
  | { readonly kind: 'finding'; readonly finding: Finding };

export interface ConcernFacts {
  /** The object as it is on the cluster; `undefined` for a new one. */
  readonly live: EditedObject | undefined;
  /** What would be stored; `undefined` for a delete. */
  readonly result: EditedObject | undefined;
  readonly warnings: readonly string[];
  readonly impact: ImpactAnswer | undefined;
}

/** That a deletion deletes is no news; that something holds the object is. */
const isTelling = (danger: Danger): boolean => danger.code !== 'delete' || danger.finalizers.length > 0;

/** Requests that lose their backend come first, then what cannot be taken back. */
export function listConcerns({ live, result, warnings, impact }: ConcernFacts): readonly Concern[] {
  const failing = impact?.introduced.filter(({ effect }) => effect === 'requests-fail') ?? [];
  const dangers = live === undefined ? [] : listDangers(live, result).filter(isTelling);
  const edits = live === undefined || result === undefined ? [] : listEdits(live, result);
  const owners = live === undefined ? [] : listConcernedOwners(live, edits);
  return [
    ...failing.map((finding) => ({ kind: 'finding', finding }) as const),
    ...dangers.map((danger) => ({ kind: 'danger', danger }) as const),
    ...owners.map((owner) => ({ kind: 'owner', owner, isOfDeletion: result === undefined }) as const),
    ...warnings.map((text) => ({ kind: 'warning', text }) as const),
  ];
}

/** The concerns of what the API server just accepted. */
export const listConcernsOf = (reply: AcceptedReply, impact: ImpactAnswer | undefined): readonly Concern[] =>
  listConcerns({
    live: parseEdited(reply.live),
    result: parseEdited(reply.merged),
    warnings: reply.warnings,
    impact,
  });

export function concernWords(concern: Concern, { dangers, owners }: ReviewMessages): string {
  switch (concern.kind) {
    case 'danger':
      return dangers.text(concern.danger);
    case 'warning':
      return dangers.warning(concern.text);
    case 'owner':
      return dangers.owned(
        owners.who(concern.owner),
        concern.isOfDeletion ? owners.remade() : owners.consequence(concern.owner.consequence),
      );
    case 'finding':
      return dangers.loses(concern.finding.title);
  }
}
