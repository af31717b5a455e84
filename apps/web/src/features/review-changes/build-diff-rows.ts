import { foldUnchanged, type DiffLine } from '@fairlead/manifests';

export type DiffLayout = 'inline' | 'side';

/** One row of a comparison on the screen; `key` stays the same while the lines around it do. */
export type DiffRow =
  | { readonly kind: 'fold'; readonly key: string; readonly count: number }
  | { readonly kind: 'line'; readonly key: string; readonly line: DiffLine }
  | {
      readonly kind: 'pair';
      readonly key: string;
      readonly left: DiffLine | undefined;
      readonly right: DiffLine | undefined;
    };

const contextLines = 3;

const keyOfLine = (line: DiffLine): string =>
  line.kind === 'removed' ? `b${line.beforeLine}` : `a${line.afterLine}`;

/** A run of removed lines stands beside the run of added ones behind it. */
function listPairs(lines: readonly DiffLine[]): readonly DiffRow[] {
  const rows: DiffRow[] = [];
  let removed: DiffLine[] = [];
  let added: DiffLine[] = [];
  const flush = (): void => {
    for (let index = 0; index < Math.max(removed.length, added.length); index += 1) {
      const [left, right] = [removed[index], added[index]];
      const named = right ?? left;
      if (named !== undefined) rows.push({ kind: 'pair', key: keyOfLine(named), left, right });
    }
    removed = [];
    added = [];
  };
  for (const line of lines) {
    if (line.kind === 'removed') {
      if (added.length > 0) flush();
      removed.push(line);
    } else if (line.kind === 'added') added.push(line);
    else {
      flush();
      rows.push({ kind: 'pair', key: keyOfLine(line), left: line, right: line });
    }
  }
  flush();
  return rows;
}

const listRows = (lines: readonly DiffLine[], layout: DiffLayout): readonly DiffRow[] =>
  layout === 'side' ? listPairs(lines) : lines.map((line) => ({ kind: 'line', key: keyOfLine(line), line }));

/** What waits for a choice is no unchanged line, whatever it says for the time being. */
const withWaiting = (lines: readonly DiffLine[], waiting: ReadonlySet<number>): readonly DiffLine[] =>
  waiting.size === 0
    ? lines
    : lines.map((line) =>
        line.kind === 'same' && waiting.has(line.afterLine)
          ? { kind: 'added', text: line.text, afterLine: line.afterLine }
          : line,
      );

export interface DiffView {
  readonly layout: DiffLayout;
  /** Keys of the folds that were opened. */
  readonly opened: ReadonlySet<string>;
  /** Lines of the result, counted from 1, that a choice is still to be made for. */
  readonly waiting: ReadonlySet<number>;
}

/** A comparison as rows; unchanged stretches are one row each until they are opened. */
export function buildDiffRows(
  lines: readonly DiffLine[],
  { layout, opened, waiting }: DiffView,
): readonly DiffRow[] {
  return foldUnchanged(withWaiting(lines, waiting), contextLines).flatMap((stretch): readonly DiffRow[] => {
    const [first] = stretch.lines;
    const key = first === undefined ? '' : `fold-${keyOfLine(first)}`;
    return stretch.kind === 'folded' && !opened.has(key)
      ? [{ kind: 'fold', key, count: stretch.lines.length }]
      : listRows(stretch.lines, layout);
  });
}
