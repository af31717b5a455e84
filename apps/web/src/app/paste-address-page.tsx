import type { ReactNode } from 'react';
import { useMessages } from '../messages/use-messages.ts';
import { Logo } from './logo.tsx';
import { PasteAddressForm, type PasteAddressFormProps } from './paste-address-form.tsx';
import styles from './shell.module.css';

/** What a tab without a token shows. */
export function PasteAddressPage(props: PasteAddressFormProps): ReactNode {
  const {
    shell: { paste },
  } = useMessages();
  return (
    <main className={styles.lonely}>
      <div className={styles.sheet}>
        <Logo />
        <h1 className={styles.bigTitle}>{paste.title()}</h1>
        <p className={styles.quiet}>{paste.text()}</p>
        <PasteAddressForm {...props} />
        <p className={styles.quiet}>{paste.otherTab()}</p>
      </div>
    </main>
  );
}
