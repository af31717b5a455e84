import type { EditedObject, ObjectEdit } from '@fairlead/edits';
import type { FieldPath } from '@fairlead/manifests';
import { lazy, Suspense, type ReactNode } from 'react';
import type { FieldProblem } from '../../drafts/field-problem.ts';
import type { OpenDraft } from '../../drafts/use-open-draft.ts';
import { useMessages } from '../../messages/use-messages.ts';
import { Button } from '../../ui/button.tsx';
import styles from './editor.module.css';

const ServiceForm = lazy(async () => ({
  default: (await import('../../features/service-form/service-form.tsx')).ServiceForm,
}));

const IngressForm = lazy(async () => ({
  default: (await import('../../features/ingress-form/ingress-form.tsx')).IngressForm,
}));

export interface DraftFormProps {
  readonly open: OpenDraft;
  readonly problems: readonly FieldProblem[];
  readonly isReadOnly: boolean;
  readonly onShowInYaml: (path: FieldPath) => void;
}

interface FormProps<O> extends Omit<DraftFormProps, 'open'> {
  readonly object: O;
  readonly base: O | undefined;
  readonly onEdit: (edits: readonly ObjectEdit[], isContinuation: boolean) => void;
}

/** The form of the object's kind; an object of another kind than it began with has none. */
function FormOfKind({ object, base, ...rest }: FormProps<EditedObject>): ReactNode {
  if (object.kind === 'Service' && base?.kind !== 'Ingress')
    return <ServiceForm object={object} base={base} {...rest} />;
  return object.kind === 'Ingress' && base?.kind !== 'Service' ? (
    <IngressForm object={object} base={base} {...rest} />
  ) : null;
}

/** The form of a draft. While the text cannot be followed it shows the last good state and says which line it waits for. */
export function DraftForm({ open, problems, isReadOnly, onShowInYaml }: DraftFormProps): ReactNode {
  const { editor } = useMessages();
  const { object, lastObject, manifest } = open.reading;
  const first = manifest.problems.find(({ severity }) => severity === 'error');
  const line = first?.range.startLine ?? 1;
  return (
    <>
      {object === undefined ? (
        <div className={styles.notice} role="alert">
          {editor.lineKeeps(line)}
          <Button size="small" onPress={() => onShowInYaml(problems[0]?.path ?? [])}>
            {editor.goToLine(line)}
          </Button>
        </div>
      ) : null}
      {lastObject === undefined ? null : (
        <Suspense fallback={null}>
          <FormOfKind
            object={lastObject}
            base={open.draft.base}
            onEdit={(edits, isContinuation) => void open.edit(edits, { isContinuation })}
            problems={problems}
            isReadOnly={isReadOnly || object === undefined}
            onShowInYaml={onShowInYaml}
          />
        </Suspense>
      )}
    </>
  );
}
