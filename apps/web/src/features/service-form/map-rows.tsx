import type { SetEntry } from '@fairlead/edits';
import type { StringMap } from '@fairlead/kube-objects';
import type { FieldPath } from '@fairlead/manifests';
import type { ReactNode } from 'react';
import { useMessages } from '../../messages/use-messages.ts';
import type { Suggestion } from '../../ui/form/combo-control.tsx';
import { KeyValueRows } from '../../ui/form/key-value-rows.tsx';
import type { SectionProps } from './type-section.tsx';

const noSuggestions: readonly Suggestion[] = [];

export interface MapRowsProps {
  readonly section: SectionProps;
  readonly map: SetEntry['map'];
  readonly entries: StringMap | undefined;
  readonly before: StringMap | undefined;
  readonly path: FieldPath;
  readonly suggestKeys?: readonly Suggestion[];
  readonly suggestValues?: (key: string) => readonly Suggestion[];
}

/** Selector, labels or annotations as rows. */
export function MapRows(props: MapRowsProps): ReactNode {
  const { section, map, entries = {}, before = {}, path, suggestKeys = noSuggestions } = props;
  const { suggestValues = () => noSuggestions } = props;
  const { serviceForm: words } = useMessages();
  const { base, fields, onEdit, isReadOnly } = section;
  const own = map === 'selector' ? words.selector : words.metadata;
  const now = new Map(Object.entries(entries));
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
      entries={[...now]}
      before={new Map(Object.entries(base === undefined ? entries : before))}
      suggestKeys={suggestKeys}
      suggestValues={suggestValues}
      notesOf={(key) => fields.notes(...path, key)}
      onSet={(key, to, isContinuation) =>
        onEdit([{ kind: 'set-entry', map, key, from: now.get(key), to }], isContinuation)
      }
      isDisabled={isReadOnly}
    />
  );
}
