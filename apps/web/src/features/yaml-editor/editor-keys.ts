import type * as monacoApi from 'monaco-editor/esm/vs/editor/editor.api.js';

type Monaco = typeof monacoApi;

export interface EditorKeys {
  readonly onUndo: () => void;
  readonly onRedo: () => void;
  readonly onCheck: () => void;
  readonly onApply: () => void;
}

/** Keys of undo and redo: Z, Shift Z and Y with Ctrl or Cmd. */
const stepKeys = ({ KeyMod, KeyCode }: Monaco) => ({
  undo: [KeyMod.CtrlCmd | KeyCode.KeyZ],
  redo: [KeyMod.CtrlCmd | KeyMod.Shift | KeyCode.KeyZ, KeyMod.CtrlCmd | KeyCode.KeyY],
});

/**
 * Gives the page's search its key back, which begins sequences in the editor; and takes undo from all of the editor but its
 * text, so that its own history is never used: fields of its widgets have the browser's.
 */
export function freeKeys(monaco: Monaco): void {
  const { undo, redo } = stepKeys(monaco);
  monaco.editor.addKeybindingRules([
    { keybinding: monaco.KeyMod.CtrlCmd | monaco.KeyCode.KeyK, command: null },
    ...[...undo, ...redo].map((keybinding) => ({ keybinding, command: null, when: '!editorTextFocus' })),
  ]);
}

/** The draft's own history and the page's own actions, also while the text has the focus. */
export function bindKeys(
  monaco: Monaco,
  editor: monacoApi.editor.IStandaloneCodeEditor,
  keys: EditorKeys,
): void {
  const { KeyMod, KeyCode } = monaco;
  const { undo, redo } = stepKeys(monaco);
  const inText = 'editorTextFocus';
  for (const key of undo) editor.addCommand(key, keys.onUndo, inText);
  for (const key of redo) editor.addCommand(key, keys.onRedo, inText);
  editor.addCommand(KeyMod.CtrlCmd | KeyCode.KeyS, keys.onCheck);
  editor.addCommand(KeyMod.CtrlCmd | KeyCode.Enter, keys.onApply);
}
