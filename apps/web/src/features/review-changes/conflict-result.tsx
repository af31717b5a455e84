import { rangeOfField, readManifest } from '@fairlead/manifests';
import { useState, type ReactNode } from 'react';
import type { OpenDraft } from '../../drafts/use-open-draft.ts';
import { useMessages } from '../../messages/use-messages.ts';
import { ToggleGroup } from '../../ui/toggle-group.tsx';
import { ChangesSection } from './changes-section.tsx';
import { buildTextPair, type CompareWith } from './compare-texts.ts';
import styles from './conflict.module.css';
import { pathOfPlace } from './path-of-place.ts';
import type { ConflictChoices } from './use-conflict-choices.ts';

export interface ConflictResultProps {
  readonly open: OpenDraft;
  readonly choices: ConflictChoices;
}

const sides: readonly CompareWith[] = ['live', 'base', 'draft'];

/** Lines of the result that a choice is still to be made for. */
function listWaitingLines(
  text: string,
  { conflicts, choices, result }: ConflictChoices,
): ReadonlySet<number> {
  const manifest = readManifest(text);
  const lines = new Set<number>();
  if (result === undefined) return lines;
  for (const { id, place } of conflicts) {
    const path = choices.has(id) ? undefined : pathOfPlace(result, place);
    const range = path === undefined ? undefined : rangeOfField(manifest, path, 'entry');
    if (range === undefined) continue;
    const last = range.endColumn === 1 ? range.endLine - 1 : range.endLine;
    for (let line = range.startLine; line <= last; line += 1) lines.add(line);
  }
  return lines;
}

/** What comes out of the choices made so far, against what one likes to compare it with. */
export function ConflictResult({ open, choices }: ConflictResultProps): ReactNode {
  const { review } = useMessages();
  const words = review.conflict;
  const [compareWith, setCompareWith] = useState<CompareWith>('live');
  const pair = buildTextPair(open, compareWith, choices.result);
  const chip =
    choices.openCount === 0
      ? ({ words: words.allMade(), tone: 'ok' } as const)
      : ({ words: words.open(choices.openCount), tone: 'warning' } as const);
  return (
    <div className={styles.result}>
      <ChangesSection
        title={words.result[compareWith]()}
        pair={pair}
        chip={chip}
        waiting={listWaitingLines(pair.after, choices)}
        emptyWords={review.changes.none()}
      />
      <div className={styles.compare}>
        <span className={styles.compareLabel}>{review.changes.compareWith()}</span>
        <ToggleGroup
          label={review.changes.compareWith()}
          options={sides.map((id) => ({ id, label: review.changes.sides[id]() }))}
          value={compareWith}
          onChange={setCompareWith}
        />
        <span className={styles.rowNote}>{words.kept()}</span>
      </div>
    </div>
  );
}
