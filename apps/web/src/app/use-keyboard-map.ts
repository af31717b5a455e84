import { useLocation } from '@tanstack/react-router';
import type { EditedKind } from '@fairlead/edits';
import type { ObjectRef } from '@fairlead/kube-objects';
import { use, useEffect, useMemo } from 'react';
import { ConnectContext } from '../drafts/connect-context.ts';
import { connectTargetOf } from '../url-state/connect-target.ts';
import { useMessages } from '../messages/use-messages.ts';
import { usePreferences } from '../preferences.ts';
import { keepsKeys } from '../ui/keeps-keys.ts';
import { withoutTrace } from '../url-state/url-state.ts';
import { useSetUrlState, useUrlState } from '../url-state/use-url-state.ts';
import { usePausing } from '../workers/use-connection.ts';
import { useBeginDraft } from './editor/use-begin-draft.ts';
import { listPages, pageOf, type PageId } from './pages.ts';
import { moveToRegion } from './move-to-region.ts';
import { useGoToPage } from './use-go-to-page.ts';
import { useStepProblem } from './use-step-problem.ts';

export interface KeyboardOpeners {
  readonly openSearch: () => void;
  readonly openHelp: () => void;
}

/** After G the next key names a page, for this long. */
const sequenceMs = 1_500;

/** Where a URL is typed to be traced; on the graph only. */
function focusTracer(): void {
  const field = document.querySelector<HTMLInputElement>('[data-tracer-input]');
  field?.focus();
  field?.select();
}

function focusListFilter(): boolean {
  const field = document.querySelector<HTMLInputElement>('[data-list-filter]');
  field?.focus();
  field?.select();
  return field !== null;
}

type Keys = Readonly<Record<string, () => void>>;

type EditedSelection = ObjectRef<EditedKind>;

const isEdited = (ref: ObjectRef | undefined): ref is EditedSelection =>
  ref?.kind === 'Service' || ref?.kind === 'Ingress';

/** What single letters do. */
function useLetters({ openHelp }: KeyboardOpeners): Keys {
  const { view, focus, selection } = useUrlState();
  const setUrlState = useSetUrlState();
  const { pathname } = useLocation();
  const isOnGraph = pageOf(pathname) === 'graph';
  const next = focus === undefined ? selection : undefined;
  const { isPaused, setPaused } = usePausing();
  const stepProblem = useStepProblem();
  const begin = useBeginDraft();
  const connect = use(ConnectContext);
  const target = selection === undefined ? undefined : connectTargetOf(selection);
  const edit = (mode?: 'yaml'): void => {
    if (isEdited(selection?.ref)) begin?.edit(selection.ref, mode);
  };
  return {
    '/': () => void focusListFilter(),
    '?': openHelp,
    t: focusTracer,
    e: () => edit(),
    y: () => edit('yaml'),
    ...(connect === undefined || target === undefined ? {} : { c: () => connect.ask(target) }),
    v: () => setUrlState({ view: view === 'graph' ? 'table' : 'graph' }),
    ...(isOnGraph && next !== focus ? { f: () => setUrlState({ focus: next }) } : {}),
    p: () => setPaused(!isPaused),
    '[': () => stepProblem(-1),
    ']': () => stepProblem(1),
  };
}

/** What keys with Ctrl or without letters do, wherever the focus is. */
function useCommandKeys({ openSearch }: KeyboardOpeners): (event: KeyboardEvent) => (() => void) | undefined {
  const { selection, finding, focus, trace } = useUrlState();
  const setUrlState = useSetUrlState();
  return (event) => {
    if (event.key.toLowerCase() === 'k' && (event.ctrlKey || event.metaKey)) return openSearch;
    if (event.key === 'F6') return () => moveToRegion(event.shiftKey ? -1 : 1);
    const hasOpen = selection !== undefined || finding !== undefined;
    if (event.key !== 'Escape' || keepsKeys(event.target)) return undefined;
    if (hasOpen) return () => setUrlState({ selection: undefined, finding: undefined, tab: 'summary' });
    if (trace !== undefined) return () => setUrlState(withoutTrace);
    return focus === undefined ? undefined : () => setUrlState({ focus: undefined });
  };
}

/** The keys of the whole page. Single letters rest while a text field has the focus or when they are switched off. */
export function useKeyboardMap(openers: KeyboardOpeners): void {
  const messages = useMessages();
  const { hasSingleLetterKeys } = usePreferences();
  const goToPage = useGoToPage();
  const letters = useLetters(openers);
  const findCommand = useCommandKeys(openers);
  const sequence = useMemo(() => ({ startedMs: Number.NEGATIVE_INFINITY }), []);

  // The outside system is the keyboard; the listener is renewed because it speaks of what is shown now.
  useEffect(() => {
    const pageAfterG = (key: string): PageId | undefined =>
      performance.now() - sequence.startedMs < sequenceMs
        ? listPages(messages).find((page) => page.key === key)?.id
        : undefined;
    const actOnLetter = (key: string): (() => void) | undefined => {
      const page = pageAfterG(key);
      sequence.startedMs = key === 'g' && page === undefined ? performance.now() : Number.NEGATIVE_INFINITY;
      if (page !== undefined) return () => goToPage(page);
      return Object.hasOwn(letters, key) ? letters[key] : undefined;
    };
    const onKeyDown = (event: KeyboardEvent): void => {
      if (event.defaultPrevented || event.isComposing) return;
      const command = findCommand(event);
      const isLetter =
        hasSingleLetterKeys && !event.ctrlKey && !event.metaKey && !event.altKey && event.key.length === 1;
      const mayAct = isLetter && !keepsKeys(event.target);
      const action = command ?? (mayAct ? actOnLetter(event.key.toLowerCase()) : undefined);
      if (action === undefined) return;
      event.preventDefault();
      action();
    };
    globalThis.addEventListener('keydown', onKeyDown);
    return () => globalThis.removeEventListener('keydown', onKeyDown);
  });
}
