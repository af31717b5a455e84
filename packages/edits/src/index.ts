export type * from './edit.ts';
export {
  changeDraft,
  maxDraftSteps,
  redoDraft,
  undoDraft,
  type Draft,
  type DraftChange,
  type DraftReason,
  type DraftStep,
} from './draft-history.ts';
