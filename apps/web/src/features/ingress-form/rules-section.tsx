import { Plus } from 'lucide-react';
import type { ReactNode } from 'react';
import { useMessages } from '../../messages/use-messages.ts';
import { Button } from '../../ui/button.tsx';
import { FieldNotes, useFieldIds } from '../../ui/form/field-frame.tsx';
import { FormSection } from '../../ui/form/form-section.tsx';
import { firstBackend } from './backend-choices.ts';
import type { SectionProps } from './section-props.ts';
import { listDrawnProblems } from './drawn-row.ts';
import { HostCard } from './host-card.tsx';
import styles from './ingress-form.module.css';
import { listHostClaims } from './list-host-claims.ts';
import { addRuleEdit, appendRuleEdit, newHost, newPath } from './list-path-edits.ts';
import { findTls } from './list-tls-rows.ts';
import { listRuleRows, type RuleRow } from './list-rule-rows.ts';
import { RemovedRow } from './removed-row.tsx';
import { useFocusRow } from './use-focus-row.ts';

/** More hosts than these are folded at first, unless the draft changes something in them. */
const mostOpenHosts = 3;

const isTouched = ({ state, paths }: RuleRow): boolean =>
  state !== 'same' || paths.some((path) => path.state !== 'same');

/** All that the card of a host shows of the draft: the rule, what is wrong with it, and what else has to do with its host. */
function drawnOf(section: SectionProps, row: RuleRow): string {
  const { object, facts } = section;
  const host = row.rule.host ?? '';
  return JSON.stringify([
    row,
    row.index === undefined ? [] : listDrawnProblems(section, ['spec', 'rules', row.index]),
    listHostClaims(object, host, facts),
    findTls(object, host),
  ]);
}

/** All hosts with their paths, with those that the draft takes out. */
export function RulesSection(section: SectionProps): ReactNode {
  const {
    ingressForm: { rules: words },
  } = useMessages();
  const { object, base, fields, facts, onEdit, isReadOnly } = section;
  const rules = object.spec.rules ?? [];
  const { container, focusRow } = useFocusRow();
  const ids = useFieldIds();
  const rows = listRuleRows(object, base);
  const paths = rules.reduce((sum, { http }) => sum + (http?.paths.length ?? 0), 0);
  const add = (): void => {
    const backend = rules.at(-1)?.http?.paths.at(-1)?.backend ?? firstBackend(facts);
    onEdit(
      [appendRuleEdit(object, { host: newHost(rules), http: { paths: [newPath([], backend)] } })],
      false,
    );
    focusRow(`host ${rules.length}`);
  };
  return (
    <FormSection
      title={words.title()}
      detail={words.count(rules.length, paths)}
      action={
        <Button size="small" variant="ghost" isDisabled={isReadOnly} onPress={add}>
          <Plus size={14} aria-hidden />
          {words.addHost()}
        </Button>
      }
    >
      <div ref={container} className={styles.hosts}>
        {rows.map((row) =>
          row.index === undefined ? null : (
            <HostCard
              key={row.index}
              section={section}
              row={{ ...row, index: row.index }}
              drawn={drawnOf(section, row)}
              isOpenAtFirst={rows.length <= mostOpenHosts || row.index === 0 || isTouched(row)}
              focusRow={focusRow}
            />
          ),
        )}
      </div>
      <ul className={styles.removedList}>
        {rows.map((row, position) =>
          row.index === undefined ? (
            <RemovedRow
              key={`removed ${position}`}
              text={row.rule.host ?? ''}
              label={words.restoreHost(row.rule.host ?? '')}
              isDisabled={isReadOnly}
              onRestore={() => onEdit([addRuleEdit(object, row.front, row.rule)], false)}
            />
          ) : null,
        )}
      </ul>
      <FieldNotes id={ids.notes} notes={fields.ownNotes('spec', 'rules')} />
    </FormSection>
  );
}
