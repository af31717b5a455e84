import type { ReactNode } from 'react';
import { useMessages } from '../../messages/use-messages.ts';
import { CopyButton } from '../../ui/copy-button.tsx';
import type { RequestAddress } from '../../trace-view/trace-view.ts';
import styles from './trace-panel.module.css';

export interface LineProps {
  readonly label: string;
  readonly text: string;
}

/** A line to paste elsewhere, with a button that copies it. */
export function CopyLine({ label, text }: LineProps): ReactNode {
  const { requestTracer } = useMessages();
  const words = requestTracer.reproduceTab;
  return (
    <div className={styles.line}>
      <div className={styles.lineHead}>
        <span>{label}</span>
        <CopyButton text={text} label={words.copy(label)} copiedLabel={words.copied()} />
      </div>
      <code className={styles.lineText}>{text}</code>
    </div>
  );
}

/** Lines that send the request, one for each address at which its controller listens. */
export function ReproduceLines({ addresses }: { readonly addresses: readonly RequestAddress[] }): ReactNode {
  const { requestTracer } = useMessages();
  const words = requestTracer.reproduceTab;
  const hasAddress = addresses.some(({ address }) => address !== undefined);
  return (
    <>
      <p className={styles.quiet}>{hasAddress ? words.intro() : words.noAddress()}</p>
      {addresses.map(({ address, curl, hostsLine }) => (
        <div key={curl} className={styles.lines}>
          <CopyLine label={address === undefined ? words.plainCurl() : words.curl(address)} text={curl} />
          {hostsLine === undefined ? null : <CopyLine label={words.hosts()} text={hostsLine} />}
        </div>
      ))}
    </>
  );
}
