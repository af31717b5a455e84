import { printFieldPath } from '@fairlead/manifests';
import type { ReactNode } from 'react';
import { useMessages } from '../../messages/use-messages.ts';
import { Button } from '../../ui/button.tsx';
import { StatusIcon } from '../../ui/status-icon.tsx';
import type { SectionProps } from './section-props.ts';
import type { PlacedNote } from './service-fields.ts';
import styles from './service-form.module.css';
import { isFieldShown } from './shown-fields.ts';

function OtherNote({
  section,
  note,
}: {
  readonly section: SectionProps;
  readonly note: PlacedNote;
}): ReactNode {
  const { serviceForm: words } = useMessages();
  const { fields, isReadOnly, onShowInYaml } = section;
  const [, field] = note.path;
  const isMisplaced = note.code === 'only-for-load-balancer' || note.code === 'not-for-external-name';
  return (
    <li className={styles.otherNote}>
      <StatusIcon tone={note.severity} size={14} />
      <span>
        {note.path.length === 0 ? note.message : words.otherProblem(printFieldPath(note.path), note.message)}
      </span>
      {isMisplaced &&
      (field === 'loadBalancerClass' ||
        field === 'loadBalancerSourceRanges' ||
        field === 'allocateLoadBalancerNodePorts' ||
        field === 'clusterIP' ||
        field === 'ipFamilies' ||
        field === 'ipFamilyPolicy') ? (
        <Button
          size="small"
          variant="link"
          isDisabled={isReadOnly}
          onPress={() => fields.set(field, undefined)}
        >
          {words.takeOut(field)}
        </Button>
      ) : null}
      <Button size="small" variant="link" onPress={() => onShowInYaml(note.path)}>
        {words.showInYaml()}
      </Button>
    </li>
  );
}

/** Problems of fields that have no control as the form stands: nothing that is wrong goes unsaid. */
export function OtherNotes(section: SectionProps): ReactNode {
  const { serviceForm: words } = useMessages();
  const notes = section.fields.all.filter(({ path }) => !isFieldShown(section.object, path));
  if (notes.length === 0) return null;
  return (
    <ul className={styles.otherNotes} aria-label={words.otherProblems()}>
      {notes.map((note) => (
        <OtherNote key={`${printFieldPath(note.path)} ${note.message}`} section={section} note={note} />
      ))}
    </ul>
  );
}
