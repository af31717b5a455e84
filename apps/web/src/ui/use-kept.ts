import { useState } from 'react';

/** The last value that was there, once there was one: what is shown does not vanish while it is gone for a moment. */
export function useKept<Value>(value: Value | undefined): Value | undefined {
  const [kept, setKept] = useState(value);
  if (value !== undefined && value !== kept) setKept(value);
  return value ?? kept;
}
