import type { EditedKind } from '@fairlead/edits';
import { Plus } from 'lucide-react';
import type { ReactNode } from 'react';
import { useMessages } from '../../messages/use-messages.ts';
import { useSession } from '../../server-state/server-context.ts';
import { Button } from '../../ui/button.tsx';
import { useUrlState } from '../../url-state/use-url-state.ts';
import { useBeginDraft } from './use-begin-draft.ts';

export interface NewObjectButtonProps {
  readonly kind: EditedKind;
  /** Its text comes first, to paste over. */
  readonly mode?: 'yaml';
}

/** Begins a draft of something new, in the namespace that is looked at. Not there where nothing could be tried. */
export function NewObjectButton({ kind, mode }: NewObjectButtonProps): ReactNode {
  const { editor } = useMessages();
  const { readOnly, canDryRun } = useSession();
  const { namespaces } = useUrlState();
  const begin = useBeginDraft();
  if (readOnly && !canDryRun) return null;
  return (
    <Button isDisabled={begin === undefined} onPress={() => begin?.create(kind, namespaces?.[0], mode)}>
      <Plus size={14} aria-hidden />
      {mode === 'yaml' ? editor.pasteYaml() : editor.newObject(kind)}
    </Button>
  );
}
