import type { ReactNode } from 'react';
import type { ConfirmedDraft } from '../../messages/en-review-outcomes.ts';
import { useMessages } from '../../messages/use-messages.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { ConcernList } from './concern-list.tsx';
import type { Concern } from './list-concerns.ts';
import styles from './review.module.css';

export interface ConfirmApplyProps {
  readonly isOpen: boolean;
  readonly draft: ConfirmedDraft;
  readonly concerns: readonly Concern[];
  readonly onConfirm: () => void;
  readonly onClose: () => void;
}

/** A last look at what is dangerous in a change, before it is sent. Not shown for a change without any. */
export function ConfirmApply({ isOpen, draft, concerns, onConfirm, onClose }: ConfirmApplyProps): ReactNode {
  const { review } = useMessages();
  const { confirm } = review;
  return (
    <Dialog title={confirm.title(draft)} closeLabel={confirm.back()} isOpen={isOpen} onClose={onClose}>
      <div className={styles.dialog}>
        <p>{confirm.because()}</p>
        <ConcernList concerns={concerns} />
        <div className={styles.dialogActions}>
          <Button onPress={onClose}>{confirm.back()}</Button>
          <Button
            variant="primary"
            onPress={() => {
              onClose();
              onConfirm();
            }}
          >
            {confirm.apply(draft)}
          </Button>
        </div>
      </div>
    </Dialog>
  );
}
