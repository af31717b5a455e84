/** A stretch of a text. Offsets count UTF-16 units from 0, lines and columns from 1; the end is just behind the last unit. */
export interface TextRange {
  readonly startOffset: number;
  readonly endOffset: number;
  readonly startLine: number;
  readonly startColumn: number;
  readonly endLine: number;
  readonly endColumn: number;
}

export type TextProblemCode =
  | 'too-large'
  | 'not-utf-8'
  | 'control-character'
  | 'tab-indent'
  | 'duplicate-key'
  | 'too-many-aliases'
  | 'too-deep'
  | 'unsupported-tag'
  | 'unsupported-value'
  | 'several-documents'
  | 'no-document'
  | 'not-an-object'
  | 'unlike-yaml-1.1'
  | 'imprecise-number'
  | 'syntax';

/** Something about a manifest's text, with its place. Collected, never thrown. Errors keep the text from being followed. */
export interface TextProblem {
  readonly code: TextProblemCode;
  readonly severity: 'error' | 'warning';
  /** Values the wording needs: the key, the limit, what the parser said. */
  readonly details: Readonly<Record<string, string | number>>;
  readonly range: TextRange;
}
