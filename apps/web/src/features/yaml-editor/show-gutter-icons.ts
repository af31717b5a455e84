import type * as monacoApi from 'monaco-editor/esm/vs/editor/editor.api.js';
import { listGutterIcons, type GutterTone } from './list-gutter-icons.ts';
import { plainMarkdown } from './plain-markdown.ts';
import styles from './gutter-icons.module.css';

type Monaco = typeof monacoApi;

const classes: Readonly<Record<GutterTone, string | undefined>> = {
  error: styles.error,
  warning: styles.warning,
  info: styles.info,
};

/** Keeps the problem icons of the page beside the lines that have marks, whoever made them. */
export function showGutterIcons(
  { editor: { getModelMarkers, onDidChangeMarkers } }: Monaco,
  editor: monacoApi.editor.IStandaloneCodeEditor,
  model: monacoApi.editor.ITextModel,
): monacoApi.IDisposable {
  const icons = editor.createDecorationsCollection();
  return onDidChangeMarkers((resources) => {
    if (!resources.some((resource) => String(resource) === String(model.uri))) return;
    icons.set(
      listGutterIcons(getModelMarkers({ resource: model.uri })).map(({ line, tone, messages }) => ({
        range: { startLineNumber: line, startColumn: 1, endLineNumber: line, endColumn: 1 },
        options: {
          glyphMarginClassName: `${styles.icon} ${classes[tone]}`,
          glyphMarginHoverMessage: messages.map((message) => ({ value: plainMarkdown(message) })),
        },
      })),
    );
  });
}
