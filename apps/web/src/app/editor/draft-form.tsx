import type { EditedObject, ObjectEdit } from '@fairlead/edits';
import type { FieldPath } from '@fairlead/manifests';
import { lazy, memo, Suspense, useCallback, type ReactNode } from 'react';
import type { FieldProblem } from '../../drafts/field-problem.ts';
import type { DraftReading } from '../../drafts/draft-reading.ts';
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
  readonly base: EditedObject | undefined;
  readonly reading: DraftReading;
  readonly edit: OpenDraft['edit'];
  readonly problems: readonly FieldProblem[];
  readonly isReadOnly: boolean;
  readonly onShowInYaml: (path: FieldPath) => void;
}

interface FormProps<O> extends Omit<DraftFormProps, 'base' | 'reading' | 'edit'> {
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

function FormOfDraft({ base, reading, edit, problems, isReadOnly, onShowInYaml }: DraftFormProps): ReactNode {
  const { editor } = useMessages();
  const { object, lastObject, manifest } = reading;
  const first = manifest.problems.find(({ severity }) => severity === 'error');
  const line = first?.range.startLine ?? 1;
  const onEdit = useCallback(
    (edits: readonly ObjectEdit[], isContinuation: boolean) => void edit(edits, { isContinuation }),
    [edit],
  );
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
            base={base}
            onEdit={onEdit}
            problems={problems}
            isReadOnly={isReadOnly || object === undefined}
            onShowInYaml={onShowInYaml}
          />
        </Suspense>
      )}
    </>
  );
}

/**
 * The form of a draft, drawn anew when the draft or what is known of it has changed. While the text cannot be followed it
 * shows the last good state and says which line it waits for.
 */
export const DraftForm = memo(FormOfDraft);
