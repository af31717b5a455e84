import type { IngressBackend } from '@fairlead/kube-objects';
import { Plus, Trash2 } from 'lucide-react';
import type { ReactNode } from 'react';
import { useMessages } from '../../messages/use-messages.ts';
import { Button } from '../../ui/button.tsx';
import { FieldNotes, useFieldIds } from '../../ui/form/field-frame.tsx';
import { FormSection } from '../../ui/form/form-section.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import { backendNotes, firstBackend } from './backend-choices.ts';
import { BackendFields } from './backend-fields.tsx';
import type { SectionProps } from './section-props.ts';
import styles from './ingress-form.module.css';
import { backendTree } from './list-path-edits.ts';

type Setter = (to: IngressBackend | undefined, goesOn?: boolean) => void;

function DefaultBackend({
  section,
  backend,
  set,
}: {
  readonly section: SectionProps;
  readonly backend: IngressBackend;
  readonly set: Setter;
}): ReactNode {
  const { ingressForm: words } = useMessages();
  const { base, facts, fields, isReadOnly } = section;
  const ids = useFieldIds();
  const isResource = backend.service === undefined && backend.resource !== undefined;
  const notes = [
    ...fields.ownNotes('spec', 'defaultBackend'),
    ...backendNotes(backend, facts, {
      words: words.rules,
      onUsePort: (port) => set({ service: { ...(backend.service ?? { name: '' }), port } }),
    }),
  ];
  return (
    <>
      <div className={styles.backend}>
        <BackendFields
          section={section}
          backend={backend}
          before={base?.spec.defaultBackend}
          notesOf={(...below) => fields.notes('spec', 'defaultBackend', ...below)}
          onChange={set}
        />
        <Button
          size="small"
          variant="link"
          isDisabled={isReadOnly}
          onPress={() => set(isResource ? { service: { name: '' } } : { resource: { kind: '', name: '' } })}
        >
          {isResource ? words.defaultBackend.toService() : words.defaultBackend.toResource()}
        </Button>
        <IconButton
          label={words.defaultBackend.remove()}
          isDisabled={isReadOnly}
          onPress={() => set(undefined)}
        >
          <Trash2 size={14} aria-hidden />
        </IconButton>
      </div>
      <FieldNotes id={ids.notes} notes={notes} />
    </>
  );
}

/** Where requests go that no rule matches. What that is worth depends on the controller, which is said. */
export function DefaultBackendSection(section: SectionProps): ReactNode {
  const {
    ingressForm: { defaultBackend: words },
  } = useMessages();
  const { object, facts, fields, isReadOnly } = section;
  const { defaultBackend } = object.spec;
  const set: Setter = (to, goesOn = false) =>
    fields.set('defaultBackend', to === undefined ? undefined : backendTree(to), goesOn);
  const was = fields.was('defaultBackend');
  const isMissing = defaultBackend === undefined;
  return (
    <FormSection
      title={words.title()}
      action={
        isMissing ? (
          <Button
            size="small"
            variant="ghost"
            isDisabled={isReadOnly}
            onPress={() => set(firstBackend(facts))}
          >
            <Plus size={14} aria-hidden />
            {words.add()}
          </Button>
        ) : null
      }
    >
      <p className={styles.help}>
        {words.help()} {facts?.family === undefined ? '' : words.ofFamily(facts.family)}
      </p>
      {isMissing ? null : <DefaultBackend section={section} backend={defaultBackend} set={set} />}
      {was === undefined || !isMissing ? null : <p className={styles.was}>{was}</p>}
    </FormSection>
  );
}
