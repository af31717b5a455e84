import type { FixEdits } from '@fairlead/diagnostics';
import type { ReactNode } from 'react';
import { EditAction } from '../../features/object-details/edit-action.tsx';
import { useMessages } from '../../messages/use-messages.ts';
import { useOpenEdits } from './use-open-edits.ts';

/** Opens a fix as a draft; disabled, with what is missing, where the object may not be changed. */
export function OpenFixAction({ fix }: { readonly fix: FixEdits }): ReactNode {
  const { editor } = useMessages();
  const open = useOpenEdits();
  const { kind, namespace = '', name } = fix.ref;
  return (
    <EditAction
      target={{ kind, namespace, name }}
      label={editor.openFix()}
      onEdit={() =>
        void open?.({
          ref: fix.ref,
          step: { reason: 'fix', listEdits: () => fix.edits },
          words: { doesNotFit: editor.fixDoesNotFit, doesNotFitDraft: editor.fixDoesNotFitDraft },
        })
      }
    />
  );
}
