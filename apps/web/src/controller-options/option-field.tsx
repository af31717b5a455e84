import { Trash2 } from 'lucide-react';
import type { ReactNode } from 'react';
import { useMessages } from '../messages/use-messages.ts';
import { Button } from '../ui/button.tsx';
import { ChoiceControl } from '../ui/form/choice-control.tsx';
import type { FieldWords } from '../ui/form/field-frame.tsx';
import { TextAreaControl } from '../ui/form/text-area-control.tsx';
import { TextControl } from '../ui/form/text-control.tsx';
import { IconButton } from '../ui/icon-button.tsx';
import type { ControllerOptionsProps } from './controller-options-props.ts';
import styles from './controller-options.module.css';
import { optionNotes, type SetOption } from './list-options.ts';

export interface OptionFieldProps {
  readonly section: ControllerOptionsProps;
  readonly option: SetOption;
}

function OptionControl({
  section,
  option: { annotation, value = '' },
  words,
}: OptionFieldProps & { readonly words: FieldWords }): ReactNode {
  const { controllerOptions: options } = useMessages();
  const { onEdit, isReadOnly } = section;
  const kind = annotation.value;
  const set = (to: string, goesOn = false): void =>
    onEdit([{ kind: 'set-entry', map: 'annotations', key: annotation.key, from: value, to }], goesOn);
  const choices = kind.kind === 'choice' ? kind.choices : ['true', 'false'];
  if (kind.kind === 'choice' || kind.kind === 'boolean')
    return (
      <ChoiceControl
        words={words}
        choices={choices.map((id) => ({ id, label: id }))}
        value={value}
        onChange={set}
        isDisabled={isReadOnly}
      />
    );
  if (kind.kind === 'snippet' || value.includes('\n'))
    return <TextAreaControl words={words} value={value} onChange={set} isDisabled={isReadOnly} />;
  return (
    <TextControl
      words={words}
      value={value}
      onChange={set}
      placeholder={annotation.byDefault ?? ''}
      {...(kind.kind === 'duration' ? { suffix: options.units[kind.unit] } : {})}
      isMono
      isNumeric={kind.kind === 'number' || kind.kind === 'duration'}
      isDisabled={isReadOnly}
    />
  );
}

/** One option of the controller: what it does, its default, and its value of the kind that it has. */
export function OptionField({ section, option }: OptionFieldProps): ReactNode {
  const { controllerOptions: words } = useMessages();
  const { onEdit, isReadOnly } = section;
  const { annotation, value, before } = option;
  const { key, effect, byDefault } = annotation;
  const { label, help } = words.words(effect);
  const was = before === undefined ? words.wasUnset() : words.was(before);
  const set = (from: string | undefined, to: string | undefined): void =>
    onEdit([{ kind: 'set-entry', map: 'annotations', key, from, to }], false);
  if (value === undefined)
    return (
      <div className={styles.option} data-state="removed">
        <p className={styles.was}>
          <span aria-hidden>− </span>
          <s>{label}</s> {was}
        </p>
        <Button
          size="small"
          variant="link"
          isDisabled={isReadOnly}
          onPress={() => set(undefined, before ?? '')}
        >
          {words.restore(label)}
        </Button>
      </div>
    );
  return (
    <div className={styles.option} title={key}>
      <OptionControl
        section={section}
        option={option}
        words={{
          label,
          help: words.help(help, byDefault),
          was: section.before === undefined || before === value ? undefined : was,
          notes: [...optionNotes(option, section, words), ...section.notesOf(key)],
        }}
      />
      <IconButton
        label={words.remove(label)}
        size="small"
        isDisabled={isReadOnly}
        onPress={() => set(value, undefined)}
      >
        <Trash2 size={14} aria-hidden />
      </IconButton>
    </div>
  );
}
