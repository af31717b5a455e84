import { convertLegacyIngressText, type LegacyNote } from '@fairlead/manifests';
import { useMemo, type ReactNode } from 'react';
import { useMessages } from '../../messages/use-messages.ts';
import { Button } from '../../ui/button.tsx';
import { StatusIcon } from '../../ui/status-icon.tsx';
import styles from './yaml-editor.module.css';

export interface LegacyNoticeProps {
  readonly text: string;
  readonly onConvert: (text: string) => void;
}

/** A note of each code once: what is done is the same at every place. */
const distinct = (notes: readonly LegacyNote[]): readonly LegacyNote[] => [
  ...new Map(notes.map((note) => [note.code, note])).values(),
];

/** Offers to turn an Ingress of an API version that is gone, or one with its fields, into `networking.k8s.io/v1`. */
export function LegacyNotice({ text, onConvert }: LegacyNoticeProps): ReactNode {
  const { yamlEditor: words } = useMessages();
  const conversion = useMemo(() => convertLegacyIngressText(text), [text]);
  if (conversion === undefined) return null;
  return (
    <section className={styles.legacy} aria-label={words.legacy.title()}>
      <div className={styles.legacyHead}>
        <StatusIcon tone="warning" size={16} />
        <strong>{words.legacy.title()}</strong>
        <Button size="small" variant="primary" onPress={() => onConvert(conversion.text)}>
          {words.legacy.convert()}
        </Button>
      </div>
      <p>{words.legacy.why()}</p>
      <ul>
        {distinct(conversion.notes).map((note) => (
          <li key={note.code}>{words.legacy.note(note)}</li>
        ))}
      </ul>
    </section>
  );
}
