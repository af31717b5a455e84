import type { MouseEvent, ReactNode } from 'react';
import { useAddresses } from './use-address.ts';

export interface AddressLinkProps {
  readonly address: string;
  readonly className?: string | undefined;
  readonly children: ReactNode;
}

const isPlainClick = ({ button, altKey, ctrlKey, metaKey, shiftKey }: MouseEvent): boolean =>
  button === 0 && !altKey && !ctrlKey && !metaKey && !shiftKey;

/** A link within the page: a plain click opens it here, the browser's own ways open it elsewhere. */
export function AddressLink({ address, className, children }: AddressLinkProps): ReactNode {
  const { open } = useAddresses();
  return (
    <a
      href={address}
      className={className}
      onClick={(event) => {
        if (!isPlainClick(event)) return;
        event.preventDefault();
        open(address);
      }}
    >
      {children}
    </a>
  );
}
