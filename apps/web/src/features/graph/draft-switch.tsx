import type { ReactNode } from 'react';
import { useMessages } from '../../messages/use-messages.ts';
import { Chip } from '../../ui/chip.tsx';
import { ToggleGroup } from '../../ui/toggle-group.tsx';
import { useAnswer } from '../../workers/use-answer.ts';
import styles from './draft.module.css';
import { useGraphDraft, type GraphDraft } from './shown-draft.ts';
import { useDraftKey } from './use-draft-key.ts';

function Switch({ draft }: { readonly draft: GraphDraft }): ReactNode {
  const { graphDraft } = useMessages();
  const { changes, isShown, setShown } = draft;
  const impact = useAnswer({ kind: 'impact', changes }).data;
  useDraftKey(draft);
  return (
    <span className={styles.switch}>
      {impact === undefined ? null : (
        <output>
          <Chip tone="draft">{graphDraft.counts(impact.counts)}</Chip>
        </output>
      )}
      <ToggleGroup
        label={graphDraft.switchLabel()}
        options={[
          { id: 'now', label: graphDraft.now() },
          { id: 'draft', label: graphDraft.draft() },
        ]}
        value={isShown ? 'draft' : 'now'}
        onChange={(chosen) => setShown(chosen === 'draft')}
      />
    </span>
  );
}

/** How much the draft changes, and the switch between the cluster as it is and as it would be; D does the same. */
export function DraftSwitch(): ReactNode {
  const draft = useGraphDraft();
  return draft === undefined ? null : <Switch draft={draft} />;
}
