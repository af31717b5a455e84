import type * as monacoApi from 'monaco-editor/esm/vs/editor/editor.api.js';
import { findTextChange } from './find-text-change.ts';
import { uriOf, type LoadedMonaco } from './load-monaco.ts';
import { toMarkers, type YamlMark } from './to-markers.ts';

export interface TextEvents {
  readonly onTyped: (text: string) => void;
  readonly onUndo: () => void;
  readonly onRedo: () => void;
  readonly onCheck: () => void;
  readonly onApply: () => void;
}

export interface OpenTextOptions {
  readonly host: HTMLElement;
  readonly kind: string;
  readonly text: string;
  readonly label: string;
}

/** An editor on the screen. The draft's text is the truth: what it shows follows, what is typed is handed on. */
export interface OpenText {
  readonly show: (text: string) => void;
  readonly mark: (marks: readonly YamlMark[]) => void;
  readonly setReadOnly: (isReadOnly: boolean) => void;
  readonly reveal: (line: number, column: number) => void;
  readonly focus: () => void;
  readonly format: () => void;
  readonly close: () => void;
}

const owner = 'fairlead';

function addKeys(
  { monaco }: LoadedMonaco,
  editor: monacoApi.editor.IStandaloneCodeEditor,
  events: TextEvents,
): void {
  const { KeyMod, KeyCode } = monaco;
  // Form and text share one history: Monaco's own is not used.
  editor.addCommand(KeyMod.CtrlCmd | KeyCode.KeyZ, events.onUndo);
  editor.addCommand(KeyMod.CtrlCmd | KeyMod.Shift | KeyCode.KeyZ, events.onRedo);
  editor.addCommand(KeyMod.CtrlCmd | KeyCode.KeyY, events.onRedo);
  editor.addCommand(KeyMod.CtrlCmd | KeyCode.KeyS, events.onCheck);
  editor.addCommand(KeyMod.CtrlCmd | KeyCode.Enter, events.onApply);
}

export function openText(loaded: LoadedMonaco, options: OpenTextOptions, events: TextEvents): OpenText {
  const { monaco } = loaded;
  const { host, kind, text, label } = options;
  const uri = monaco.Uri.parse(uriOf(kind));
  monaco.editor.getModel(uri)?.dispose();
  const model = monaco.editor.createModel(text, 'yaml', uri);
  const editor = monaco.editor.create(host, {
    model,
    automaticLayout: true,
    ariaLabel: label,
    fontFamily: getComputedStyle(host).getPropertyValue('--mono'),
    fontSize: 12,
    lineHeight: 19,
    fontLigatures: false,
    minimap: { enabled: false },
    glyphMargin: true,
    folding: true,
    tabSize: 2,
    insertSpaces: true,
    detectIndentation: false,
    fixedOverflowWidgets: true,
    scrollBeyondLastLine: false,
    renderLineHighlight: 'line',
    unicodeHighlight: { ambiguousCharacters: false },
  });
  let isShowing = false;
  const listening = model.onDidChangeContent(() => {
    if (!isShowing) events.onTyped(model.getValue());
  });
  addKeys(loaded, editor, events);
  return {
    show: (next) => {
      const change = findTextChange(model.getValue(), next);
      if (change === undefined) return;
      const start = model.getPositionAt(change.start);
      const end = model.getPositionAt(change.end);
      isShowing = true;
      model.applyEdits([{ range: monaco.Range.fromPositions(start, end), text: change.text }]);
      if (model.getValue() !== next) model.setValue(next);
      isShowing = false;
    },
    mark: (marks) => monaco.editor.setModelMarkers(model, owner, toMarkers(marks, monaco.MarkerSeverity)),
    setReadOnly: (isReadOnly) => editor.updateOptions({ readOnly: isReadOnly }),
    reveal: (lineNumber, column) => {
      editor.setPosition({ lineNumber, column });
      editor.revealLineInCenter(lineNumber);
      editor.focus();
    },
    focus: () => editor.focus(),
    format: () => void editor.getAction('editor.action.formatDocument')?.run(),
    close: () => {
      listening.dispose();
      editor.dispose();
      model.dispose();
    },
  };
}
