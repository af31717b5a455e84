import type { JsonObject } from '@fairlead/manifests';
import type { Conflict, ConflictChoice } from './conflict.ts';
import type { EditedObject, ObjectEdit } from './edit.ts';
import { isPartList } from './list-field-edits.ts';
import { listEdits } from './list-edits.ts';
import { objectAt, withField, withFilledField } from './json-tree.ts';
import { MergeDecider, type Three } from './merge-decider.ts';
import { mergeObject } from './merge-fields.ts';
import { mergePorts, mergeRules, mergeTls } from './merge-parts.ts';
import { toObject, treeOf } from './parse-edited-object.ts';
import { serverMetadata } from './server-fields.ts';
import { withServerFilledTree } from './server-filled.ts';

/** Three versions of one object: as the draft began, as the person made it, as the cluster holds it now. */
export interface MergeInput {
  readonly base: EditedObject;
  readonly mine: EditedObject;
  readonly theirs: EditedObject;
}

interface MergedEdits {
  /** What `object` changes of theirs: what would be sent. */
  readonly fromMine: readonly ObjectEdit[];
  /** What happened to base on the other side. */
  readonly fromTheirs: readonly ObjectEdit[];
}

export interface MergedObject extends MergedEdits {
  readonly kind: 'merged';
  readonly object: EditedObject;
}

/** `object` has theirs wherever there is a conflict. */
export interface MergeConflicts extends MergedEdits {
  readonly kind: 'conflicts';
  readonly object: EditedObject;
  readonly conflicts: readonly Conflict[];
  readonly input: MergeInput;
}

export type Merge = MergedObject | MergeConflicts;

type Trees = { readonly [S in keyof Three<unknown>]: JsonObject };

function mergeSpec(trees: Trees, decider: MergeDecider): JsonObject {
  const kind = trees.theirs['kind'];
  const specs = {
    base: objectAt(trees.base, 'spec'),
    mine: objectAt(trees.mine, 'spec'),
    theirs: objectAt(trees.theirs, 'spec'),
  };
  const isSkipped = (keys: readonly string[]): boolean => isPartList(kind, keys);
  const spec = mergeObject(specs, { keys: ['spec'], isSkipped }, decider);
  if (kind === 'Service') return withFilledField(spec, 'ports', mergePorts(trees, decider));
  const withRules = withFilledField(spec, 'rules', mergeRules(trees, decider));
  return withFilledField(withRules, 'tls', mergeTls(trees, decider));
}

function mergeTrees(trees: Trees, decider: MergeDecider): JsonObject {
  const isSkippedTop = ([key]: readonly string[]): boolean =>
    key === 'metadata' || key === 'spec' || key === 'status';
  const isSkippedMeta = (keys: readonly string[]): boolean => serverMetadata.includes(keys[1] ?? '');
  const metadata = mergeObject(
    {
      base: objectAt(trees.base, 'metadata'),
      mine: objectAt(trees.mine, 'metadata'),
      theirs: objectAt(trees.theirs, 'metadata'),
    },
    { keys: ['metadata'], isSkipped: isSkippedMeta },
    decider,
  );
  const top = mergeObject(trees, { keys: [], isSkipped: isSkippedTop }, decider);
  return withField(withField(top, 'metadata', metadata), 'spec', mergeSpec(trees, decider));
}

function mergeInput({ base, mine, theirs }: MergeInput, decider: MergeDecider): EditedObject {
  const kinds = new Set([base.kind, mine.kind, theirs.kind]);
  if (kinds.size > 1) throw new Error('Only versions of one object can be merged.');
  const filled = withServerFilledTree(treeOf(base), treeOf(mine));
  const trees = { base: treeOf(base), mine: filled, theirs: treeOf(theirs) };
  return toObject(mergeTrees(trees, decider), theirs);
}

/**
 * What both sides made of `base`, in one object: each field, entry, port, rule, path and TLS entry is looked at on its
 * own, by its meaning and never by its position. What only one side changed is taken; what both changed alike is no
 * conflict; what both changed differently is one. Fields that the API server writes are theirs. Throws when the three are
 * of different kinds.
 */
export function mergeThreeWay(input: MergeInput): Merge {
  const decider = new MergeDecider(new Map());
  const object = mergeInput(input, decider);
  const edits = {
    fromMine: listEdits(input.theirs, object),
    fromTheirs: listEdits(input.base, input.theirs),
  };
  return decider.conflicts.length === 0
    ? { kind: 'merged', object, ...edits }
    : { kind: 'conflicts', object, conflicts: decider.conflicts, input, ...edits };
}

/** The merged object with the conflicts settled as chosen, by id; theirs where nothing is chosen. */
export const resolveConflicts = (
  merge: MergeConflicts,
  choices: ReadonlyMap<string, ConflictChoice>,
): EditedObject => mergeInput(merge.input, new MergeDecider(choices));
