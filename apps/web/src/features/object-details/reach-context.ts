import type { ObjectRef } from '@fairlead/kube-objects';
import { createContext, type ReactNode } from 'react';

/** Draws by which URLs an object, or a row of it, can be reached. `undefined` where nothing knows. */
export const ReachContext = createContext<
  ((target: ObjectRef, row: readonly string[]) => ReactNode) | undefined
>(undefined);
