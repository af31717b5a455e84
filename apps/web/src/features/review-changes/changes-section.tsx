import type { DiffLine } from '@fairlead/manifests';
import { useMemo, useState, type ReactNode } from 'react';
import { useMessages } from '../../messages/use-messages.ts';
import { Chip } from '../../ui/chip.tsx';
import { ToggleButton } from '../../ui/toggle-button.tsx';
import { ToggleGroup } from '../../ui/toggle-group.tsx';
import type { DiffLayout } from './build-diff-rows.ts';
import { compareTexts, type TextPair } from './compare-texts.ts';
import styles from './review.module.css';
import { TextDiff } from './text-diff.tsx';

export interface ChangesSectionProps {
  readonly title: string;
  readonly pair: TextPair;
  /** What stands behind the title. */
  readonly chip: { readonly words: string; readonly tone: 'draft' | 'warning' | 'ok' } | undefined;
  readonly waiting?: ReadonlySet<number>;
  readonly emptyWords: string;
}

const isChange = ({ kind }: DiffLine): boolean => kind !== 'same';

/** The text diff with its head: how much changes, how it is laid out, and the switch for what the API server fills in. */
export function ChangesSection({ title, pair, chip, waiting, emptyWords }: ChangesSectionProps): ReactNode {
  const { review } = useMessages();
  const [layout, setLayout] = useState<DiffLayout>('inline');
  const [isNoiseShown, setNoiseShown] = useState(false);
  const { before, after } = pair;
  const compared = useMemo(
    () => compareTexts(pair, isNoiseShown),
    // oxlint-disable-next-line react/exhaustive-deps -- the pair is new at every render; its texts name it
    [before, after, isNoiseShown],
  );
  const { lines, noiseCount, added, removed } = compared;
  const layouts = (['inline', 'side'] as const).map((id) => ({ id, label: review.changes.layouts[id]() }));
  const hasLines = lines.some(isChange) || (waiting?.size ?? 0) > 0;
  return (
    <section className={styles.section} aria-label={title}>
      <div className={styles.head}>
        <h2 className={styles.title}>{title}</h2>
        {chip === undefined ? null : <Chip tone={chip.tone}>{chip.words}</Chip>}
        <span className={styles.added}>
          <span aria-hidden>{review.changes.added(added)}</span>
          <span className="visually-hidden">{review.changes.addedSpoken(added)}</span>
        </span>
        <span className={styles.removed}>
          <span aria-hidden>{review.changes.removed(removed)}</span>
          <span className="visually-hidden">{review.changes.removedSpoken(removed)}</span>
        </span>
        <span className={styles.tools}>
          <ToggleGroup
            label={review.changes.layout()}
            options={layouts}
            value={layout}
            onChange={setLayout}
          />
        </span>
      </div>
      {hasLines ? (
        <TextDiff lines={lines} layout={layout} {...(waiting === undefined ? {} : { waiting })} />
      ) : (
        <p className={styles.note}>{emptyWords}</p>
      )}
      {noiseCount === 0 || !hasLines ? null : (
        <div className={styles.foot}>
          <ToggleButton isSelected={isNoiseShown} onChange={setNoiseShown}>
            {review.changes.showNoise(noiseCount)}
          </ToggleButton>
        </div>
      )}
    </section>
  );
}
