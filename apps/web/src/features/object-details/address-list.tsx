import { useState, type ReactNode } from 'react';
import { useMessages } from '../../messages/use-messages.ts';
import { Button } from '../../ui/button.tsx';
import { CopyButton } from '../../ui/copy-button.tsx';
import type { CopyableAddress } from '../../workers/copyable-address.ts';
import { addressKindOf } from './address-kind.ts';
import styles from './address-list.module.css';
import { PanelSection } from './panel-section.tsx';

function Address({ address: { label, text } }: { readonly address: CopyableAddress }): ReactNode {
  const { details, common } = useMessages();
  const kind = addressKindOf(text);
  return (
    <li className={kind === 'curl' || kind === 'hosts' ? styles.line : styles.address}>
      <span className={styles.label}>{label}</span>
      <code className={styles.text}>
        {kind === 'url' ? (
          <a href={text} target="_blank" rel="noopener noreferrer" title={details.opensNewTab()}>
            {text}
          </a>
        ) : (
          text
        )}
      </code>
      <CopyButton text={text} label={details.copyAddress(label, text)} copiedLabel={common.copied()} />
    </li>
  );
}

const shownAtFirst = 12;

/** Addresses one under the other, each with a button that copies it. */
export function AddressRows({ addresses }: { readonly addresses: readonly CopyableAddress[] }): ReactNode {
  const { details } = useMessages();
  const [isWhole, setWhole] = useState(false);
  const rest = addresses.length - shownAtFirst;
  const shown = isWhole ? addresses : addresses.slice(0, shownAtFirst);
  return (
    <>
      <ul className={styles.addresses}>
        {shown.map((address, index) => (
          <Address key={`${index} ${address.text}`} address={address} />
        ))}
      </ul>
      {rest > 0 ? (
        <div>
          <Button size="small" variant="link" onPress={() => setWhole(!isWhole)}>
            {isWhole ? details.fewerAddresses() : details.moreAddresses(rest)}
          </Button>
        </div>
      ) : null}
    </>
  );
}

/** Everything to paste elsewhere: where the object answers, then commands and lines to try it. */
export function AddressList({ addresses }: { readonly addresses: readonly CopyableAddress[] }): ReactNode {
  const { details } = useMessages();
  const isLine = ({ text }: CopyableAddress): boolean => ['curl', 'hosts'].includes(addressKindOf(text));
  const places = addresses.filter((address) => !isLine(address));
  const lines = addresses.filter(isLine);
  return (
    <>
      {places.length === 0 ? null : (
        <PanelSection title={details.addresses()}>
          <AddressRows addresses={places} />
        </PanelSection>
      )}
      {lines.length === 0 ? null : (
        <PanelSection title={details.tryIt()}>
          <AddressRows addresses={lines} />
        </PanelSection>
      )}
    </>
  );
}
