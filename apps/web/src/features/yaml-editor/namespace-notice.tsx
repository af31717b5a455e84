import { identifyPart } from '@fairlead/edits';
import { isJsonObject, ownField, readManifest, rewriteManifest, type JsonObject } from '@fairlead/manifests';
import { useMemo, type ReactNode } from 'react';
import { useMessages } from '../../messages/use-messages.ts';
import { Button } from '../../ui/button.tsx';
import { StatusIcon } from '../../ui/status-icon.tsx';
import styles from './yaml-editor.module.css';

export interface NamespaceNoticeProps {
  readonly text: string;
  /** The namespace that is meant as long as the text says none. */
  readonly namespace: string;
  readonly onAdd: (text: string) => void;
}

/** The text with the namespace behind the name; `undefined` where it says one, or cannot be read. */
export function withNamespace(text: string, namespace: string): string | undefined {
  const { object, problems } = readManifest(text);
  const metadata = ownField(object, 'metadata');
  if (
    object === undefined ||
    !isJsonObject(metadata) ||
    problems.some(({ severity }) => severity === 'error')
  )
    return undefined;
  const found = ownField(metadata, 'namespace');
  if (found !== undefined && found !== null && found !== '') return undefined;
  const { name, namespace: _empty, ...others } = metadata;
  const named: JsonObject = { ...(name === undefined ? {} : { name }), namespace, ...others };
  return rewriteManifest(text, { ...object, metadata: named }, identifyPart);
}

/** A text without a namespace, as examples are mostly written, is offered the one that is looked at. */
export function NamespaceNotice({ text, namespace, onAdd }: NamespaceNoticeProps): ReactNode {
  const { yamlEditor: words } = useMessages();
  const added = useMemo(() => withNamespace(text, namespace), [text, namespace]);
  if (added === undefined) return null;
  return (
    <section className={styles.legacy} aria-label={words.namespace.title()}>
      <div className={styles.legacyHead}>
        <StatusIcon tone="warning" size={16} />
        <strong>{words.namespace.title()}</strong>
        <Button size="small" variant="primary" onPress={() => onAdd(added)}>
          {words.namespace.use(namespace)}
        </Button>
      </div>
    </section>
  );
}
