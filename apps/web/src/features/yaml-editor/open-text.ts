import type { KindSchemaReply } from '@fairlead/api-contract';
import type * as monacoApi from 'monaco-editor/esm/vs/editor/editor.api.js';
import type { YamlEditorMessages } from '../../messages/en-yaml-editor.ts';
import { continuesTyping, type TypedChange } from './continues-typing.ts';
import { bindKeys, type EditorKeys } from './editor-keys.ts';
import { findTextChange } from './find-text-change.ts';
import { nextUriOf, type LoadedMonaco } from './load-monaco.ts';
import { provideFixes } from './provide-fixes.ts';
import { describeAt } from './provide-hover.ts';
import { showGutterIcons } from './show-gutter-icons.ts';
import { toMarkers, type YamlMark } from './to-markers.ts';
import { languageOf, yamlLanguages } from './yaml-languages.ts';

type Editor = monacoApi.editor.IStandaloneCodeEditor;
type Model = monacoApi.editor.ITextModel;

export interface TextEvents extends EditorKeys {
  /** `isContinuation`: typing that goes on where it was. */
  readonly onTyped: (text: string, isContinuation: boolean) => void;
}

export interface OpenTextOptions {
  readonly host: HTMLElement;
  readonly kind: string;
  readonly text: string;
  readonly words: Pick<YamlEditorMessages, 'label' | 'hover'>;
}

/** An editor on the screen. The draft's text is the truth: what it shows follows, what is typed is handed on. */
export interface OpenText {
  readonly show: (text: string) => void;
  readonly mark: (marks: readonly YamlMark[]) => void;
  readonly setSchema: (schema: KindSchemaReply | undefined) => void;
  readonly setReadOnly: (isReadOnly: boolean) => void;
  readonly reveal: (line: number, column: number) => void;
  readonly format: () => void;
  readonly close: () => void;
}

const owner = 'fairlead';

function createEditor(
  { monaco }: LoadedMonaco,
  { host, kind, text, words }: OpenTextOptions,
): [Editor, Model] {
  const model = monaco.editor.createModel(text, languageOf(text.length), monaco.Uri.parse(nextUriOf(kind)));
  const editor = monaco.editor.create(host, {
    model,
    automaticLayout: true,
    ariaLabel: words.label(kind),
    fontFamily: getComputedStyle(host).getPropertyValue('--mono'),
    fontSize: 12,
    lineHeight: 19,
    fontLigatures: false,
    minimap: { enabled: false },
    glyphMargin: true,
    lineNumbersMinChars: 3,
    renderFinalNewline: 'on',
    tabSize: 2,
    insertSpaces: true,
    detectIndentation: false,
    fixedOverflowWidgets: true,
    scrollBeyondLastLine: false,
    links: false,
    // Most of YAML counts as strings.
    quickSuggestions: { other: true, comments: false, strings: true },
    wordBasedSuggestions: 'off',
    unicodeHighlight: { ambiguousCharacters: false },
    unusualLineTerminators: 'off',
  });
  // A font that arrives later has other widths than those the editor measured.
  void document.fonts.ready.then(() => monaco.editor.remeasureFonts());
  return [editor, model];
}

/** Makes the model say `text` by one small change outside Monaco's own history, so that cursor and scroll stay. */
function replaceText(
  { monaco }: LoadedMonaco,
  model: Model,
  text: string,
): { readonly end: number } | undefined {
  const { EndOfLineSequence } = monaco.editor;
  const [eol, sequence] = text.includes('\r\n')
    ? ['\r\n', EndOfLineSequence.CRLF]
    : ['\n', EndOfLineSequence.LF];
  if (model.getEOL() !== eol) model.setEOL(sequence);
  // The model has one kind of line break and no byte order mark.
  const wanted = text.replace(/^\uFEFF/, '').replaceAll(/\r\n?|\n/g, eol);
  const change = findTextChange(model.getValue(), wanted);
  if (change === undefined) return undefined;
  const [start, end] = [model.getPositionAt(change.start), model.getPositionAt(change.end)];
  model.applyEdits([{ range: monaco.Range.fromPositions(start, end), text: change.text }]);
  return { end: change.start + change.text.length };
}

const toTyped = ({
  changes,
}: monacoApi.editor.IModelContentChangedEvent): Omit<TypedChange, 'atMs'> | undefined => {
  const [first, ...others] = changes;
  return first === undefined || others.length > 0
    ? undefined
    : { offset: first.rangeOffset, removed: first.rangeLength, text: first.text };
};

/** Hands on what is typed and shows what is handed in, without taking the one for the other. */
function followText(loaded: LoadedMonaco, [editor, model]: readonly [Editor, Model], events: TextEvents) {
  let isShowing = false;
  let isStepping = false;
  let last: TypedChange | undefined;
  const listening = model.onDidChangeContent((event) => {
    const language = languageOf(model.getValueLength());
    if (model.getLanguageId() !== language) loaded.monaco.editor.setModelLanguage(model, language);
    if (isShowing) return;
    const change = toTyped(event);
    const typed = change === undefined ? undefined : { ...change, atMs: performance.now() };
    const isContinuation = typed !== undefined && continuesTyping(last, typed);
    last = typed;
    isStepping = false;
    events.onTyped(model.getValue(), isContinuation);
  });
  const step = (take: () => void) => (): void => {
    isStepping = true;
    take();
  };
  bindKeys(loaded.monaco, editor, {
    ...events,
    onUndo: step(events.onUndo),
    onRedo: step(events.onRedo),
  });
  const show = (text: string): void => {
    isShowing = true;
    const shown = replaceText(loaded, model, text);
    isShowing = false;
    if (shown === undefined) return;
    last = undefined;
    // The cursor goes where an undone step was; other changes leave it alone.
    if (isStepping) {
      const position = model.getPositionAt(shown.end);
      editor.setPosition(position);
      editor.revealPositionInCenterIfOutsideViewport(position);
    }
    isStepping = false;
  };
  return { show, listening };
}

export function openText(loaded: LoadedMonaco, options: OpenTextOptions, events: TextEvents): OpenText {
  const { monaco } = loaded;
  const { kind, words } = options;
  const [editor, model] = createEditor(loaded, options);
  const { show, listening } = followText(loaded, [editor, model], events);
  let schema: KindSchemaReply | undefined;
  let marks: readonly YamlMark[] = [];
  const parts = [
    listening,
    showGutterIcons(monaco, editor, model),
    provideFixes(monaco, editor, () => marks),
    monaco.languages.registerHoverProvider(yamlLanguages.checked, {
      provideHover: (hovered, position) =>
        hovered === model
          ? describeAt(model, position, { schema: () => schema, words: words.hover })
          : undefined,
    }),
    editor,
    model,
  ];
  return {
    show,
    mark: (next) => {
      marks = next;
      monaco.editor.setModelMarkers(model, owner, toMarkers(next, monaco.MarkerSeverity));
    },
    setSchema: (next) => {
      schema = next;
      loaded.setSchema(kind, next);
    },
    setReadOnly: (isReadOnly) => editor.updateOptions({ readOnly: isReadOnly, domReadOnly: isReadOnly }),
    reveal: (lineNumber, column) => {
      editor.setPosition({ lineNumber, column });
      editor.revealLineInCenterIfOutsideViewport(lineNumber);
      editor.focus();
    },
    format: () => void editor.getAction('editor.action.formatDocument')?.run(),
    close: () => parts.forEach((part) => part.dispose()),
  };
}
