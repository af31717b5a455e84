import type { ControllerAnnotation } from '@fairlead/routing';
import { Plus } from 'lucide-react';
import { useState, type ReactNode } from 'react';
import { useMessages } from '../messages/use-messages.ts';
import { Button } from '../ui/button.tsx';
import { ComboControl } from '../ui/form/combo-control.tsx';
import type { ControllerOptionsProps } from './controller-options-props.ts';
import styles from './controller-options.module.css';
import { firstValueOf, listFreeOptions } from './list-options.ts';

/** Sets one more option of the controller. */
export function NewOption({ kind, family, now, onEdit, isReadOnly }: ControllerOptionsProps): ReactNode {
  const { controllerOptions: words } = useMessages();
  const [typed, setTyped] = useState('');
  const free = listFreeOptions(family, kind, now);
  const labelOf = ({ effect, key }: ControllerAnnotation): string =>
    `${words.words(effect).label} · ${key.slice(key.indexOf('/') + 1)}`;
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
          detail: words.help(words.words(annotation.effect).help, annotation.byDefault),
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
