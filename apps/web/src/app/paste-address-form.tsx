import { useState, type FormEvent, type ReactNode } from 'react';
import { useMessages } from '../messages/use-messages.ts';
import { parsePastedAddress, type Credential } from '../server-state/token-store.ts';
import { Button } from '../ui/button.tsx';
import { TextField } from '../ui/text-field.tsx';
import styles from './shell.module.css';

export interface PasteAddressFormProps {
  /** A token was there, and this server does not know it. */
  readonly wasRefused?: boolean;
  readonly onCredential: (credential: Credential) => Promise<void>;
}

/** A field for the address that Fairlead printed. */
export function PasteAddressForm({ wasRefused = false, onCredential }: PasteAddressFormProps): ReactNode {
  const {
    shell: { paste },
  } = useMessages();
  const [text, setText] = useState('');
  const [problem, setProblem] = useState(wasRefused ? paste.refused() : undefined);
  const [isOpening, setIsOpening] = useState(false);
  const open = async (): Promise<void> => {
    const credential = parsePastedAddress(text);
    if (credential === undefined) {
      setProblem(paste.noToken());
      return;
    }
    setIsOpening(true);
    try {
      await onCredential(credential);
      setProblem(paste.refused());
    } finally {
      setIsOpening(false);
    }
  };
  const onSubmit = (event: FormEvent): void => {
    event.preventDefault();
    void open();
  };
  return (
    <form className={styles.paste} onSubmit={onSubmit}>
      <TextField
        label={paste.field()}
        placeholder={paste.placeholder()}
        value={text}
        isMono
        onChange={(next) => {
          setText(next);
          setProblem(undefined);
        }}
        error={problem}
      />
      <div>
        <Button type="submit" variant="primary" isDisabled={isOpening}>
          {paste.submit()}
        </Button>
      </div>
    </form>
  );
}
