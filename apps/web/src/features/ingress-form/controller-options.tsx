import type { ReactNode } from 'react';
import { isOptionFamily } from '../../controller-options/list-options.ts';
import { OptionsSection } from '../../controller-options/options-section.tsx';
import { useMessages } from '../../messages/use-messages.ts';
import { FormSection } from '../../ui/form/form-section.tsx';
import type { SectionProps } from './section-props.ts';
import styles from './ingress-form.module.css';

/** What the controller of the class reads from the Ingress. */
export function ControllerOptions({
  object,
  base,
  facts,
  fields,
  onEdit,
  isReadOnly,
}: SectionProps): ReactNode {
  const { controllerOptions: words } = useMessages();
  const family = facts?.family;
  if (family === undefined || !isOptionFamily(family))
    return (
      <FormSection title={words.title()} {...(family === undefined ? {} : { detail: words.detail(family) })}>
        <p className={styles.help}>{words.unknown()}</p>
      </FormSection>
    );
  return (
    <OptionsSection
      kind="Ingress"
      family={family}
      now={object.metadata.annotations ?? {}}
      before={base === undefined ? undefined : (base.metadata.annotations ?? {})}
      notesOf={(key) => fields.notes('metadata', 'annotations', key)}
      onEdit={onEdit}
      isReadOnly={isReadOnly}
    />
  );
}
