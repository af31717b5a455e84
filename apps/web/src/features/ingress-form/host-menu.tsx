import { Ellipsis } from 'lucide-react';
import type { ReactNode } from 'react';
import { useMessages } from '../../messages/use-messages.ts';
import { IconButton } from '../../ui/icon-button.tsx';
import type { MenuEntry } from '../../ui/menu-entry.tsx';
import { Menu } from '../../ui/menu.tsx';
import type { SectionProps } from './section-props.ts';
import { appendRuleEdit, moveRuleEdit, newHost, removeRuleEdit } from './list-path-edits.ts';
import type { RuleRow } from './list-rule-rows.ts';

export interface HostMenuProps {
  readonly section: SectionProps;
  readonly row: RuleRow & { readonly index: number };
  readonly focusRow: (row: string) => void;
}

/** Everything that can be done with a host and its paths as a whole. */
export function HostMenu({ section, row, focusRow }: HostMenuProps): ReactNode {
  const {
    ingressForm: { rules: words },
  } = useMessages();
  const { rule, index } = row;
  const label = words.hostActions(rule.host === undefined || rule.host === '' ? words.anyHost() : rule.host);
  const listEntries = (): readonly MenuEntry[] => {
    const { object, onEdit } = section.latest();
    const rules = object.spec.rules ?? [];
    const move = (by: -1 | 1): void => {
      const edit = moveRuleEdit(object, index, by);
      if (edit === undefined) return;
      onEdit([edit], false);
      focusRow(`host ${index + by}`);
    };
    return [
      {
        id: 'duplicate',
        label: words.duplicateHost(),
        onAction: () => {
          onEdit([appendRuleEdit(object, { ...rule, host: newHost(rules) })], false);
          focusRow(`host ${rules.length}`);
        },
      },
      { id: 'up', label: words.moveHostUp(), isDisabled: index === 0, onAction: () => move(-1) },
      {
        id: 'down',
        label: words.moveHostDown(),
        isDisabled: index === rules.length - 1,
        onAction: () => move(1),
      },
      {
        id: 'remove',
        label: words.removeHost(),
        onAction: () => onEdit([removeRuleEdit(object, index, rule)], false),
      },
    ];
  };
  return (
    <Menu
      label={label}
      trigger={
        <IconButton label={label} size="small" isDisabled={section.isReadOnly}>
          <Ellipsis size={16} aria-hidden />
        </IconButton>
      }
      sections={() => [{ entries: listEntries() }]}
    />
  );
}
