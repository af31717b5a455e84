import type * as monacoApi from 'monaco-editor/esm/vs/editor/editor.api.js';
import { findTextChange } from './find-text-change.ts';
import { findFormatted } from './find-formatted.ts';

type Monaco = typeof monacoApi;
type Completions = monacoApi.languages.CompletionItemProvider;
type Formatter = monacoApi.languages.DocumentFormattingEditProvider;
type CodeActions = monacoApi.languages.CodeActionProvider;

/** Fences and escapes of Markdown taken away: what is left is shown as text, never rendered. */
const toPlainText = (documentation: string | monacoApi.IMarkdownString): string =>
  (typeof documentation === 'string' ? documentation : documentation.value)
    .replaceAll(/^```.*$\n?/gm, '')
    .replaceAll(/\\([!-/:-@[-`{-~])/g, '$1')
    .trim();

const withPlainTexts = (provider: Completions): Completions => ({
  ...provider,
  provideCompletionItems: async (...asked) => {
    const list = await provider.provideCompletionItems(...asked);
    return (
      list && {
        ...list,
        suggestions: list.suggestions.map(({ documentation, ...item }) =>
          documentation === undefined ? item : { ...item, documentation: toPlainText(documentation) },
        ),
      }
    );
  },
});

/** One small edit instead of a whole new text, and none where the new text would say something else. */
const withMeaningKept = ({ Range }: Monaco, provider: Formatter): Formatter => ({
  ...provider,
  provideDocumentFormattingEdits: async (model, ...asked) => {
    const edits = await provider.provideDocumentFormattingEdits(model, ...asked);
    const before = model.getValue();
    const after = findFormatted(
      before,
      (edits ?? []).map(({ range, text }) => ({
        start: model.getOffsetAt({ lineNumber: range.startLineNumber, column: range.startColumn }),
        end: model.getOffsetAt({ lineNumber: range.endLineNumber, column: range.endColumn }),
        text,
      })),
    );
    const change = after === undefined ? undefined : findTextChange(before, after);
    if (change === undefined) return [];
    const [start, end] = [model.getPositionAt(change.start), model.getPositionAt(change.end)];
    return [{ range: Range.fromPositions(start, end), text: change.text }];
  },
});

/** Without actions that want a command of another editor. */
const withOwnActions = (provider: CodeActions): CodeActions => ({
  ...provider,
  provideCodeActions: async (...asked) => {
    const list = await provider.provideCodeActions(...asked);
    return list && { ...list, actions: list.actions.filter(({ command }) => command === undefined) };
  },
});

/** Mistakes of syntax are Fairlead's own marks, with its words; of the plug-in's only those about the schema are shown. */
const listSchemaMarkers = (
  markers: readonly monacoApi.editor.IMarkerData[],
): monacoApi.editor.IMarkerData[] =>
  markers
    .filter(({ source }) => source !== 'YAML')
    // The schema's made-up address means nothing to anybody.
    .map(({ source: _source, code: _code, ...marker }) => marker);

const noLinks: monacoApi.IDisposable = { dispose: () => {} };

/**
 * The editor as the YAML plug-in gets it: texts of schemas stay plain texts, formatting keeps what a text says, and of the
 * plug-in's marks, links and actions only those are taken that mean something here.
 */
export const restrictMonaco = (monaco: Monaco): Monaco => ({
  ...monaco,
  editor: {
    ...monaco.editor,
    setModelMarkers: (model, owner, markers) =>
      monaco.editor.setModelMarkers(model, owner, listSchemaMarkers(markers)),
  },
  languages: {
    ...monaco.languages,
    registerCompletionItemProvider: (languages, provider) =>
      monaco.languages.registerCompletionItemProvider(languages, withPlainTexts(provider)),
    registerDocumentFormattingEditProvider: (languages, provider) =>
      monaco.languages.registerDocumentFormattingEditProvider(languages, withMeaningKept(monaco, provider)),
    registerCodeActionProvider: (languages, provider, metadata) =>
      monaco.languages.registerCodeActionProvider(languages, withOwnActions(provider), metadata),
    registerLinkProvider: () => noLinks,
  },
});
