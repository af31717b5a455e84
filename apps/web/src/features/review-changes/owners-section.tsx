import {
  listOwners,
  printPatchForSource,
  type EditedObject,
  type ObjectEdit,
  type Owner,
} from '@fairlead/edits';
import type { ReactNode } from 'react';
import { useMessages } from '../../messages/use-messages.ts';
import { CopyButton } from '../../ui/copy-button.tsx';
import { StatusIcon } from '../../ui/status-icon.tsx';
import { useNow } from '../../ui/use-now.ts';
import styles from './review.module.css';

type FieldManager = Extract<Owner, { kind: 'field-manager' }>;

export const isFieldManager = (owner: Owner): owner is FieldManager => owner.kind === 'field-manager';

/** Owners that a person should know of before a change: tools, owners by reference, and managers whose fields it touches. */
export const listConcernedOwners = (object: EditedObject, edits: readonly ObjectEdit[]): readonly Owner[] =>
  listOwners(object, edits).filter(
    (owner) => !isFieldManager(owner) || (owner.operation === 'Apply' && owner.editedFields.length > 0),
  );

export interface OwnersSectionProps {
  readonly before: EditedObject;
  /** What would be stored; `undefined` for a delete. */
  readonly after: EditedObject | undefined;
  readonly edits: readonly ObjectEdit[];
}

function ManagerList({ managers }: { readonly managers: readonly FieldManager[] }): ReactNode {
  const { review, format } = useMessages();
  const nowMs = useNow('minute');
  return (
    <ul className={styles.managers}>
      {managers.map(({ manager, operation, time, editedFields }) => {
        const age = format.age(time, nowMs);
        return (
          <li key={`${manager} ${operation} ${time ?? ''}`}>
            <code>{manager}</code>
            <span className={styles.noteEnd}>
              {age === undefined ? '' : review.owners.ago(age)}
              {editedFields.length === 0 ? '' : ` · ${review.owners.edited(editedFields.length)}`}
            </span>
          </li>
        );
      })}
    </ul>
  );
}

/** Who else writes the object, what will become of the change, and the change as a patch for where the object comes from. */
export function OwnersSection({ before, after, edits }: OwnersSectionProps): ReactNode {
  const { review } = useMessages();
  const { owners } = review;
  const all = listOwners(before, edits);
  const managers = all.filter(isFieldManager);
  const tools = all.filter((owner) => !isFieldManager(owner));
  const isOwned = listConcernedOwners(before, edits).length > 0;
  const printPatch = after && edits.length > 0 ? () => printPatchForSource(before, after) : undefined;
  if (all.length === 0) return null;
  return (
    <section className={styles.section} aria-label={owners.title()}>
      <div className={styles.head}>
        <h2 className={styles.title}>{owners.title()}</h2>
        <span className={styles.tools}>
          {printPatch === undefined || !isOwned ? null : (
            <CopyButton text={printPatch} label={owners.copyPatch()} copiedLabel={owners.copied()} hasWords />
          )}
        </span>
      </div>
      <div className={styles.body}>
        <ul className={styles.owners}>
          {tools.map((owner) => (
            <li key={owners.who(owner)} className={styles.owner}>
              <StatusIcon tone="warning" />
              <span>
                <strong>{owners.who(owner)}</strong> {owners.consequence(owner.consequence)}
              </span>
            </li>
          ))}
        </ul>
        {managers.length === 0 ? null : (
          <>
            <h3 className={styles.small}>{owners.alsoWrites()}</h3>
            <ManagerList managers={managers} />
          </>
        )}
      </div>
    </section>
  );
}
