import type { SetEntry } from '@fairlead/edits';
import { labelValue, type StringMap } from '@fairlead/kube-objects';
import type { ReactNode } from 'react';
import { foreignNotes, isOption } from '../../controller-options/list-options.ts';
import { listShownEntries } from '../../drafts/shown-entries.ts';
import { useMessages } from '../../messages/use-messages.ts';
import type { FieldNote } from '../../ui/form/field-frame.tsx';
import { FormSection } from '../../ui/form/form-section.tsx';
import { KeyValueRows } from '../../ui/form/key-value-rows.tsx';
import type { SectionProps } from './section-props.ts';
import styles from './ingress-form.module.css';

const noSuggestions = { keys: [], valuesOf: () => [] } as const;

interface MapRowsProps {
  readonly section: SectionProps;
  readonly map: Exclude<SetEntry['map'], 'selector'>;
  readonly isShown: (key: string) => boolean;
  readonly notesOf: (key: string) => readonly FieldNote[];
}

function MapRows({ section, map, isShown, notesOf }: MapRowsProps): ReactNode {
  const { ingressForm: words } = useMessages();
  const { object, base, fields, onEdit, isReadOnly } = section;
  const { metadata } = words;
  const old = (base === undefined ? object : base).metadata[map];
  const listShown = (entries: StringMap | undefined): readonly (readonly [string, string])[] =>
    listShownEntries(entries).filter(([key]) => isShown(key));
  const now = object.metadata[map];
  return (
    <KeyValueRows
      words={{
        key: metadata.key(),
        value: metadata.value(),
        valueOf: metadata.valueOf,
        add: metadata.add(),
        remove: metadata.remove,
        restore: metadata.restore,
        was: words.was,
        states: words.states,
        keyTaken: metadata.taken,
      }}
      entries={listShown(now)}
      before={new Map(listShown(old))}
      suggest={noSuggestions}
      notesOf={(key) => [...fields.notes('metadata', map, key), ...notesOf(key)]}
      onSet={(key, to, goesOn) =>
        onEdit([{ kind: 'set-entry', map, key, from: labelValue(now, key), to }], goesOn)
      }
      isDisabled={isReadOnly}
    />
  );
}

/** Labels, and annotations that are no options of the controller. */
export function MetadataSections(section: SectionProps): ReactNode {
  const {
    ingressForm: { metadata: words },
    controllerOptions,
  } = useMessages();
  const family = section.facts?.family;
  return (
    <>
      <FormSection title={words.labels()}>
        <p className={styles.help}>{words.labelsHelp()}</p>
        <MapRows section={section} map="labels" isShown={() => true} notesOf={() => []} />
      </FormSection>
      <FormSection title={words.annotations()}>
        <p className={styles.help}>{words.annotationsHelp()}</p>
        <MapRows
          section={section}
          map="annotations"
          isShown={(key) => !isOption(family, 'Ingress', key)}
          notesOf={(key) => foreignNotes(key, family, controllerOptions)}
        />
      </FormSection>
    </>
  );
}
