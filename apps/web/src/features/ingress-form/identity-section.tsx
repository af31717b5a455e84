import { labelValue } from '@fairlead/kube-objects';
import { classAnnotation } from '@fairlead/routing';
import type { ReactNode } from 'react';
import { useMessages } from '../../messages/use-messages.ts';
import { ComboControl } from '../../ui/form/combo-control.tsx';
import type { FieldNote } from '../../ui/form/field-frame.tsx';
import { TextControl } from '../../ui/form/text-control.tsx';
import type { ClassChoice } from '../../workers/ingress-form-facts.ts';
import type { SectionProps } from './section-props.ts';
import styles from './ingress-form.module.css';

function ClassField({ object, base, facts, fields, isReadOnly }: SectionProps): ReactNode {
  const {
    ingressForm: { identity: words, families },
  } = useMessages();
  const className = object.spec.ingressClassName ?? '';
  const annotated = labelValue(object.metadata.annotations, classAnnotation) ?? '';
  const classes = facts?.classes ?? [];
  const chosen = classes.find(({ name }) => name === className);
  const byDefault = classes.find(({ isDefault }) => isDefault);
  const controllerOf = ({ family, controller }: ClassChoice): string =>
    family === undefined ? controller : families[family];
  const whenEmpty = (): string => {
    if (annotated !== '') return words.classByAnnotation(annotated);
    return base === undefined && byDefault !== undefined
      ? words.classEmptyNew(byDefault.name)
      : words.classEmpty();
  };
  const whenNamed =
    chosen === undefined ? words.classHelp() : words.classIs(controllerOf(chosen), chosen.isDefault);
  const isMissing = className !== '' && chosen === undefined && facts?.areClassesKnown === true;
  const missing: readonly FieldNote[] = isMissing
    ? [{ severity: 'warning', message: words.classMissing(className) }]
    : [];
  return (
    <ComboControl
      words={{
        label: words.className(),
        help: className === '' ? whenEmpty() : whenNamed,
        was: fields.was('ingressClassName'),
        notes: [...fields.notes('spec', 'ingressClassName'), ...missing],
      }}
      value={className}
      suggestions={classes.map((each) => ({
        value: each.name,
        detail: words.classDetail(controllerOf(each), each.isDefault),
      }))}
      freeTextHint={words.freeText()}
      onChange={(text, goesOn) => fields.set('ingressClassName', text === '' ? undefined : text, goesOn)}
      isDisabled={isReadOnly}
    />
  );
}

/** What the Ingress is called, and who serves it. */
export function IdentitySection(section: SectionProps): ReactNode {
  const {
    ingressForm: { identity: words },
  } = useMessages();
  const { object, base, facts, fields, onEdit, isReadOnly } = section;
  const { name, namespace = '' } = object.metadata;
  const isStored = base !== undefined;
  const taken: readonly FieldNote[] =
    !isStored && facts?.isNameTaken === true
      ? [{ severity: 'error', message: words.nameTaken(name, namespace) }]
      : [];
  const rename =
    (field: 'name' | 'namespace', from: string) =>
    (to: string, goesOn: boolean): void =>
      onEdit([{ kind: 'set-other-field', keys: ['metadata', field], from, to }], goesOn);
  return (
    <div className={styles.identity}>
      <TextControl
        words={{
          label: words.name(),
          help: isStored ? words.nameHelp() : words.nameOfNewHelp(),
          notes: [...fields.notes('metadata', 'name'), ...taken],
        }}
        value={name}
        onChange={rename('name', name)}
        isMono
        isDisabled={isReadOnly || isStored}
      />
      <ComboControl
        words={{
          label: words.namespace(),
          help: words.namespaceHelp(),
          notes: fields.notes('metadata', 'namespace'),
        }}
        value={namespace}
        suggestions={(facts?.namespaces ?? []).map((value) => ({ value }))}
        onChange={rename('namespace', namespace)}
        isMono
        isDisabled={isReadOnly || isStored}
      />
      <ClassField {...section} />
    </div>
  );
}
