import type { EditedKind } from '@fairlead/edits';
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

const editorPath = /^\/c\/[^/]+\/(?:edit|delete)\/(Service|Ingress)\/[^/]+\/([^/]+)\/?$/;
const newPath = /^\/c\/[^/]+\/new\/(Service|Ingress)\//;

const isEditedKind = (kind: string | undefined): kind is EditedKind =>
  kind === 'Service' || kind === 'Ingress';

/** What the page at an address is called in the browser's tab; `undefined` for pages without a name of their own. */
export function titleOf(pathname: string, messages: Messages): string | undefined {
  const { editor } = messages;
  const page = pageOf(pathname);
  if (page !== undefined) return listPages(messages).find(({ id }) => id === page)?.label;
  const [, kind, name = ''] = editorPath.exec(pathname) ?? [];
  if (isEditedKind(kind)) return editor.pageTitle(kind, decodeURIComponent(name));
  const [, newKind] = newPath.exec(pathname) ?? [];
  if (isEditedKind(newKind)) return editor.newTitle(newKind);
  return /^\/c\/[^/]+\/drafts\/?$/.test(pathname) ? editor.drafts.title() : undefined;
}

/** The page an address shows; `undefined` for those without a tab. */
export const pageOf = (pathname: string): PageId | undefined =>
  ids.find((id) => new RegExp(`^/c/[^/]+/${id}/?$`).test(pathname));
