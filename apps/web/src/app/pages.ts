import type { Messages } from '../messages/en.ts';

/** The pages that have a tab. */
export type PageId = 'graph' | 'problems' | 'ingresses' | 'services';

export interface PageEntry {
  readonly id: PageId;
  readonly label: string;
  readonly address: `/c/$context/${PageId}`;
  /** The letter after G. */
  readonly key: string;
}

export const listPages = ({ shell }: Messages): readonly PageEntry[] => [
  { id: 'graph', label: shell.tabs.graph(), address: '/c/$context/graph', key: 'g' },
  { id: 'problems', label: shell.tabs.problems(), address: '/c/$context/problems', key: 'p' },
  { id: 'ingresses', label: shell.tabs.ingresses(), address: '/c/$context/ingresses', key: 'i' },
  { id: 'services', label: shell.tabs.services(), address: '/c/$context/services', key: 's' },
];

const ids: readonly PageId[] = ['graph', 'problems', 'ingresses', 'services'];

/** The page an address shows; `undefined` for those without a tab. */
export const pageOf = (pathname: string): PageId | undefined =>
  ids.find((id) => new RegExp(`^/c/[^/]+/${id}/?$`).test(pathname));
