import { useId, type ReactNode } from 'react';
import { classNames } from '../class-names.ts';
import { StatusIcon } from '../status-icon.tsx';
import styles from './form.module.css';

/** Something wrong with a field, with what may be done about it. */
export interface FieldNote {
  readonly severity: 'error' | 'warning';
  readonly message: string;
  readonly fix?: { readonly label: string; readonly run: () => void };
}

/** What every control of a form says beside its value. */
export interface FieldWords {
  readonly label: string;
  /** What the field means, in one line. */
  readonly help?: string;
  /** The value it had when the draft began, where that differs: `was 20m`. */
  readonly was?: string | undefined;
  readonly notes?: readonly FieldNote[];
  /** The label is for assistive technology only: the column's head says it. */
  readonly isLabelHidden?: boolean;
  /** Id of a visible label elsewhere, such as the head of a column; the control then has none of its own. */
  readonly labelId?: string;
  /** Id of the {@link FieldNotes} in which a row shows help and problems; the control itself then shows neither. */
  readonly notesId?: string;
}

export interface FieldIds {
  readonly label: string;
  readonly was: string;
  readonly help: string;
  readonly notes: string;
}

/** Ids that tie label, help and notes to a control. */
export function useFieldIds(words?: FieldWords): FieldIds {
  const id = useId();
  return {
    label: words?.labelId ?? `${id}-label`,
    was: `${id}-was`,
    help: `${id}-help`,
    notes: `${id}-notes`,
  };
}

/** What describes a control, in the order it is read out; `undefined` when nothing does. */
export function describedBy(
  ids: FieldIds,
  { help, was, notes = [], notesId }: FieldWords,
): string | undefined {
  const parts = [
    was === undefined ? '' : ids.was,
    help === undefined ? '' : ids.help,
    notes.length === 0 ? '' : (notesId ?? ids.notes),
  ].filter(Boolean);
  return parts.length === 0 ? undefined : parts.join(' ');
}

export const hasError = ({ notes = [] }: FieldWords): boolean =>
  notes.some(({ severity }) => severity === 'error');

function NoteLine({ note }: { readonly note: FieldNote }): ReactNode {
  return (
    <p className={styles.note} data-severity={note.severity}>
      <StatusIcon tone={note.severity} size={14} />
      <span>
        {note.message}{' '}
        {note.fix === undefined ? null : (
          <button type="button" className={styles.fix} data-quick-fix="" onClick={note.fix.run}>
            {note.fix.label}
          </button>
        )}
      </span>
    </p>
  );
}

/** The problems of a field, under it; spoken when they come up. */
export function FieldNotes({
  id,
  notes,
}: {
  readonly id: string;
  readonly notes: readonly FieldNote[];
}): ReactNode {
  return (
    <div id={id} aria-live="polite" className={styles.notes}>
      {notes.map((note) => (
        <NoteLine key={`${note.severity}${note.message}`} note={note} />
      ))}
    </div>
  );
}

export interface FieldFrameProps {
  readonly words: FieldWords;
  readonly ids: FieldIds;
  readonly children: ReactNode;
}

function OldValue({ id, was }: { readonly id: string; readonly was: string | undefined }): ReactNode {
  return was === undefined ? null : (
    <span id={id} className={styles.was} title={was}>
      {was}
    </span>
  );
}

/** A control with its label and its old value above it, what it means and its problems below it. */
export function FieldFrame({ words, ids, children }: FieldFrameProps): ReactNode {
  const { label, labelId, help, was, notes = [], isLabelHidden = false, notesId } = words;
  const isInRow = notesId !== undefined;
  const isOldBelow = isLabelHidden && !isInRow;
  return (
    <div className={styles.field} data-changed={was === undefined ? undefined : ''}>
      <div className={classNames(styles.labelRow, isLabelHidden && 'visually-hidden')}>
        {labelId === undefined ? (
          <span id={ids.label} className={styles.label}>
            {label}
          </span>
        ) : null}
        {isOldBelow ? null : <OldValue id={ids.was} was={was} />}
      </div>
      {children}
      {isOldBelow ? <OldValue id={ids.was} was={was} /> : null}
      {help === undefined ? null : (
        <p id={ids.help} className={isInRow ? 'visually-hidden' : styles.help}>
          {help}
        </p>
      )}
      {isInRow ? null : <FieldNotes id={ids.notes} notes={notes} />}
    </div>
  );
}
