import { useEffect, useRef, useState, type RefObject } from 'react';

export interface FocusRow {
  readonly container: RefObject<HTMLDivElement | null>;
  /** Puts the focus into the first field of a row, as soon as the row is there. */
  readonly focusRow: (row: string) => void;
}

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
      const rows = container.current?.querySelectorAll<HTMLElement>('[data-row]') ?? [];
      const found = [...rows].find((each) => each.dataset['row'] === row)?.querySelector('input');
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
      setRequests((count) => count + 1);
    },
  };
}
