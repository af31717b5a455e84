import { ownField, isDeepEqual, type JsonObject, type JsonValue } from '@fairlead/manifests';
import type {
  AddPort,
  AddRule,
  AddTls,
  MovePort,
  MoveRule,
  MoveTls,
  RemovePort,
  RemoveRule,
  RemoveTls,
  SetPortField,
  SetRuleHost,
  SetTls,
} from './edit.ts';
import { insertedAfter, movedAfter, removedAt, replacedAt } from './edit-list.ts';
import { objectAt, withField, withFilledField } from './json-tree.ts';
import { treeOf } from './parse-edited-object.ts';
import { idOfItem, idOfName, indexOfPart, partsOf, type ListName, type PartId } from './part-names.ts';
import { applied, stale, type TreeChange } from './tree-change.ts';

type AddPart = AddPort | AddRule | AddTls;
type RemovePart = RemovePort | RemoveRule | RemoveTls;
type SetPart = SetPortField | SetRuleHost | SetTls;
export type MovePart = MovePort | MoveRule | MoveTls;

/** Edits of ports, rules and TLS entries: lists that stand in `spec`. */
export type PartEdit = AddPart | RemovePart | SetPart | MovePart;

const lists: Readonly<Record<PartEdit['kind'], ListName>> = {
  'add-port': 'ports',
  'remove-port': 'ports',
  'set-port-field': 'ports',
  'move-port': 'ports',
  'add-rule': 'rules',
  'remove-rule': 'rules',
  'set-rule-host': 'rules',
  'move-rule': 'rules',
  'add-tls': 'tls',
  'remove-tls': 'tls',
  'set-tls': 'tls',
  'move-tls': 'tls',
};

export const listOfEdit = (edit: PartEdit): ListName => lists[edit.kind];

/** The part an edit is about; of an added one the one it will stand behind. */
export function partOfEdit(edit: PartEdit): PartId | undefined {
  if ('target' in edit) return idOfName(edit.target);
  if ('ordinal' in edit) return { id: idOfItem(listOfEdit(edit), itemOf(edit)), ordinal: edit.ordinal };
  return edit.after && idOfName(edit.after);
}

function itemOf(edit: AddPart | RemovePart): JsonObject {
  if ('port' in edit) return treeOf(edit.port);
  return treeOf('rule' in edit ? edit.rule : edit.tls);
}

/** -1 for the first place, `undefined` where the part in front is not there. */
function placeBehind(
  list: ListName,
  items: readonly JsonObject[],
  part: PartId | undefined,
): number | undefined {
  return part === undefined ? -1 : indexOfPart(list, items, part);
}

type ItemsChange = readonly JsonObject[] | { readonly found: JsonValue | undefined };

/** `found` instead of a list: the edit does not apply. */
function moveItem(items: readonly JsonObject[], index: number, edit: MovePart): ItemsChange {
  const list = listOfEdit(edit);
  const after = placeBehind(list, items, edit.to && idOfName(edit.to));
  if (placeBehind(list, items, edit.from && idOfName(edit.from)) !== index - 1)
    return { found: items[index - 1] };
  if (after === undefined || after === index) return { found: undefined };
  return movedAfter(items, index, after);
}

function setItem(items: readonly JsonObject[], index: number, edit: SetPart): ItemsChange {
  const item = items[index] ?? {};
  switch (edit.kind) {
    case 'set-rule-host':
      return replacedAt(items, index, withField(item, 'host', edit.to === '' ? undefined : edit.to));
    case 'set-tls':
      return isDeepEqual(item, treeOf(edit.from))
        ? replacedAt(items, index, treeOf(edit.to))
        : { found: item };
    case 'set-port-field': {
      const found = ownField(item, edit.field);
      return isDeepEqual(found, edit.from)
        ? replacedAt(items, index, withField(item, edit.field, edit.to))
        : { found };
    }
  }
}

function editItems(items: readonly JsonObject[], edit: PartEdit): ItemsChange {
  const part = partOfEdit(edit);
  const index = placeBehind(listOfEdit(edit), items, part);
  if (index === undefined) return { found: undefined };
  switch (edit.kind) {
    case 'add-port':
    case 'add-rule':
    case 'add-tls':
      return insertedAfter(items, index, itemOf(edit));
    case 'remove-port':
    case 'remove-rule':
    case 'remove-tls':
      return isDeepEqual(items[index], itemOf(edit)) ? removedAt(items, index) : { found: items[index] };
    case 'move-port':
    case 'move-rule':
    case 'move-tls':
      return moveItem(items, index, edit);
    default:
      return setItem(items, index, edit);
  }
}

export function withParts(tree: JsonObject, list: ListName, items: readonly JsonObject[]): JsonObject {
  return withField(tree, 'spec', withFilledField(objectAt(tree, 'spec'), list, items));
}

export function editPart(tree: JsonObject, edit: PartEdit): TreeChange {
  const list = listOfEdit(edit);
  const changed = editItems(partsOf(tree, list), edit);
  return 'found' in changed ? stale(changed.found) : applied(withParts(tree, list, changed));
}
