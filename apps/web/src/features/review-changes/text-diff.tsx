import type { DiffLine } from '@fairlead/manifests';
import { useVirtualizer } from '@tanstack/react-virtual';
import { useMemo, useRef, useState, type ReactNode } from 'react';
import { useMessages } from '../../messages/use-messages.ts';
import { buildDiffRows, type DiffLayout, type DiffRow } from './build-diff-rows.ts';
import styles from './text-diff.module.css';

export interface TextDiffProps {
  readonly lines: readonly DiffLine[];
  readonly layout: DiffLayout;
  /** Lines of the result, counted from 1, that a choice is still to be made for. */
  readonly waiting?: ReadonlySet<number>;
}

const rowHeightPx = 20;
const viewport = { width: 800, height: 600 };
const none: ReadonlySet<number> = new Set();

interface LineProps {
  readonly line: DiffLine | undefined;
  readonly waits: 'no' | 'first' | 'on';
}

const numberOf = (line: DiffLine): number => (line.kind === 'removed' ? line.beforeLine : line.afterLine);

/** The words in front of the text are for those who do not see the sign and the ground. */
function Line({ line, waits }: LineProps): ReactNode {
  const { review } = useMessages();
  if (line === undefined) return <span className={styles.blank} />;
  if (waits !== 'no')
    return (
      <span className={styles.line} data-kind="waiting">
        <span className={styles.number}>{numberOf(line)}</span>
        <span className={styles.sign} aria-hidden>
          ?
        </span>
        <span className={styles.text}>{line.text}</span>
        {waits === 'first' ? <em className={styles.waits}>{review.changes.lineWaits()}</em> : null}
      </span>
    );
  const sign = line.kind === 'same' ? ' ' : line.kind === 'added' ? '+' : '-';
  const spoken = line.kind === 'added' ? review.changes.lineAdded() : review.changes.lineRemoved();
  return (
    <span className={styles.line} data-kind={line.kind}>
      <span className={styles.number}>{numberOf(line)}</span>
      <span className={styles.sign} aria-hidden>
        {sign}
      </span>
      {line.kind === 'same' ? null : <span className="visually-hidden">{spoken}</span>}
      <span className={styles.text}>{line.text}</span>
    </span>
  );
}

function waitsOf(line: DiffLine | undefined, waiting: ReadonlySet<number>): LineProps['waits'] {
  if (line === undefined || !('afterLine' in line) || !waiting.has(line.afterLine)) return 'no';
  return waiting.has(line.afterLine - 1) ? 'on' : 'first';
}

interface RowProps {
  readonly row: DiffRow;
  readonly waiting: ReadonlySet<number>;
  readonly onUnfold: (key: string) => void;
}

function Row({ row, waiting, onUnfold }: RowProps): ReactNode {
  const { review } = useMessages();
  switch (row.kind) {
    case 'fold':
      return (
        <button
          type="button"
          className={styles.fold}
          aria-label={review.changes.unfold(row.count)}
          onClick={() => onUnfold(row.key)}
        >
          <span className={styles.number} aria-hidden>
            ⋯
          </span>
          {review.changes.fold(row.count)}
        </button>
      );
    case 'line':
      return <Line line={row.line} waits={waitsOf(row.line, waiting)} />;
    case 'pair':
      return (
        <span className={styles.pair}>
          <Line line={row.left} waits="no" />
          <Line line={row.right} waits={waitsOf(row.right, waiting)} />
        </span>
      );
  }
}

/** A comparison line by line. Rows outside of the window are not built: a megabyte scrolls like a page. */
export function TextDiff({ lines, layout, waiting = none }: TextDiffProps): ReactNode {
  const { review } = useMessages();
  const box = useRef<HTMLElement>(null);
  const [opened, setOpened] = useState<ReadonlySet<string>>(new Set());
  const rows = useMemo(
    () => buildDiffRows(lines, { layout, opened, waiting }),
    [lines, layout, opened, waiting],
  );
  // oxlint-disable-next-line react/incompatible-library -- the virtualiser's functions are called in render, never kept
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => box.current,
    estimateSize: () => rowHeightPx,
    getItemKey: (index) => rows[index]?.key ?? index,
    overscan: 12,
    initialRect: viewport,
  });
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a scrolled region must be reachable by keyboard
    <section ref={box} className={styles.box} aria-label={review.changes.text()} tabIndex={0}>
      <ol className={styles.rows} style={{ height: virtual.getTotalSize() }}>
        {virtual.getVirtualItems().map(({ index, key, start }) => {
          const row = rows[index];
          return row === undefined ? null : (
            <li key={key} className={styles.row} style={{ transform: `translateY(${start}px)` }}>
              <Row row={row} waiting={waiting} onUnfold={(id) => setOpened(new Set([...opened, id]))} />
            </li>
          );
        })}
      </ol>
    </section>
  );
}
