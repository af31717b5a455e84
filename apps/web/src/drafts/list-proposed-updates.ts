import type { Draft, EditedObject } from '@fairlead/edits';
import { readDraft } from './draft-reading.ts';

/** What a draft would make of its object. */
export interface ProposedUpdate {
  readonly operation: Draft['operation'];
  readonly object: EditedObject;
  /** What it began with; absent for a new object. */
  readonly base?: EditedObject;
}

/** What a draft proposes, with what it began with; nothing while its text cannot be followed. */
export function listProposedUpdates(draft: Draft): readonly ProposedUpdate[] {
  const { operation, base } = draft;
  const { object } = readDraft(draft);
  if (object === undefined) return [];
  return [{ operation, object, ...(base === undefined ? {} : { base }) }];
}
