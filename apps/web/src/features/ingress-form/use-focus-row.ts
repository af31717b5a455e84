import { useEffect, useRef, useState, type RefObject } from 'react';

export interface FocusRow {
  readonly container: RefObject<HTMLDivElement | null>;
  /** Puts the focus into the first field of a row, as soon as the row is there. */
  readonly focusRow: (row: string) => void;
}

const findField = (container: HTMLElement | null, row: string): HTMLInputElement | null | undefined =>
  [...(container?.querySelectorAll<HTMLElement>('[data-row]') ?? [])]
    .find((each) => each.dataset['row'] === row)
    ?.querySelector('input');

/** Keeps the focus with a row that was moved or added: rows stand at positions, and the focus would stay behind. */
export function useFocusRow(): FocusRow {
  const container = useRef<HTMLDivElement>(null);
  const wanted = useRef<string | undefined>(undefined);
  const [, setRequests] = useState(0);
  // The document's focus follows the rows as they are drawn.
  useEffect(() => {
    const row = wanted.current;
    if (row === undefined) return undefined;
    const request = requestAnimationFrame(() => {
      const found = findField(container.current, row);
      if (found === null || found === undefined) return;
      wanted.current = undefined;
      found.focus();
      found.select();
    });
    return () => cancelAnimationFrame(request);
  });
  return {
    container,
    focusRow: (row) => {
      wanted.current = row;
      // The next key may come before the next frame, and must not move what stands here then. A menu closes first.
      if (container.current?.contains(document.activeElement) === true)
        findField(container.current, row)?.focus();
      setRequests((count) => count + 1);
    },
  };
}
