import { Focus, X } from 'lucide-react';
import type { ReactNode } from 'react';
import { useMessages } from '../../messages/use-messages.ts';
import { Button } from '../../ui/button.tsx';
import { Chip } from '../../ui/chip.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import { KindIcon } from '../../ui/kind-icon.tsx';
import { printSelection, type Selection } from '../../url-state/selection.ts';
import { useSetUrlState, useUrlState } from '../../url-state/use-url-state.ts';
import styles from './focus-chip.module.css';
import { iconOf, isGhost } from './node-look.ts';
import { findSelectedRow } from './selection-text.ts';
import { useFocusAnswer } from './use-graph-focus.ts';

/** Icon and name of what the picture is focused on; that it is not there when the cluster has no such thing (any more). */
function FocusName({ focus }: { readonly focus: Selection }): ReactNode {
  const { graph, graphFocus } = useMessages();
  const { answer, isKnown } = useFocusAnswer();
  const known = focus.ref?.name ?? focus.id;
  if (answer === undefined) return isKnown ? graphFocus.gone(known) : known;
  const { node } = answer;
  const row = findSelectedRow(node, focus);
  const parts = [graph.nodeName(node), (row && graphFocus.rowName(row)) ?? ''];
  return (
    <>
      <KindIcon name={iconOf(node)} size={14} isMissing={isGhost(node)} />
      {parts.filter((part) => part !== '').join(' · ')}
    </>
  );
}

/** What the picture is focused on, with the way out; else the way in while something is selected. */
export function FocusChip(): ReactNode {
  const { graphFocus } = useMessages();
  const { focus, selection } = useUrlState();
  const setUrl = useSetUrlState();
  if (focus !== undefined)
    return (
      <span className={styles.chip}>
        <output className={styles.name} title={printSelection(focus)}>
          <Chip tone="accent">
            {graphFocus.focus()} <FocusName focus={focus} />
          </Chip>
        </output>
        <IconButton size="small" label={graphFocus.leave()} onPress={() => setUrl({ focus: undefined })}>
          <X size={14} aria-hidden />
        </IconButton>
      </span>
    );
  if (selection === undefined) return null;
  return (
    <Button variant="ghost" onPress={() => setUrl({ focus: selection })}>
      <Focus size={15} aria-hidden />
      {graphFocus.focusOnSelection()}
    </Button>
  );
}
