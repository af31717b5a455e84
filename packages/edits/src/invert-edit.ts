import type { JsonObject } from '@fairlead/manifests';
import type { AddPath, Edit, EditedObject, MovePath, ObjectEdit } from './edit.ts';
import { editTree, isFieldEdit, isPathEdit } from './edit-tree.ts';
import type { FieldEdit } from './edit-field.ts';
import { listOfEdit, partOfEdit, type MovePart, type PartEdit } from './edit-part.ts';
import { nameOfRemovedPath, type PathEdit } from './edit-path.ts';
import { treeOf } from './parse-edited-object.ts';
import {
  idOfName,
  indexOfPart,
  partsOf,
  pathNameIn,
  placeOfPath,
  portNameIn,
  ruleNameIn,
  tlsNameIn,
  type PathPlace,
} from './part-names.ts';

interface Sides {
  readonly before: JsonObject;
  readonly after: JsonObject;
}

function invertField(edit: FieldEdit): FieldEdit {
  switch (edit.kind) {
    case 'set-finalizer':
      return { ...edit, isPresent: !edit.isPresent };
    case 'set-entry':
      return { ...edit, from: edit.to, to: edit.from };
    default:
      return { ...edit, from: edit.to, to: edit.from };
  }
}

interface Move<N> {
  readonly target: N;
  readonly from: N | undefined;
  readonly to: N | undefined;
}

/** The move back of the item that went from `index` to stand behind `behind`; `nameAt` names items after the move. */
function moveBack<N>(index: number, behind: number, nameAt: (index: number) => N): Move<N> {
  const movedTo = behind > index ? behind : behind + 1;
  const formerFront = movedTo <= index - 1 ? index : index - 1;
  return {
    target: nameAt(movedTo),
    from: movedTo === 0 ? undefined : nameAt(movedTo - 1),
    to: index === 0 ? undefined : nameAt(formerFront),
  };
}

function invertMove(edit: MovePart, { before, after }: Sides, index: number): MovePart {
  const list = listOfEdit(edit);
  const behind =
    edit.to === undefined ? -1 : (indexOfPart(list, partsOf(before, list), idOfName(edit.to)) ?? -1);
  const items = partsOf(after, list);
  switch (edit.kind) {
    case 'move-port':
      return { kind: edit.kind, ...moveBack(index, behind, (at) => portNameIn(items, at)) };
    case 'move-rule':
      return { kind: edit.kind, ...moveBack(index, behind, (at) => ruleNameIn(items, at)) };
    case 'move-tls':
      return { kind: edit.kind, ...moveBack(index, behind, (at) => tlsNameIn(items, at)) };
  }
}

function indexBefore(edit: PartEdit, before: JsonObject): number {
  const part = partOfEdit(edit);
  const list = listOfEdit(edit);
  return part === undefined ? -1 : (indexOfPart(list, partsOf(before, list), part) ?? -1);
}

type RemovePart = Extract<PartEdit, { readonly ordinal: number }>;

function invertRemove(edit: RemovePart, items: readonly JsonObject[], front: number): PartEdit {
  const isFirst = front < 0;
  switch (edit.kind) {
    case 'remove-port':
      return { kind: 'add-port', port: edit.port, after: isFirst ? undefined : portNameIn(items, front) };
    case 'remove-rule':
      return { kind: 'add-rule', rule: edit.rule, after: isFirst ? undefined : ruleNameIn(items, front) };
    case 'remove-tls':
      return { kind: 'add-tls', tls: edit.tls, after: isFirst ? undefined : tlsNameIn(items, front) };
  }
}

