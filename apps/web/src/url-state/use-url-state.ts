import { useNavigate, useSearch } from '@tanstack/react-router';
import { useMemo } from 'react';
import { changeSearch, parseUrlState, type SearchParameters, type UrlState } from './url-state.ts';

export interface UrlChangeOptions {
  /** Typing replaces the entry of the history; opening something (the default) adds one. */
  readonly isReplacing?: boolean;
}

export type SetUrlState = (change: Partial<UrlState>, options?: UrlChangeOptions) => void;

const onlyTexts = (search: Readonly<Record<string, unknown>>): SearchParameters =>
  Object.fromEntries(
    Object.entries(search).filter((pair): pair is [string, string] => typeof pair[1] === 'string'),
  );

/** What the address says. */
export function useUrlState(): UrlState {
  const search: Readonly<Record<string, unknown>> = useSearch({ strict: false });
  return useMemo(() => parseUrlState(onlyTexts(search)), [search]);
}

/** Changes the address; the same function at every render. */
export function useSetUrlState(): SetUrlState {
  const navigate = useNavigate();
  return useMemo<SetUrlState>(
    () =>
      (change, { isReplacing = false } = {}) => {
        void navigate({
          to: '.',
          search: (search: Readonly<Record<string, unknown>>) => changeSearch(onlyTexts(search), change),
          replace: isReplacing,
        });
      },
    [navigate],
  );
}
