import { useEffect } from 'react';
import { usePreferences } from '../../preferences.ts';
import { keepsKeys } from '../../ui/keeps-keys.ts';
import type { GraphZoom } from './use-graph-zoom.ts';
import { zoomByKey } from './zoom-by-key.ts';

/** Zooms from wherever the focus is. Within the graph its own keys do, also when single-letter keys are switched off. */
export function useZoomKeys(zoom: GraphZoom): void {
  const { hasSingleLetterKeys } = usePreferences();
  // The outside system is the keyboard; the listener is renewed because it speaks of what is shown now.
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent): void => {
      const isOurs = hasSingleLetterKeys && !event.altKey && !event.ctrlKey && !event.metaKey;
      if (!isOurs || event.defaultPrevented || event.isComposing || keepsKeys(event.target)) return;
      if (zoomByKey(event, zoom)) event.preventDefault();
    };
    globalThis.addEventListener('keydown', onKeyDown);
    return () => globalThis.removeEventListener('keydown', onKeyDown);
  });
}