/** For an added part, `index` is that of the part it was put behind. */
function invertPart(edit: PartEdit, sides: Sides): PartEdit {
  const items = partsOf(sides.after, listOfEdit(edit));
  const index = indexBefore(edit, sides.before);
  if ('ordinal' in edit) return invertRemove(edit, items, index - 1);
  switch (edit.kind) {
    case 'add-port':
      return { ...edit, kind: 'remove-port', ordinal: portNameIn(items, index + 1).ordinal };
    case 'add-rule':
      return { ...edit, kind: 'remove-rule', ordinal: ruleNameIn(items, index + 1).ordinal };
    case 'add-tls':
      return { ...edit, kind: 'remove-tls', ordinal: tlsNameIn(items, index + 1).ordinal };
    case 'set-port-field':
      return { ...edit, target: portNameIn(items, index), from: edit.to, to: edit.from };
    case 'set-rule-host':
      return { ...edit, target: ruleNameIn(items, index), to: edit.target.host };
    case 'set-tls':
      return { ...edit, target: tlsNameIn(items, index), from: edit.to, to: edit.from };
    default:
      return invertMove(edit, sides, index);
  }
}

function invertPathMove(edit: MovePath, sides: Sides, { ruleIndex, pathIndex }: PathPlace): MovePath {
  const rules = partsOf(sides.after, 'rules');
  const to = edit.to && placeOfPath(partsOf(sides.before, 'rules'), edit.to);
  const nameAt = (index: number) => pathNameIn(rules, { ruleIndex, pathIndex: index });
  return { kind: 'move-path', ...moveBack(pathIndex, to?.pathIndex ?? -1, nameAt) };
}

const nowhere: PathPlace = { ruleIndex: -1, pathIndex: -1 };

function invertPathAdd(edit: AddPath, sides: Sides): PathEdit {
  const before = partsOf(sides.before, 'rules');
  const front = edit.after && placeOfPath(before, edit.after);
  const ruleIndex = indexOfPart('rules', before, idOfName(edit.rule)) ?? -1;
  const place = { ruleIndex, pathIndex: (front?.pathIndex ?? -1) + 1 };
  return { ...edit, kind: 'remove-path', ordinal: pathNameIn(partsOf(sides.after, 'rules'), place).ordinal };
}

function invertPath(edit: PathEdit, sides: Sides): PathEdit {
  const before = partsOf(sides.before, 'rules');
  const after = partsOf(sides.after, 'rules');
  switch (edit.kind) {
    case 'add-path':
      return invertPathAdd(edit, sides);
    case 'remove-path': {
      const { ruleIndex, pathIndex } = placeOfPath(before, nameOfRemovedPath(edit)) ?? nowhere;
      const front = pathIndex > 0 ? pathNameIn(after, { ruleIndex, pathIndex: pathIndex - 1 }) : undefined;
      return { kind: 'add-path', rule: edit.rule, path: edit.path, after: front };
    }
    case 'set-path-field': {
      const place = placeOfPath(before, edit.target) ?? nowhere;
      return { ...edit, target: pathNameIn(after, place), from: edit.to, to: edit.from };
    }
    case 'move-path':
      return invertPathMove(edit, sides, placeOfPath(before, edit.target) ?? nowhere);
  }
}

function invertObjectEdit(before: JsonObject, edit: ObjectEdit): ObjectEdit {
  if (isFieldEdit(edit)) return invertField(edit);
  const change = editTree(before, edit);
  if (change.kind === 'stale')
    throw new Error(`The edit ${edit.kind} does not apply, so nothing takes it back.`);
  const sides = { before, after: change.tree };
  return isPathEdit(edit) ? invertPath(edit, sides) : invertPart(edit, sides);
}

/**
 * The edit that takes `edit` back, for the object as `edit` made it. `before` is the object that `edit` applies to: parts
 * that an edit renames or adds have names that depend on it. Throws where `edit` does not apply to `before`.
 */
export function invertEdit(before: EditedObject, edit: ObjectEdit): ObjectEdit;
export function invertEdit(before: EditedObject, edit: Edit): Edit;
export function invertEdit(before: EditedObject, edit: Edit): Edit {
  switch (edit.kind) {
    case 'replace-text':
      return { kind: 'replace-text', from: edit.to, to: edit.from };
    case 'create-object':
      return { kind: 'delete-object', object: edit.object };
    case 'delete-object':
      return { kind: 'create-object', object: edit.object };
    default:
      return invertObjectEdit(treeOf(before), edit);
  }
}
