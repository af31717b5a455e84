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

/** A question that is asked first: its own keys go on there, and what is behind it waits. */
const isInDialog = (target: EventTarget | null): boolean =>
  target instanceof Element && target.closest('[role=dialog], [role=alertdialog]') !== null;

/** The first way to mend what is wrong at the focus, or nearest around it, in the same part of the page. */
function findQuickFix(target: EventTarget | null): (() => void) | undefined {
  for (let at = target instanceof Element ? target : null; at !== null; at = at.parentElement) {
    const button = at.querySelector<HTMLButtonElement>('button[data-quick-fix]');
    if (button !== null) return () => button.click();
    if (Object.hasOwn(at instanceof HTMLElement ? at.dataset : {}, 'region')) return undefined;
  }
  return undefined;
}

function findAction(event: KeyboardEvent, keys: EditorKeys): (() => void) | undefined {
  if (!event.ctrlKey && !event.metaKey) return undefined;
  const key = event.key.toLowerCase();
  if (key === 's') return keys.check;
  if (key === 'enter') return keys.apply;
  if (key === '.') return findQuickFix(event.target);
  if (hasOwnUndo(event.target)) return undefined;
  if (key === 'z') return event.shiftKey ? keys.redo : keys.undo;
  return key === 'y' ? keys.redo : undefined;
}

/**
 * Ctrl or Cmd with S, Enter, `.`, Z, Shift Z and Y, wherever the focus is in the editor. Heard before the controls hear them:
 * a button takes Enter with any modifier for a press and keeps it to itself.
 */
export function useEditorKeys(keys: EditorKeys): void {
  // The outside system is the keyboard; the listener is renewed because it speaks of the draft as it is now.
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent): void => {
      if (event.defaultPrevented || event.isComposing || isInDialog(event.target)) return;
      const action = findAction(event, keys);
      if (action === undefined) return;
      event.preventDefault();
      event.stopPropagation();
      action();
    };
    globalThis.addEventListener('keydown', onKeyDown, { capture: true });
    return () => globalThis.removeEventListener('keydown', onKeyDown, { capture: true });
  });
}
