import type { SetEntry } from '@fairlead/edits';
import { labelValue, type StringMap } from '@fairlead/kube-objects';
import type { FieldPath } from '@fairlead/manifests';
import type { ReactNode } from 'react';
import { listShownEntries } from '../../drafts/shown-entries.ts';
import { useMessages } from '../../messages/use-messages.ts';
import { KeyValueRows, type KeyValueSuggestions } from '../../ui/form/key-value-rows.tsx';
import type { SectionProps } from './section-props.ts';

const noSuggestions: KeyValueSuggestions = { keys: [], valuesOf: () => [] };

export interface MapRowsProps {
  readonly section: SectionProps;
  readonly map: SetEntry['map'];
  readonly entries: StringMap | undefined;
  readonly before: StringMap | undefined;
  readonly path: FieldPath;
  readonly suggest?: KeyValueSuggestions;
  /** Entries without a row have a field elsewhere. All by default. */
  readonly isShown?: (key: string) => boolean;
}

/** Selector, labels or annotations as rows. */
export function MapRows(props: MapRowsProps): ReactNode {
  const { section, map, entries, before, path, suggest = noSuggestions, isShown = () => true } = props;
  const { serviceForm: words } = useMessages();
  const { base, fields, onEdit, isReadOnly } = section;
  const own = map === 'selector' ? words.selector : words.metadata;
  const listShown = (map: StringMap | undefined): readonly (readonly [string, string])[] =>
    listShownEntries(map).filter(([key]) => isShown(key));
  const shown = listShown(entries);
  return (
    <KeyValueRows
      words={{
        key: own.key(),
        value: own.value(),
        valueOf: own.valueOf,
        add: own.add(),
        remove: own.remove,
        restore: own.restore,
        was: words.was,
        states: words.states,
        keyTaken: own.taken,
      }}
      entries={shown}
      before={new Map(base === undefined ? shown : listShown(before))}
      suggest={suggest}
      notesOf={(key) => fields.notesAt(...path, key)}
      onSet={(key, to, isContinuation) =>
        onEdit([{ kind: 'set-entry', map, key, from: labelValue(entries, key), to }], isContinuation)
      }
      isDisabled={isReadOnly}
    />
  );
}
