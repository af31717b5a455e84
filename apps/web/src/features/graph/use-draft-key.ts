import { useEffect } from 'react';
import { usePreferences } from '../../preferences.ts';
import { keepsKeys } from '../../ui/keeps-keys.ts';
import type { GraphDraft } from './shown-draft.ts';

/** D switches between the cluster as it is and as it would be, wherever the focus is. */
export function useDraftKey(draft: GraphDraft | undefined): void {
  const { hasSingleLetterKeys } = usePreferences();
  // The outside system is the keyboard; the listener is renewed because it speaks of what is shown now.
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent): void => {
      const isOurs = hasSingleLetterKeys && !event.altKey && !event.ctrlKey && !event.metaKey;
      if (!isOurs || event.defaultPrevented || event.isComposing || keepsKeys(event.target)) return;
      if (draft === undefined || event.key.toLowerCase() !== 'd') return;
      event.preventDefault();
      draft.setShown(!draft.isShown);
    };
    globalThis.addEventListener('keydown', onKeyDown);
    return () => globalThis.removeEventListener('keydown', onKeyDown);
  });
}
