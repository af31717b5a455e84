import type { EditedKind } from '@fairlead/edits';
import type { ReactNode } from 'react';
import { useMessages } from '../../messages/use-messages.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import styles from './editor.module.css';

export interface DiscardDialogProps {
  readonly isOpen: boolean;
  /** Of a draft of something new. */
  readonly newKind: EditedKind | undefined;
  readonly editCount: number;
  readonly onClose: () => void;
  readonly onDiscard: () => void;
}

/** Asks before a draft and its undo history are gone. */
export function DiscardDialog(props: DiscardDialogProps): ReactNode {
  const { isOpen, newKind, editCount, onClose, onDiscard } = props;
  const { editor } = useMessages();
  return (
    <Dialog title={editor.discardTitle()} closeLabel={editor.keep()} isOpen={isOpen} onClose={onClose}>
      <p>{newKind === undefined ? editor.discardText(editCount) : editor.discardNewText(newKind)}</p>
      <div className={styles.dialogActions}>
        <Button onPress={onClose}>{editor.keep()}</Button>
        <Button
          variant="primary"
          onPress={() => {
            onClose();
            onDiscard();
          }}
        >
          {editor.discard()}
        </Button>
      </div>
    </Dialog>
  );
}
