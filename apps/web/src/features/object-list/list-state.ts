import { useMemo, useState } from 'react';
import { useUrlState } from '../../url-state/use-url-state.ts';
import type { ClusterFilter, RowsAnswer } from '../../workers/questions.ts';

export interface RowRange {
  readonly from: number;
  readonly count: number;
}

export interface ListState {
  readonly filter: ClusterFilter;
  readonly sort: string | undefined;
  readonly range: RowRange;
  /** What the rows of a sortable list are asked by. */
  readonly asked: RowRange & { readonly filter: ClusterFilter; readonly sort?: string };
  readonly setRange: (from: number, count: number) => void;
}

/** What a list asks for: the filter and order of the address, and the rows that are looked at. */
export function useListState(): ListState {
  const { namespaces, classNames, onlyProblems, text, sort } = useUrlState();
  const [range, setRange] = useState<RowRange>({ from: 0, count: 100 });
  const filter = useMemo<ClusterFilter>(
    () => ({
      ...(namespaces === undefined ? {} : { namespaces }),
      ...(classNames === undefined ? {} : { classNames }),
      ...(onlyProblems ? { onlyProblems } : {}),
      ...(text === '' ? {} : { text }),
    }),
    [namespaces, classNames, onlyProblems, text],
  );
  const change = useMemo(
    () =>
      (from: number, count: number): void =>
        setRange((current) => (current.from === from && current.count === count ? current : { from, count })),
    [],
  );
  const asked = { filter, ...range, ...(sort === undefined ? {} : { sort }) };
  return { filter, sort, range, asked, setRange: change };
}

/** The row at an index of the whole list, when the answer holds it. */
export const rowAt =
  <Row>(answer: RowsAnswer<Row> | undefined): ((index: number) => Row | undefined) =>
  (index) =>
    answer === undefined ? undefined : answer.rows[index - answer.from];
