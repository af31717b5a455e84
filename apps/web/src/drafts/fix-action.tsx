import type { FixEdits } from '@fairlead/diagnostics';
import { use, type ReactNode } from 'react';
import { FixActionContext } from './fix-action-context.ts';

/** What can be done with a fix; nothing where no edits carry it out. */
export function FixAction({ fix }: { readonly fix: FixEdits | undefined }): ReactNode {
  const drawAction = use(FixActionContext);
  return fix === undefined || drawAction === undefined ? null : drawAction(fix);
}
