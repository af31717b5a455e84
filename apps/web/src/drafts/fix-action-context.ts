import type { FixEdits } from '@fairlead/diagnostics';
import { createContext, type ReactNode } from 'react';

/**
 * Draws what can be done with a fix that edits carry out, for every feature that shows findings. `undefined` where there
 * is no editor to open.
 */
export const FixActionContext = createContext<((fix: FixEdits) => ReactNode) | undefined>(undefined);
