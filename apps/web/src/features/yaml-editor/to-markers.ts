import type { TextRange } from '@fairlead/manifests';
import type * as monaco from 'monaco-editor/esm/vs/editor/editor.api.js';

/** Something that would put a problem right. */
export interface MarkFix {
  readonly title: string;
  readonly run: () => void;
}

/** Something wrong at a place of the text, whoever found it. */
export interface YamlMark {
  readonly range: TextRange;
  readonly severity: 'error' | 'warning' | 'info';
  readonly message: string;
  /** Offered at the place, with Ctrl . too. */
  readonly fixes?: readonly MarkFix[];
}

/** Where Monaco draws a mark; one without width is widened to a character, so that it can be seen. */
export const toMarkerRange = ({ range }: YamlMark): monaco.IRange => ({
  startLineNumber: range.startLine,
  startColumn: range.startColumn,
  endLineNumber: range.endLine,
  endColumn: range.endOffset === range.startOffset ? range.endColumn + 1 : range.endColumn,
});

/** Marks as Monaco draws them; `severities` are its own. */
export const toMarkers = <S extends number>(
  marks: readonly YamlMark[],
  severities: Readonly<Record<'Error' | 'Warning' | 'Info', S>>,
) => {
  const severityOf = { error: severities.Error, warning: severities.Warning, info: severities.Info };
  return marks.map((mark) => ({
    ...toMarkerRange(mark),
    severity: severityOf[mark.severity],
    message: mark.message,
  }));
};
