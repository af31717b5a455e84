import { Check, Copy } from 'lucide-react';
import { useState, type ReactNode } from 'react';
import { Button } from './button.tsx';
import { IconButton } from './icon-button.tsx';

export interface CopyButtonProps {
  /** A function where making the text costs more than a moment. */
  readonly text: string | (() => string);
  /** What is copied: `Copy DNS name`. */
  readonly label: string;
  readonly copiedLabel: string;
  readonly hasWords?: boolean;
}

/** Copies a text and says so until the pointer or the focus leaves. */
export function CopyButton({ text, label, copiedLabel, hasWords = false }: CopyButtonProps): ReactNode {
  const [isCopied, setIsCopied] = useState(false);
  const copy = (): void => {
    navigator.clipboard.writeText(typeof text === 'function' ? text() : text).then(
      () => setIsCopied(true),
      () => setIsCopied(false),
    );
  };
  const forget = (): void => setIsCopied(false);
  const icon = isCopied ? <Check size={14} aria-hidden /> : <Copy size={14} aria-hidden />;
  const announcement = <output className="visually-hidden">{isCopied ? copiedLabel : ''}</output>;
  return (
    <>
      {hasWords ? (
        <Button size="small" onPress={copy} onBlur={forget} onHoverEnd={forget}>
          {icon}
          {isCopied ? copiedLabel : label}
        </Button>
      ) : (
        <IconButton
          label={isCopied ? copiedLabel : label}
          size="small"
          onPress={copy}
          onBlur={forget}
          onHoverEnd={forget}
        >
          {icon}
        </IconButton>
      )}
      {announcement}
    </>
  );
}
