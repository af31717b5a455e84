import type { ControllerAnnotation, ControllerFamily } from '@fairlead/routing';
import { Plus } from 'lucide-react';
import { useState, type ReactNode } from 'react';
import { useMessages } from '../../messages/use-messages.ts';
import { Button } from '../../ui/button.tsx';
import { ComboControl } from '../../ui/form/combo-control.tsx';
import { FormSection } from '../../ui/form/form-section.tsx';
import type { SectionProps } from './section-props.ts';
import styles from './ingress-form.module.css';
import { firstValueOf, listFreeOptions, listSetOptions } from './list-options.ts';
import { OptionField } from './option-field.tsx';

interface NewOptionProps {
  readonly section: SectionProps;
  readonly family: ControllerFamily;
}

function NewOption({ section, family }: NewOptionProps): ReactNode {
  const {
    ingressForm: { options: words },
  } = useMessages();
  const { object, onEdit, isReadOnly } = section;
  const [typed, setTyped] = useState('');
  const free = listFreeOptions(family, object.metadata.annotations ?? {});
  const labelOf = ({ effect, key }: ControllerAnnotation): string =>
    `${words.words[effect].label} · ${key.slice(key.indexOf('/') + 1)}`;
  const chosen = free.find((annotation) => labelOf(annotation) === typed || annotation.key === typed);
  const add = (): void => {
    if (chosen === undefined) return;
    const { key } = chosen;
    onEdit(
      [{ kind: 'set-entry', map: 'annotations', key, from: undefined, to: firstValueOf(chosen) }],
      false,
    );
    setTyped('');
  };
  return (
    <form
      className={styles.newOption}
      onSubmit={(event) => {
        event.preventDefault();
        add();
      }}
    >
      <ComboControl
        words={{ label: words.option(), help: words.optionHelp() }}
        value={typed}
        suggestions={free.map((annotation) => ({
          value: labelOf(annotation),
          detail: words.help(words.words[annotation.effect].help, annotation.byDefault),
        }))}
        onChange={setTyped}
        isDisabled={isReadOnly}
      />
      <Button type="submit" isDisabled={isReadOnly || chosen === undefined}>
        <Plus size={14} aria-hidden />
        {words.add()}
      </Button>
    </form>
  );
}

/** Annotations that the controller of the class reads, each with what it does and its kind of value. */
export function OptionsSection(section: SectionProps): ReactNode {
  const {
    ingressForm: { options: words },
  } = useMessages();
  const { object, base, facts } = section;
  const family = facts?.family;
  const now = object.metadata.annotations ?? {};
  const before = base === undefined ? now : (base.metadata.annotations ?? {});
  const set = listSetOptions(family, now, before);
  const hasCatalogue = family !== undefined && listFreeOptions(family, {}).length > 0;
  return (
    <FormSection title={words.title()} {...(family === undefined ? {} : { detail: words.detail(family) })}>
      {hasCatalogue ? null : <p className={styles.help}>{words.unknown()}</p>}
      {hasCatalogue && set.length === 0 ? <p className={styles.help}>{words.none(family)}</p> : null}
      <div className={styles.options}>
        {set.map((option) => (
          <OptionField key={option.annotation.key} section={section} option={option} />
        ))}
      </div>
      {hasCatalogue ? <NewOption section={section} family={family} /> : null}
    </FormSection>
  );
}
