import { rangeOfField } from './field-range.ts';
import type { FieldPath, JsonObject } from './json-value.ts';
import type { LegacyNoteCode } from './legacy-note.ts';
import type { Manifest } from './manifest.ts';
import type { TextProblemCode } from './text-problem.ts';

/** An object and where it is written. */
export interface SourceObject {
  readonly object: JsonObject;
  readonly file: string;
  /** Counted from 1. */
  readonly line: number;
  /** The document it stands in, and where in it. */
  readonly manifest: Manifest;
  readonly within: FieldPath;
}

/**
 * Something about a file's text, with its place. `error`: what stands there was not read. `warning`: it was, but the API
 * server would take it otherwise or not at all. `note`: it was converted.
 */
export interface SourceProblem {
  readonly file: string;
  /** Counted from 1. */
  readonly line: number;
  readonly column: number;
  readonly severity: 'error' | 'warning' | 'note';
  readonly code: TextProblemCode | LegacyNoteCode | 'kind-missing' | 'path-type-missing';
  readonly details: Readonly<Record<string, string | number>>;
}

/** Where a field of an object stands in its file; of one that is not there, the nearest one above it. */
export function placeOfField(
  { manifest, within, line }: Pick<SourceObject, 'manifest' | 'within' | 'line'>,
  path: FieldPath,
): Pick<SourceProblem, 'line' | 'column'> {
  const range = rangeOfField(manifest, [...within, ...path]);
  return range === undefined ? { line, column: 1 } : { line: range.startLine, column: range.startColumn };
}
