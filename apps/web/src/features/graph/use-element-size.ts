import { useCallback, useState, type RefCallback } from 'react';

export interface ElementSize {
  readonly width: number;
  readonly height: number;
}

/** Size of an element in px, kept up to date; zero until it is on the page. */
export function useElementSize<E extends HTMLElement>(): readonly [RefCallback<E>, ElementSize] {
  const [size, setSize] = useState<ElementSize>({ width: 0, height: 0 });
  const ref = useCallback((element: E | null) => {
    if (element === null) return undefined;
    const observer = new ResizeObserver(() => {
      setSize({ width: element.clientWidth, height: element.clientHeight });
    });
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  return [ref, size];
}
