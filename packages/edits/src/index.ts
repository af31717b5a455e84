export type * from './edit.ts';
export {
  parseEditedObject,
  treeOf,
  type ObjectProblem,
  type ObjectProblemCode,
  type ParsedEditedObject,
} from './parse-edited-object.ts';
export { applyEdit, applyEdits, type AppliedEdit } from './apply-edit.ts';
export { invertEdit } from './invert-edit.ts';
export { listEdits } from './list-edits.ts';
export { listConnectionEdits, type Connection, type ConnectedPath } from './list-connection-edits.ts';
export { withoutServerFields } from './server-fields.ts';
export {
  findPathPlace,
  findPortIndex,
  findRuleIndex,
  findTlsIndex,
  pathNameAt,
  portNameAt,
  ruleNameAt,
  tlsNameAt,
} from './find-part.ts';
export type { PathPlace } from './part-names.ts';
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
export { identifyPart } from './identify-part.ts';
export { applyEditsToText, type AppliedText } from './apply-edits-to-text.ts';
export {
  mergeThreeWay,
  resolveConflicts,
  type Merge,
  type MergeConflicts,
  type MergedObject,
  type MergeInput,
} from './merge-three-way.ts';
export { conflictWords, type Conflict, type ConflictChoice, type ConflictPlace } from './conflict.ts';
export { withServerFilled } from './server-filled.ts';
export { planEdits, type Plan, type PlanInput, type PlanProblem } from './plan-edits.ts';
export { listDangers, type Danger } from './list-dangers.ts';
export type { ImmutableChange } from './list-immutable-changes.ts';
export { isImmutableEdit } from './is-immutable-edit.ts';
export { listAssignedFields } from './list-assigned-fields.ts';
export { printPatchForSource } from './print-patch-for-source.ts';
export { listOwners, type Owner, type OwnerConsequence } from './list-owners.ts';
export {
  canChangeServiceType,
  listServiceTypeEdits,
  serviceTypeOf,
  type ServiceType,
} from './service-type.ts';
export { duplicateObject, newManifest } from './new-object.ts';
