import type { ObjectRef } from '@fairlead/kube-objects';
import { useState, type ReactNode } from 'react';
import { useMessages } from '../../messages/use-messages.ts';
import { Button } from '../../ui/button.tsx';
import { CopyButton } from '../../ui/copy-button.tsx';
import styles from './object-text.module.css';
import { printObject } from './print-object.ts';
import {
  countManagedFields,
  resourceVersionOf,
  withoutManagedFields,
  type RawObject,
} from './whole-object.ts';

export interface ObjectTextProps {
  readonly target: ObjectRef;
  readonly object: RawObject;
  readonly readAtMs: number;
  readonly liveVersion: string | undefined;
  readonly onReload: () => void;
}

/** The object as text to read and to copy. `managedFields`, which nobody writes by hand, is shown on demand. */
export function ObjectText({ target, object, readAtMs, liveVersion, onReload }: ObjectTextProps): ReactNode {
  const { details } = useMessages();
  const [isManagedShown, setManagedShown] = useState(false);
  const managed = countManagedFields(object);
  const text = printObject(isManagedShown ? object : withoutManagedFields(object));
  const isOld = liveVersion !== undefined && resourceVersionOf(object) !== liveVersion;
  return (
    <>
      <div className={styles.bar}>
        <CopyButton text={text} label={details.yaml.copy()} copiedLabel={details.yaml.copied()} hasWords />
        {managed === 0 ? null : (
          <Button size="small" onPress={() => setManagedShown(!isManagedShown)}>
            {isManagedShown ? details.yaml.hideManaged() : details.yaml.showManaged()}
          </Button>
        )}
        <Button size="small" variant="ghost" onPress={onReload}>
          {details.yaml.loadAgain()}
        </Button>
      </div>
      <p className={styles.note}>
        {details.yaml.readAt(readAtMs)} {isOld ? <strong>{details.yaml.changed()} </strong> : null}
        {managed > 0 && !isManagedShown ? details.yaml.managedLeftOut(managed) : null}
      </p>
      <section aria-label={details.yaml.label(target)}>
        <pre className={styles.text}>{text}</pre>
      </section>
    </>
  );
}
