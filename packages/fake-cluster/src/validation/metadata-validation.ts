import { fieldOf, objectAt, textAt, textsAt, type JsonObject, type JsonValue } from '../json/json-value.ts';
import { invalid, required, tooLong, type FieldError } from '../status/field-error.ts';
import { labelKeyRule, labelValueRule, qualifiedNameRule, type NameRule } from './name-rules.ts';

const annotationLimitBytes = 262_144;

/** A map of labels, as `metadata.labels` or a selector. Causes name the map, not the key. */
export function labelProblems(field: string, labels: JsonObject): FieldError[] {
  return Object.entries(labels).flatMap(([key, value]) => [
    ...labelKeyRule(key).map((problem) => invalid(field, key, problem)),
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

const standardFinalizers = ['orphan', 'foregroundDeletion', 'kubernetes'];

const finalizerProblems = (finalizers: readonly string[]): FieldError[] =>
  finalizers.flatMap((name, index) => {
    const field = `metadata.finalizers[${index}]`;
    const problems = qualifiedNameRule(name).map((problem) => invalid(field, name, problem));
    if (problems.length > 0 || name.includes('/') || standardFinalizers.includes(name)) return problems;
    return [invalid(field, name, 'name is neither a standard finalizer name nor is it fully qualified')];
  });

/** `metadata` of an object that is written, with the rule for its kind's names. */
export function metadataProblems(object: JsonObject, nameRule: NameRule): FieldError[] {
  const metadata = objectAt(object, 'metadata');
  const name = textAt(metadata, 'name');
  const nameProblems =
    name === ''
      ? [required('metadata.name', 'name or generateName is required')]
      : nameRule(name).map((problem) => invalid('metadata.name', name, problem));
  const generateName = textAt(metadata, 'generateName');
  return [
    ...(generateName === ''
      ? []
      : nameRule(generateName.replace(/-$/, 'a')).map((problem) =>
          invalid('metadata.generateName', generateName, problem),
        )),
    ...nameProblems,
    ...labelProblems('metadata.labels', objectAt(metadata, 'labels')),
    ...annotationProblems(objectAt(metadata, 'annotations')),
    ...finalizerProblems(textsAt(metadata, 'finalizers')),
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
