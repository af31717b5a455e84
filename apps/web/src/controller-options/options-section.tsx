import type { ReactNode } from 'react';
import { useMessages } from '../messages/use-messages.ts';
import { FormSection } from '../ui/form/form-section.tsx';
import type { ControllerOptionsProps } from './controller-options-props.ts';
import styles from './controller-options.module.css';
import { listOptionsOf, listSetOptions } from './list-options.ts';
import { NewOption } from './new-option.tsx';
import { OptionField } from './option-field.tsx';

/** Annotations that a controller reads on the object, each with what it does and its kind of value. */
export function OptionsSection(props: ControllerOptionsProps): ReactNode {
  const { controllerOptions: words } = useMessages();
  const { kind, family, now, before = now } = props;
  const set = listSetOptions(family, kind, { now, before });
  const elsewhere = kind === 'Ingress' ? listOptionsOf(family, 'Service') : [];
  return (
    <FormSection title={words.title()} detail={words.detail(family)}>
      {set.length === 0 ? <p className={styles.help}>{words.none(family)}</p> : null}
      <div className={styles.options}>
        {set.map((option) => (
          <OptionField key={option.annotation.key} section={props} option={option} />
        ))}
      </div>
      <NewOption {...props} />
      {elsewhere.length === 0 ? null : (
        <p className={styles.help}>
          {words.elsewhere(elsewhere.map(({ effect }) => words.words(effect).label))}
        </p>
      )}
    </FormSection>
  );
}
