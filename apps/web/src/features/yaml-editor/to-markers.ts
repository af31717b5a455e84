import type { TextRange } from '@fairlead/manifests';
import type * as monaco from 'monaco-editor/esm/vs/editor/editor.api.js';

/** Something wrong at a place of the text, whoever found it. */
export interface YamlMark {
  readonly range: TextRange;
  readonly severity: 'error' | 'warning';
  readonly message: string;
}

/** Marks as Monaco draws them; one without width is widened to a character, so that it can be seen. */
export const toMarkers = (
  marks: readonly YamlMark[],
  { Error, Warning }: Pick<typeof monaco.MarkerSeverity, 'Error' | 'Warning'>,
): monaco.editor.IMarkerData[] =>
  marks.map(({ range, severity, message }) => ({
    startLineNumber: range.startLine,
    startColumn: range.startColumn,
    endLineNumber: range.endLine,
    endColumn: range.endOffset === range.startOffset ? range.endColumn + 1 : range.endColumn,
    severity: severity === 'error' ? Error : Warning,
    message,
  }));
