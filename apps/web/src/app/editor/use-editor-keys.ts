import { useEffect } from 'react';

export interface EditorKeys {
  readonly undo: () => void;
  readonly redo: () => void;
  readonly check: () => void;
  readonly apply: () => void;
}

/** A field that has an undo of its own while it is typed in: letters, not steps of the draft. */
const hasOwnUndo = (target: EventTarget | null): boolean =>
  target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement;

function findAction(event: KeyboardEvent, keys: EditorKeys): (() => void) | undefined {
  if (!event.ctrlKey && !event.metaKey) return undefined;
  const key = event.key.toLowerCase();
  if (key === 's') return keys.check;
  if (key === 'enter') return keys.apply;
  if (hasOwnUndo(event.target)) return undefined;
  if (key === 'z') return event.shiftKey ? keys.redo : keys.undo;
  return key === 'y' ? keys.redo : undefined;
}

/** Ctrl or Cmd with S, Enter, Z, Shift Z and Y, wherever the focus is in the editor. */
export function useEditorKeys(keys: EditorKeys): void {
  // The outside system is the keyboard; the listener is renewed because it speaks of the draft as it is now.
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent): void => {
      if (event.defaultPrevented || event.isComposing) return;
      const action = findAction(event, keys);
      if (action === undefined) return;
      event.preventDefault();
      action();
    };
    globalThis.addEventListener('keydown', onKeyDown);
    return () => globalThis.removeEventListener('keydown', onKeyDown);
  });
}
