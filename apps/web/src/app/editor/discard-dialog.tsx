import type { ReactNode } from 'react';
import { useMessages } from '../../messages/use-messages.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import styles from './editor.module.css';

export interface DiscardDialogProps {
  readonly isOpen: boolean;
  readonly editCount: number;
  readonly onClose: () => void;
  readonly onDiscard: () => void;
}

/** Asks before a draft and its undo history are gone. */
export function DiscardDialog({ isOpen, editCount, onClose, onDiscard }: DiscardDialogProps): ReactNode {
  const { editor } = useMessages();
  return (
    <Dialog title={editor.discardTitle()} closeLabel={editor.keep()} isOpen={isOpen} onClose={onClose}>
      <p>{editor.discardText(editCount)}</p>
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
