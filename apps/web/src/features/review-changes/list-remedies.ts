import type { FieldError } from '@fairlead/api-contract';
import {
  applyEdit,
  applyEdits,
  invertEdit,
  treeOf,
  type Edit,
  type EditedObject,
  type ObjectEdit,
} from '@fairlead/edits';
import { printFieldPath, type FieldPath } from '@fairlead/manifests';
import type { EditWords } from '../../messages/en-review-edits.ts';
import type { ReviewMessages } from '../../messages/en-review.ts';
import { buildValueEdit } from './build-value-edit.ts';
import { pathOfFieldError } from './list-field-problems.ts';

/** Something that a press of a button does to the draft so that the API server may take it. */
export interface Remedy {
  readonly id: string;
  readonly label: string;
  readonly text: string;
  readonly edits: readonly Edit[];
}

export interface RemedyFacts {
  readonly object: EditedObject;
  readonly base: EditedObject | undefined;
  /** What the draft changes, by meaning. */
  readonly changes: readonly ObjectEdit[];
  readonly fieldErrors: readonly FieldError[];
  /** The next node port that nobody has; `undefined` where that is not known. */
  readonly freeNodePort: number | undefined;
}

const isNodePort = (path: FieldPath): boolean => path[1] === 'ports' && path.at(-1) === 'nodePort';
const isTaken = (message: string): boolean => /already allocated|not in the valid range/.test(message);

/** Whether it is a node port that is refused: then it helps to know which are free. */
export const isPortRefusal = (fieldErrors: readonly FieldError[]): boolean =>
  fieldErrors.some(({ field, message }) => field.endsWith('.nodePort') && isTaken(message));

function listPortRemedies(
  { object, freeNodePort }: RemedyFacts,
  path: FieldPath,
  { remedies }: ReviewMessages,
): readonly Remedy[] {
  const use = freeNodePort === undefined ? undefined : buildValueEdit(object, path, freeNodePort);
  const leave = buildValueEdit(object, path, undefined);
  return [
    ...(use === undefined || freeNodePort === undefined
      ? []
      : [
          {
            id: 'free',
            label: remedies.useFreePort(freeNodePort),
            text: remedies.freePortText(),
            edits: [use],
          },
        ]),
    ...(leave === undefined
      ? []
      : [{ id: 'leave', label: remedies.leaveIt(), text: remedies.leaveItText(), edits: [leave] }]),
  ];
}

/** Whether an edit made the field say what it says. */
function isEditOf(edit: ObjectEdit, path: FieldPath): boolean {
  const [owner, name] = path;
  switch (edit.kind) {
    case 'set-field':
      return owner === 'spec' && name === edit.field;
    case 'set-other-field':
      return edit.keys.every((key, index) => path[index] === key);
    case 'set-entry':
      return name === edit.map && path[2] === edit.key;
    case 'set-port-field':
      return name === 'ports' && path.at(-1) === edit.field;
    case 'set-path-field':
      return name === 'rules' && path.includes(edit.field);
    default:
      return false;
  }
}

/** The edit that takes one of the draft's edits back, where that can still be done by itself. */
function findInverse({ object, base, changes }: RemedyFacts, edit: ObjectEdit): ObjectEdit | undefined {
  if (base === undefined) return undefined;
  const before = applyEdits(base, changes.slice(0, changes.indexOf(edit)));
  if (before.kind === 'stale' || applyEdit(before.object, edit).kind === 'stale') return undefined;
  const inverse = invertEdit(before.object, edit);
  return applyEdit(object, inverse).kind === 'applied' ? inverse : undefined;
}

function toKeep(edit: ObjectEdit, facts: RemedyFacts, words: ReviewMessages): readonly Remedy[] {
  const inverse = findInverse(facts, edit);
  if (inverse === undefined) return [];
  const { from, place }: EditWords = words.edit(edit);
  const { remedies } = words;
  return [
    from === undefined
      ? { id: 'keep', label: remedies.leaveOut(), text: remedies.leaveOutText(place), edits: [inverse] }
      : { id: 'keep', label: remedies.keep(from), text: remedies.keepText(), edits: [inverse] },
  ];
}

/** The values that the API server names, when one of them is the written one in other letters: that one only. */
function listSupported(message: string): readonly string[] {
  const [, found = '', listed = ''] =
    /Unsupported value: "((?:[^"\\]|\\.)*)": supported values: (.+)$/.exec(message) ?? [];
  const values = [...listed.matchAll(/"([^"]+)"/g)].flatMap(([, value]) => value ?? []);
  const near = values.filter((value) => value.toLowerCase() === found.toLowerCase());
  return near.length > 0 ? near : values;
}

const maxSupported = 4;

function listValueRemedies(
  { object }: RemedyFacts,
  { path, message }: { readonly path: FieldPath; readonly message: string },
  { remedies }: ReviewMessages,
): readonly Remedy[] {
  return listSupported(message)
    .slice(0, maxSupported)
    .flatMap((value): Remedy[] => {
      const edit = buildValueEdit(object, path, value);
      const text = remedies.changeToText(printFieldPath(path));
      return edit === undefined
        ? []
        : [{ id: `to-${value}`, label: remedies.changeTo(value), text, edits: [edit] }];
    });
}

function listForError(facts: RemedyFacts, error: FieldError, words: ReviewMessages): readonly Remedy[] {
  const path = pathOfFieldError(error, treeOf(facts.object));
  if (path.length === 0) return [];
  const kept = facts.changes
    .filter((edit) => isEditOf(edit, path))
    .flatMap((edit) => toKeep(edit, facts, words));
  if (isNodePort(path) && isTaken(error.message)) return [...listPortRemedies(facts, path, words), ...kept];
  if (error.reason === 'FieldUnknown') {
    const edit = buildValueEdit(facts.object, path, undefined);
    const { takeOut, takeOutText } = words.remedies;
    const name = printFieldPath(path);
    return edit === undefined
      ? kept
      : [{ id: 'out', label: takeOut(name), text: takeOutText(), edits: [edit] }];
  }
  return [...listValueRemedies(facts, { path, message: error.message }, words), ...kept];
}

/** What can be done about a refusal by one press each, where an edit of the draft can do it. */
export function listRemedies(facts: RemedyFacts, words: ReviewMessages): readonly Remedy[] {
  const all = facts.fieldErrors.flatMap((error, index) =>
    listForError(facts, error, words).map((remedy) => ({ ...remedy, id: `${index}-${remedy.id}` })),
  );
  const seen = new Set<string>();
  return all.filter(({ edits }) => {
    const key = JSON.stringify(edits);
    return seen.has(key) ? false : seen.add(key) !== undefined;
  });
}
