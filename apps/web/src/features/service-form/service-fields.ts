import { treeOf, type ServiceFieldName } from '@fairlead/edits';
import { isDeepEqual, type FieldPath, type JsonValue } from '@fairlead/manifests';
import type { ServiceFieldCode } from '@fairlead/routing';
import type { ServiceFormMessages } from '../../messages/en-service-form.ts';
import { listFixedFields, listServiceChecks } from '../../drafts/field-checks.ts';
import { withoutToldByServer, type FieldProblem } from '../../drafts/field-problem.ts';
import type { FieldNote, FieldWords } from '../../ui/form/field-frame.tsx';
import type { ServiceFormProps } from './form-props.ts';

/** A problem with its place; `code` where the form itself found it. */
export interface PlacedNote extends FieldNote {
  readonly path: FieldPath;
  readonly code?: ServiceFieldCode;
}

/** Fields of one Service draft: their values, what they were, what is wrong with them, and how they are set. */
export interface ServiceFields {
  readonly get: (field: ServiceFieldName) => JsonValue | undefined;
  readonly set: (field: ServiceFieldName, to: JsonValue | undefined, isContinuation?: boolean) => void;
  /** `was 20m` where the draft differs from what it began with. */
  readonly was: (field: ServiceFieldName) => string | undefined;
  /** Problems of that field and of what is in it. */
  readonly notes: (...path: FieldPath) => readonly PlacedNote[];
  /** Problems of that field as a whole. */
  readonly notesAt: (...path: FieldPath) => readonly PlacedNote[];
  /** Old value and problems of a field of `spec`, for its control. */
  readonly words: (field: ServiceFieldName) => Pick<FieldWords, 'was' | 'notes'>;
  readonly all: readonly PlacedNote[];
}

const specOf = (object: object | undefined): Readonly<Record<string, JsonValue>> => {
  const spec = object === undefined ? undefined : treeOf(object)['spec'];
  return typeof spec === 'object' && spec !== null && !Array.isArray(spec)
    ? Object.fromEntries(Object.entries(spec))
    : {};
};

const printValue = (value: JsonValue | undefined): string => {
  if (value === undefined) return '';
  if (typeof value === 'string') return value;
  return Array.isArray(value) && value.every((item) => typeof item === 'string')
    ? value.join(', ')
    : JSON.stringify(value);
};

const startsWith = (path: FieldPath, start: FieldPath): boolean =>
  start.length <= path.length && start.every((step, index) => step === path[index]);

/** What only delete and create again would change. Name and address form have controls that say so themselves. */
const listFixedNotes = (
  { base, object }: ServiceFormProps,
  words: ServiceFormMessages,
): readonly PlacedNote[] =>
  listFixedFields(object, base).map((path) => ({
    path,
    severity: 'error',
    message: words.fixedOnceStored(),
  }));

/** Where a port leads is told by its row, while it is typed. */
const isTarget = ({ source, path }: FieldProblem): boolean =>
  source === 'check' && path.at(-1) === 'targetPort';

/** Everything wrong with the draft: what its own values say, and what was found elsewhere. Said twice it counts once. */
function listNotes(props: ServiceFormProps, words: ServiceFormMessages): readonly PlacedNote[] {
  const own = listServiceChecks(props.object, props.base).map((check): PlacedNote => ({
    path: check.path,
    severity: check.severity,
    message: words.check(check),
    code: check.code,
  }));
  const found = props.problems.filter((problem) => !isTarget(problem));
  const all = [...withoutToldByServer(own, found), ...listFixedNotes(props, words), ...found];
  return [...new Map(all.map((note) => [JSON.stringify([note.path, note.message]), note])).values()];
}

export function readServiceFields(props: ServiceFormProps, words: ServiceFormMessages): ServiceFields {
  const spec = specOf(props.object);
  const before = specOf(props.base);
  const all = listNotes(props, words);
  const notes = (...path: FieldPath): readonly PlacedNote[] =>
    all.filter((note) => startsWith(note.path, path));
  const was = (field: ServiceFieldName): string | undefined => {
    if (props.base === undefined || isDeepEqual(spec[field], before[field])) return undefined;
    return before[field] === undefined ? words.wasUnset() : words.was(printValue(before[field]));
  };
  return {
    get: (field) => spec[field],
    set: (field, to, isContinuation = false) =>
      props.onEdit([{ kind: 'set-field', field, from: spec[field], to }], isContinuation),
    was,
    notes,
    notesAt: (...path) => all.filter((note) => isDeepEqual(note.path, path)),
    words: (field) => ({ was: was(field), notes: notes('spec', field) }),
    all,
  };
}
