import type { ReactNode } from 'react';
import { useMessages } from '../../messages/use-messages.ts';
import { Button } from '../../ui/button.tsx';
import { RowMark } from '../../ui/form/row-mark.tsx';
import styles from './ingress-form.module.css';

export interface RemovedRowProps {
  readonly text: string;
  /** Says what comes back. */
  readonly label: string;
  readonly isDisabled: boolean;
  readonly onRestore: () => void;
}

/** A row that the draft takes out, struck through, with a way back. */
export function RemovedRow({ text, label, isDisabled, onRestore }: RemovedRowProps): ReactNode {
  const { ingressForm: words } = useMessages();
  return (
    <li className={styles.removed}>
      <RowMark state="removed" label={words.states.removed} />
      <s>
        <code>{text}</code>
      </s>
      <Button size="small" variant="link" isDisabled={isDisabled} onPress={onRestore}>
        {label}
      </Button>
    </li>
  );
}
