import { ruleNameAt } from '@fairlead/edits';
import { ChevronDown, ChevronRight, Globe, Lock, Plus } from 'lucide-react';
import type { ReactNode } from 'react';
import { useMessages } from '../../messages/use-messages.ts';
import { Button } from '../../ui/button.tsx';
import { RowMark } from '../../ui/form/row-mark.tsx';
import { TextControl } from '../../ui/form/text-control.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import { backendText, firstBackend } from './backend-choices.ts';
import type { SectionProps } from './section-props.ts';
import { HostMenu } from './host-menu.tsx';
import styles from './ingress-form.module.css';
import { appendPathEdit, newPath } from './list-path-edits.ts';
import type { RuleRow } from './list-rule-rows.ts';
import { findTls } from './list-tls-rows.ts';
import { rowIdOf } from './path-place.ts';

export interface HostHeadProps {
  readonly section: SectionProps;
  readonly row: RuleRow & { readonly index: number };
  readonly focusRow: (row: string) => void;
  readonly isOpen: boolean;
  readonly onToggle: () => void;
  /** Where the problems of the host are shown. */
  readonly notesId: string;
}

function HostField({ section, row, notesId }: HostHeadProps): ReactNode {
  const { ingressForm: words } = useMessages();
  const { fields, latest, isReadOnly } = section;
  const { rule, index, before, state } = row;
  const isChanged = state === 'changed' && before !== undefined;
  return (
    <div className={styles.hostField}>
      <TextControl
        words={{
          label: words.rules.host(),
          isLabelHidden: true,
          help: words.rules.hostHelp(),
          notesId,
          notes: fields.notes('spec', 'rules', index, 'host'),
          was: isChanged ? words.was(before.host ?? '') : undefined,
        }}
        value={rule.host ?? ''}
        placeholder={words.rules.anyHost()}
        onChange={(to, goesOn) => {
          const { object, onEdit } = latest();
          onEdit([{ kind: 'set-rule-host', target: ruleNameAt(object, index), to }], goesOn);
        }}
        isMono
        isDisabled={isReadOnly}
      />
    </div>
  );
}

function AddPath({ section, row, focusRow }: HostHeadProps): ReactNode {
  const {
    ingressForm: { rules: words },
  } = useMessages();
  const { latest, isReadOnly } = section;
  const { rule, index } = row;
  const host = rule.host ?? '';
  const add = (): void => {
    const { object, onEdit, facts } = latest();
    const paths = rule.http?.paths ?? [];
    const path = newPath(paths, firstBackend(facts));
    onEdit([appendPathEdit(object, index, path)], false);
    focusRow(rowIdOf({ ruleIndex: index, pathIndex: paths.length }));
  };
  return (
    <Button
      size="small"
      variant="ghost"
      aria-label={words.addPathTo(host === '' ? words.anyHost() : host)}
      isDisabled={isReadOnly}
      onPress={add}
    >
      <Plus size={14} aria-hidden />
      {words.addPath()}
    </Button>
  );
}

/** What a folded host leads to, in short. */
function Folded({ row }: HostHeadProps): ReactNode {
  const {
    ingressForm: { rules: words },
  } = useMessages();
  const [first, ...rest] = row.paths;
  return first === undefined ? null : (
    <span className={styles.folded}>
      {words.to(first.path.path ?? '', backendText(first.path.backend))}
      {rest.length > 0 ? `, ${words.more(rest.length)}` : ''}
    </span>
  );
}

/** The head of a host: its name to change, its certificate, and what can be done with it. */
export function HostHead(props: HostHeadProps): ReactNode {
  const { ingressForm: words } = useMessages();
  const { section, row, focusRow, isOpen, onToggle } = props;
  const { object } = section;
  const host = row.rule.host ?? '';
  const title = host === '' ? words.rules.anyHost() : host;
  const tls = findTls(object, host);
  return (
    <div className={styles.hostHead}>
      <RowMark state={row.state} label={row.state === 'same' ? '' : words.states[row.state]} />
      <Globe size={15} className={styles.hostIcon} aria-hidden />
      <HostField {...props} />
      {tls === undefined ? null : (
        <span className={styles.hostTls}>
          <Lock size={12} aria-hidden />
          {tls.secretName ?? ''}
        </span>
      )}
      <span className={styles.hostActions}>
        {isOpen ? <AddPath {...props} /> : <Folded {...props} />}
        <HostMenu section={section} row={row} focusRow={focusRow} />
        <IconButton
          label={isOpen ? words.rules.fold(title) : words.rules.unfold(title)}
          size="small"
          aria-expanded={isOpen}
          onPress={onToggle}
        >
          {isOpen ? <ChevronDown size={16} aria-hidden /> : <ChevronRight size={16} aria-hidden />}
        </IconButton>
      </span>
    </div>
  );
}
