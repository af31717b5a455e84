import { Ellipsis } from 'lucide-react';
import type { IngressBackend } from '@fairlead/kube-objects';
import type { ObjectEdit } from '@fairlead/edits';
import type { ReactNode } from 'react';
import { useMessages } from '../../messages/use-messages.ts';
import { IconButton } from '../../ui/icon-button.tsx';
import { Menu } from '../../ui/menu.tsx';
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

/** Everything that can be done with a path as a whole. */
export function PathMenu({ section, row, setBackend, focusRow }: PathMenuProps): ReactNode {
  const {
    ingressForm: { rules: words },
  } = useMessages();
  const { object, onEdit, isReadOnly, onShowInYaml } = section;
  const { path, place } = row;
  const { ruleIndex, pathIndex } = place;
  const rules = object.spec.rules ?? [];
  const paths = rules[ruleIndex]?.http?.paths ?? [];
  const isResource = path.backend.service === undefined && path.backend.resource !== undefined;
  const move = (by: -1 | 1): void => {
    const edit = movePathEdit(object, place, by);
    if (edit === undefined) return;
    onEdit([edit], false);
    focusRow(rowIdOf({ ruleIndex, pathIndex: pathIndex + by }));
  };
  const edit = (edits: readonly ObjectEdit[], focused: string): void => {
    onEdit(edits, false);
    focusRow(focused);
  };
  const hosts = rules.flatMap(({ host = '' }, index) =>
    index === ruleIndex || host === (rules[ruleIndex]?.host ?? '') ? [] : [{ host, index }],
  );
  return (
    <Menu
      label={words.actions(path.path ?? '')}
      trigger={
        <IconButton label={words.actions(path.path ?? '')} size="small" isDisabled={isReadOnly}>
          <Ellipsis size={16} aria-hidden />
        </IconButton>
      }
      sections={[
        {
          entries: [
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
          ],
        },
        {
          entries: [
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
          ],
        },
      ]}
    />
  );
}
