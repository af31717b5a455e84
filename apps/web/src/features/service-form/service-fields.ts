import type { ServiceFieldName } from '@fairlead/edits';
import { isDeepEqual, type FieldPath, type JsonValue } from '@fairlead/manifests';
import { checkServiceFields } from '@fairlead/routing';
import { treeOf } from '@fairlead/edits';
import type { ServiceFormMessages } from '../../messages/en-service-form.ts';
import type { FieldNote } from '../../ui/form/field-frame.tsx';
import type { ServiceFormProps } from './form-props.ts';

/** Fields of one Service draft: their values, what they were, what is wrong with them, and how they are set. */
export interface ServiceFields {
  readonly get: (field: ServiceFieldName) => JsonValue | undefined;
  readonly set: (field: ServiceFieldName, to: JsonValue | undefined, isContinuation?: boolean) => void;
  /** `was 20m` where the draft differs from what it began with. */
  readonly was: (field: ServiceFieldName) => string | undefined;
  /** Problems of that field and of what is in it. */
  readonly notes: (...path: FieldPath) => readonly FieldNote[];
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

/** Everything wrong with the draft: what was found elsewhere, and what its own values say. */
function listNotes(
  props: ServiceFormProps,
  words: ServiceFormMessages,
): readonly (FieldNote & { readonly path: FieldPath })[] {
  const own = checkServiceFields(props.object).map((check) => ({
    path: check.path,
    severity: check.severity,
    message: words.check(check),
  }));
  return [...own, ...props.problems];
}

export function readServiceFields(props: ServiceFormProps, words: ServiceFormMessages): ServiceFields {
  const spec = specOf(props.object);
  const before = specOf(props.base);
  const all = listNotes(props, words);
  return {
    get: (field) => spec[field],
    set: (field, to, isContinuation = false) =>
      props.onEdit([{ kind: 'set-field', field, from: spec[field], to }], isContinuation),
    was: (field) => {
      if (props.base === undefined || isDeepEqual(spec[field], before[field])) return undefined;
      return before[field] === undefined ? words.wasUnset() : words.was(printValue(before[field]));
    },
    notes: (...path) => all.filter((note) => startsWith(note.path, path)),
  };
}
