import { parseObjectKey } from '@fairlead/kube-objects';
import type { PlacedNode } from '@fairlead/resource-graph';
import type { ReactNode } from 'react';
import type { Messages } from '../../messages/en.ts';
import { useMessages } from '../../messages/use-messages.ts';
import { ChoiceMenu } from '../../ui/choice-menu.tsx';
import { KindIcon } from '../../ui/kind-icon.tsx';
import type { MenuEntry } from '../../ui/menu-entry.tsx';
import { targetText, type FocusTarget } from './move-focus.ts';
import { iconOf, isGhost } from './node-look.ts';
import type { EdgeChoiceState } from './use-edge-choice.ts';

export interface EdgeChoiceProps {
  readonly choice: EdgeChoiceState;
  readonly nodes: readonly PlacedNode[];
}

type Texts = Pick<Messages, 'graph' | 'graphFocus'>;

/** Nothing but its id is known of a node outside the window. */
function nameOutside({ nodeId, rowId }: FocusTarget): Pick<MenuEntry, 'label' | 'detail'> {
  const name = parseObjectKey(nodeId)?.name ?? nodeId;
  const row = rowId?.split(/[:|]/).slice(1).filter(Boolean);
  return row === undefined || row.length === 0
    ? { label: name }
    : { label: row.length === 1 ? (row[0] ?? name) : `${row[0]}${row.at(-1)}`, detail: name };
}

function describeEnd(
  end: FocusTarget,
  nodes: readonly PlacedNode[],
  { graph, graphFocus }: Texts,
): Omit<MenuEntry, 'id'> {
  const node = nodes.find((placed) => placed.node.id === end.nodeId)?.node;
  if (node === undefined) return nameOutside(end);
  const row = node.rows.find(({ id }) => id === end.rowId);
  const rowName = row === undefined ? undefined : graphFocus.rowName(row);
  const icon = <KindIcon name={iconOf(node)} size={14} isMissing={isGhost(node)} />;
  return rowName === undefined
    ? { icon, label: graph.nodeName(node) }
    : { icon, label: rowName, detail: graph.nodeName(node) };
}

/** The ends that an arrow key can lead to, in a menu beside the node while there is something to choose. */
export function EdgeChoice({ choice, nodes }: EdgeChoiceProps): ReactNode {
  const messages = useMessages();
  const { asked, choose, closeChoice } = choice;
  if (asked === undefined) return null;
  return (
    <ChoiceMenu
      label={messages.graphFocus.choose(asked.side)}
      anchor={asked.anchor}
      placement={asked.side}
      entries={asked.ends.map((end) => ({
        ...describeEnd(end, nodes, messages),
        id: targetText(end),
        onAction: () => choose(end),
      }))}
      onClose={closeChoice}
    />
  );
}
