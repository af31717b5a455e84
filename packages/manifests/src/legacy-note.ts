import type { FieldPath } from './json-value.ts';

export type LegacyNoteCode =
  | 'api-version'
  | 'default-backend'
  | 'backend-service'
  | 'port-number-from-text'
  | 'path-type-added'
  | 'path-missing'
  | 'host-any'
  | 'class-field'
  | 'class-annotation-kept'
  | 'legacy-field-dropped';

/** One thing that the conversion decided; `field` is its place in the converted object. */
export interface LegacyNote {
  readonly code: LegacyNoteCode;
  readonly field: FieldPath;
  readonly details: Readonly<Record<string, string | number>>;
}
