import { useCallback, useLayoutEffect, useRef } from 'react';

/** Reads a value as it was drawn last: for what happens later than drawing, such as a press. Always the same function. */
export function useLatest<Value>(value: Value): () => Value {
  const latest = useRef(value);
  useLayoutEffect(() => {
    latest.current = value;
  });
  return useCallback(() => latest.current, []);
}
