import type { FieldError } from '@fairlead/api-contract';
import {
  fieldAt,
  isJsonList,
  isJsonObject,
  ownField,
  parseFieldPath,
  rangeOfField,
  readManifest,
  isDeepEqual,
  type FieldPath,
  type JsonObject,
  type JsonValue,
  type TextRange,
} from '@fairlead/manifests';
import type { DraftReading } from '../../drafts/draft-reading.ts';
import { withoutToldByServer, type FieldProblem } from '../../drafts/field-problem.ts';
import type { ReviewMessages } from '../../messages/en-review.ts';
import type { ReviewStep } from './editor-state.ts';

export interface ProblemSources {
  readonly reading: DraftReading;
  readonly step: ReviewStep;
  /** What the checks of the live view say of the draft. */
  readonly found?: readonly FieldProblem[];
}

/** A problem with its place in the draft's text, and what may be done about it there. */
export interface TextMark extends FieldProblem {
  readonly range: TextRange;
  readonly fixes?: readonly { readonly title: string; readonly run: () => void }[];
}

const findField = (object: JsonObject | undefined, path: FieldPath): JsonValue | undefined =>
  path.reduce<JsonValue | undefined>(
    (value, part) =>
      typeof part === 'number' ? (isJsonList(value) ? value[part] : undefined) : ownField(value, part),
    object,
  );

/** The API server writes some names as its code has them: `spec.LoadBalancerSourceRanges[0]`. */
function withWrittenKeys(object: JsonObject | undefined, path: FieldPath): FieldPath {
  let value: JsonValue | undefined = object;
  return path.map((part) => {
    const keys = isJsonObject(value) ? Object.keys(value) : [];
    const isKnown = typeof part === 'number' || keys.includes(part);
    const written = isKnown ? part : keys.find((key) => key.toLowerCase() === part.toLowerCase());
    value = findField(isJsonObject(value) || isJsonList(value) ? { value } : undefined, [
      'value',
      written ?? part,
    ]);
    return written ?? part;
  });
}

const quotedValue = /Invalid value: ("(?:[^"\\]|\\.)*")/;

/** An error about a map names the value only: the key that has it. */
function withKeyOfValue(object: JsonObject | undefined, path: FieldPath, message: string): FieldPath {
  const map = findField(object, path);
  const quoted = quotedValue.exec(message)?.[1];
  if (!isJsonObject(map) || quoted === undefined) return path;
  const text: unknown = JSON.parse(quoted);
  const entry = Object.entries(map).find(([key, value]) => value === text || key === text);
  return entry === undefined ? path : [...path, entry[0]];
}

/** `clusterIPs` and `clusterIP` are one thing in two fields; a text has the one or the other. */
function asWritten(object: JsonObject | undefined, path: FieldPath): FieldPath {
  const [owner, key] = path;
  const isAbsent = findField(object, ['spec', 'clusterIPs']) === undefined;
  return owner === 'spec' && key === 'clusterIPs' && isAbsent ? ['spec', 'clusterIP'] : path;
}

/** Some checks of the API server name a key of a map without `metadata` and without brackets. */
function parseErrorField(field: string): FieldPath | undefined {
  const [, map, key] = /^(?:metadata\.)?(annotations|labels)\.(.+)$/s.exec(field) ?? [];
  return map === undefined || key === undefined ? parseFieldPath(field) : ['metadata', map, key];
}

/** Where the draft says what an error of the API server is about. */
export function pathOfFieldError({ field, message }: FieldError, object: JsonObject | undefined): FieldPath {
  const named = parseErrorField(field);
  if (named === undefined) return [];
  return withKeyOfValue(object, asWritten(object, withWrittenKeys(object, named)), message);
}

interface Refusal {
  readonly fieldErrors: readonly FieldError[];
  readonly text: string;
}

function refusalOf(step: ReviewStep): Refusal | undefined {
  if (step.kind !== 'checked' && step.kind !== 'answered') return undefined;
  return step.reply.outcome === 'refused'
    ? { fieldErrors: step.reply.fieldErrors, text: step.text }
    : undefined;
}

const refusedObjects = new WeakMap<ReviewStep, { readonly object: JsonObject | undefined }>();

/** What the text said that was refused; a step is read once. */
function readRefused(step: ReviewStep, text: string): JsonObject | undefined {
  const known = refusedObjects.get(step);
  if (known !== undefined) return known.object;
  const { object } = readManifest(text);
  refusedObjects.set(step, { object });
  return object;
}

/** What the API server objected to, but for fields that say something else by now. */
function listClusterProblems({ reading, step }: ProblemSources): readonly FieldProblem[] {
  const refusal = refusalOf(step);
  if (refusal === undefined) return [];
  const { object } = reading.manifest;
  const refused = refusal.text === reading.manifest.text ? object : readRefused(step, refusal.text);
  return refusal.fieldErrors.flatMap((error): FieldProblem[] => {
    const path = pathOfFieldError(error, refused);
    const isSame = object === undefined || isDeepEqual(findField(refused, path), findField(object, path));
    return isSame ? [{ path, severity: 'error', message: error.message, source: 'cluster' }] : [];
  });
}

const toMark = (reading: DraftReading, problem: FieldProblem): readonly TextMark[] => {
  const range = rangeOfField(reading.manifest, problem.path);
  if (range === undefined) return [];
  const { fix } = problem;
  return [
    { ...problem, range, ...(fix === undefined ? {} : { fixes: [{ title: fix.label, run: fix.run }] }) },
  ];
};

function listTextProblems({ manifest }: DraftReading, { problemsOf }: ReviewMessages): readonly TextMark[] {
  return manifest.problems.map((problem) => ({
    path: fieldAt(manifest, problem.range.startOffset),
    severity: problem.severity,
    message: problemsOf.text(problem),
    source: 'text',
    range: problem.range,
  }));
}

const listShapeProblems = (
  { shapeProblems }: DraftReading,
  { problemsOf }: ReviewMessages,
): readonly FieldProblem[] =>
  shapeProblems.map((problem) => ({
    path: problem.path,
    severity: 'error',
    message: problemsOf.object(problem),
    source: 'text',
  }));

/** Everything that is known to be wrong with the fields of a draft: its text, its shape, and what the API server objected to. */
export const listFieldProblems = (
  sources: ProblemSources,
  words: ReviewMessages,
): readonly FieldProblem[] => [
  ...listTextProblems(sources.reading, words).map(({ path, severity, message, source }): FieldProblem => ({
    path,
    severity,
    message,
    source,
  })),
  ...listShapeProblems(sources.reading, words),
  ...listClusterProblems(sources),
  ...(sources.found ?? []),
];

/** The same with their places in the text, for its editor; `own` is what the draft tells of its fields by itself. */
export function listTextMarks(
  sources: ProblemSources,
  words: ReviewMessages,
  own: readonly FieldProblem[] = [],
): readonly TextMark[] {
  const told = listClusterProblems(sources);
  const problems = [
    ...listShapeProblems(sources.reading, words),
    ...told,
    ...withoutToldByServer(own, told),
    ...(sources.found ?? []),
  ];
  return [
    ...listTextProblems(sources.reading, words),
    ...problems.flatMap((problem) => toMark(sources.reading, problem)),
  ];
}
