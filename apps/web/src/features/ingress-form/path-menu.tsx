import { Ellipsis } from 'lucide-react';
import type { IngressBackend } from '@fairlead/kube-objects';
import type { ObjectEdit } from '@fairlead/edits';
import type { ReactNode } from 'react';
import type { IngressFormMessages } from '../../messages/en-ingress-form.ts';
import { useMessages } from '../../messages/use-messages.ts';
import { IconButton } from '../../ui/icon-button.tsx';
import type { MenuEntry } from '../../ui/menu-entry.tsx';
import { Menu, type MenuSection } from '../../ui/menu.tsx';
import {
  addPathEdit,
  copyOfPath,
  movePathEdit,
  movePathToRuleEdits,
  removePathEdit,
} from './list-path-edits.ts';
import { rowIdOf, type PathPlaceProps } from './path-place.ts';

export interface PathMenuProps extends PathPlaceProps {
  readonly setBackend: (backend: IngressBackend) => void;
}

type RulesWords = IngressFormMessages['rules'];

/** What can be done with a path of the draft as it is when the menu opens. */
function listSections(
  { section, row, setBackend, focusRow }: PathMenuProps,
  words: RulesWords,
): readonly MenuSection[] {
  const { object, onEdit, onShowInYaml } = section.latest();
  const { path, place } = row;
  const { ruleIndex, pathIndex } = place;
  const rules = object.spec.rules ?? [];
  const paths = rules[ruleIndex]?.http?.paths ?? [];
  const isResource = path.backend.service === undefined && path.backend.resource !== undefined;
  const edit = (edits: readonly ObjectEdit[], focused: string): void => {
    onEdit(edits, false);
    focusRow(focused);
  };
  const move = (by: -1 | 1): void => {
    const moved = movePathEdit(object, place, by);
    if (moved !== undefined) edit([moved], rowIdOf({ ruleIndex, pathIndex: pathIndex + by }));
  };
  const hosts = rules.flatMap(({ host = '' }, index) =>
    index === ruleIndex || host === (rules[ruleIndex]?.host ?? '') ? [] : [{ host, index }],
  );
  const places: readonly MenuEntry[] = [
    {
      id: 'duplicate',
      label: words.duplicate(),
      onAction: () =>
        edit(
          [addPathEdit(object, place, copyOfPath(path, paths))],
          rowIdOf({ ruleIndex, pathIndex: pathIndex + 1 }),
        ),
    },
    {
      id: 'up',
      label: words.moveUp(),
      detail: words.moveKeys('up'),
      isDisabled: pathIndex === 0,
      onAction: () => move(-1),
    },
    {
      id: 'down',
      label: words.moveDown(),
      detail: words.moveKeys('down'),
      isDisabled: pathIndex === paths.length - 1,
      onAction: () => move(1),
    },
    ...hosts.map(({ host, index }) => ({
      id: `host ${index}`,
      label: words.moveTo(host === '' ? words.anyHost() : host),
      onAction: () =>
        edit(
          movePathToRuleEdits(object, place, { path, ruleIndex: index }),
          rowIdOf({ ruleIndex: index, pathIndex: rules[index]?.http?.paths.length ?? 0 }),
        ),
    })),
  ];
  const kinds: readonly MenuEntry[] = [
    {
      id: 'kind',
      label: isResource ? words.toService() : words.toResource(),
      onAction: () =>
        setBackend(isResource ? { service: { name: '' } } : { resource: { kind: '', name: '' } }),
    },
    {
      id: 'yaml',
      label: words.showInYaml(),
      onAction: () => onShowInYaml(['spec', 'rules', ruleIndex, 'http', 'paths', pathIndex]),
    },
    {
      id: 'remove',
      label: words.remove(),
      onAction: () =>
        edit(
          [removePathEdit(object, place, path)],
          rowIdOf({ ruleIndex, pathIndex: Math.max(0, pathIndex - 1) }),
        ),
    },
  ];
  return [{ entries: places }, { entries: kinds }];
}

/** Everything that can be done with a path as a whole. */
export function PathMenu(props: PathMenuProps): ReactNode {
  const {
    ingressForm: { rules: words },
  } = useMessages();
  const { section, row } = props;
  const label = words.actions(row.path.path ?? '');
  return (
    <Menu
      label={label}
      trigger={
        <IconButton label={label} size="small" isDisabled={section.isReadOnly}>
          <Ellipsis size={16} aria-hidden />
        </IconButton>
      }
      sections={() => listSections(props, words)}
    />
  );
}
