import { fieldOf, objectAt, textAt, type JsonObject, type JsonValue } from '../json/json-value.ts';
import { invalid, required, tooLong, type FieldError } from '../status/field-error.ts';
import { labelValueRule, qualifiedNameRule, type NameRule } from './name-rules.ts';

const annotationLimitBytes = 262_144;

/** A map of labels, as `metadata.labels` or a selector. Causes name the map, not the key. */
export function labelProblems(field: string, labels: JsonObject): FieldError[] {
  return Object.entries(labels).flatMap(([key, value]) => [
    ...qualifiedNameRule(key).map((problem) => invalid(field, key, problem)),
    ...labelValueRule(typeof value === 'string' ? value : '').map((problem) =>
      invalid(field, value ?? '', problem),
    ),
  ]);
}

function annotationProblems(annotations: JsonObject): FieldError[] {
  const entries = Object.entries(annotations);
  const size = entries.reduce(
    (sum, [key, value]) => sum + key.length + (typeof value === 'string' ? value.length : 0),
    0,
  );
  return [
    ...entries.flatMap(([key]) =>
      qualifiedNameRule(key.toLowerCase()).map((problem) => invalid('metadata.annotations', key, problem)),
    ),
    ...(size > annotationLimitBytes ? [tooLong('metadata.annotations', annotationLimitBytes)] : []),
  ];
}

/** `metadata` of an object that is written, with the rule for its kind's names. */
export function metadataProblems(object: JsonObject, nameRule: NameRule): FieldError[] {
  const metadata = objectAt(object, 'metadata');
  const name = textAt(metadata, 'name');
  const nameProblems =
    name === ''
      ? [required('metadata.name', 'name or generateName is required')]
      : nameRule(name).map((problem) => invalid('metadata.name', name, problem));
  return [
    ...nameProblems,
    ...labelProblems('metadata.labels', objectAt(metadata, 'labels')),
    ...annotationProblems(objectAt(metadata, 'annotations')),
  ];
}

/** A value that may not differ from the stored one. */
export function unchangedProblems(
  field: string,
  value: JsonValue | undefined,
  before: JsonValue | undefined,
): FieldError[] {
  return JSON.stringify(value) === JSON.stringify(before)
    ? []
    : [invalid(field, value ?? null, 'field is immutable')];
}

/** The label's or annotation's value, `undefined` when it is not set. */
export const annotationOf = (object: JsonObject, key: string): string | undefined => {
  const value = fieldOf(objectAt(object, 'metadata', 'annotations'), key);
  return typeof value === 'string' ? value : undefined;
};
