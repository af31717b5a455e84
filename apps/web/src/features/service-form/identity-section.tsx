import { canChangeServiceType, serviceTypeOf, type ServiceType } from '@fairlead/edits';
import { useId, type ReactNode } from 'react';
import { useMessages } from '../../messages/use-messages.ts';
import { ChoiceControl } from '../../ui/form/choice-control.tsx';
import { ComboControl } from '../../ui/form/combo-control.tsx';
import { FieldNotes, type FieldNote } from '../../ui/form/field-frame.tsx';
import { TextControl } from '../../ui/form/text-control.tsx';
import type { FactedSection, SectionProps } from './section-props.ts';
import { listTypeEdits } from './list-type-edits.ts';
import styles from './service-form.module.css';

const types: readonly ServiceType[] = ['ClusterIP', 'Headless', 'NodePort', 'LoadBalancer', 'ExternalName'];
const isServiceType = (id: string): id is ServiceType => types.some((type) => type === id);

function Place({ section, facts }: FactedSection): ReactNode {
  const { serviceForm: words } = useMessages();
  const { object, base, fields, onEdit, isReadOnly } = section;
  const { identity } = words;
  const { name, namespace = '' } = object.metadata;
  const isStored = base !== undefined;
  const rename =
    (field: 'name' | 'namespace', from: string) =>
    (to: string, isContinuation: boolean): void =>
      onEdit([{ kind: 'set-other-field', keys: ['metadata', field], from, to }], isContinuation);
  const taken: readonly FieldNote[] =
    !isStored && facts?.isNameTaken === true
      ? [{ severity: 'error', message: identity.nameTaken(name, namespace) }]
      : [];
  return (
    <>
      <TextControl
        words={{
          label: identity.name(),
          notes: [...fields.notes('metadata', 'name'), ...taken],
          ...(isStored ? {} : { help: identity.nameHelp() }),
        }}
        value={name}
        onChange={rename('name', name)}
        isMono
        isDisabled={isReadOnly || isStored}
      />
      <ComboControl
        words={{
          label: identity.namespace(),
          notes: fields.notes('metadata', 'namespace'),
          ...(isStored ? {} : { help: identity.namespaceHelp() }),
        }}
        value={namespace}
        suggestions={(facts?.namespaces ?? []).map((value) => ({ value }))}
        onChange={rename('namespace', namespace)}
        isMono
        isDisabled={isReadOnly || isStored}
      />
    </>
  );
}

/** What the Service is: its name, its namespace, and how it is reached with what a switch of that does. */
export function IdentitySection({ section, facts }: FactedSection): ReactNode {
  const { serviceForm: words } = useMessages();
  const notesId = useId();
  const { object, base, fields, onEdit, isReadOnly } = section;
  const type = serviceTypeOf(object);
  const before = base === undefined ? type : serviceTypeOf(base);
  const isChanged = before !== type;
  const help = isChanged ? words.type.effect(before, type) : words.type.details[type];
  const notes: readonly FieldNote[] = [
    ...(base !== undefined && !canChangeServiceType(base, type)
      ? [{ severity: 'error', message: words.type.immutable(type) } as const]
      : []),
    ...fields.notes('spec', 'type'),
  ];
  return (
    <div className={styles.identity}>
      <div className={styles.thirds}>
        <Place section={section} facts={facts} />
        <ChoiceControl
          words={{
            label: words.type.label(),
            help,
            was: isChanged ? words.was(words.type.names[before]) : undefined,
            notes,
            notesId,
          }}
          choices={types.map((id) => ({ id, label: words.type.names[id], detail: words.type.details[id] }))}
          value={type}
          onChange={(id) => {
            if (isServiceType(id)) onEdit(listTypeEdits(object, base, id), false);
          }}
          isDisabled={isReadOnly}
        />
      </div>
      <p className={styles.help}>
        <span aria-hidden>{help}</span> {base === undefined ? null : words.identity.fixed()}
      </p>
      <FieldNotes id={notesId} notes={notes} />
      {type === 'ExternalName' ? <ExternalNameField {...section} /> : null}
    </div>
  );
}

function ExternalNameField({ object, fields, isReadOnly }: SectionProps): ReactNode {
  const { serviceForm: words } = useMessages();
  return (
    <TextControl
      words={{
        label: words.type.externalName(),
        help: words.type.externalNameHelp(),
        ...fields.words('externalName'),
      }}
      value={object.spec.externalName ?? ''}
      onChange={(text, goesOn) => fields.set('externalName', text === '' ? undefined : text, goesOn)}
      isMono
      isDisabled={isReadOnly}
    />
  );
}
