import { useNavigate } from '@tanstack/react-router';
import { use } from 'react';
import { ConnectContext } from '../drafts/connect-context.ts';
import { connectTargetOf } from '../url-state/connect-target.ts';
import { useMessages } from '../messages/use-messages.ts';
import { setPreferences } from '../preferences.ts';
import type { PaletteCommand } from '../features/search/search-palette.tsx';
import { useSetUrlState, useUrlState } from '../url-state/use-url-state.ts';
import { useCluster } from '../workers/cluster-context.ts';
import { usePausing } from '../workers/use-connection.ts';
import { useBeginDraft } from './editor/use-begin-draft.ts';
import { listPages } from './pages.ts';
import type { KeyboardOpeners } from './use-keyboard-map.ts';
import { useGoToPage } from './use-go-to-page.ts';
import { useShareAddress } from './use-share-address.ts';

const otherKinds = [
  'Pod',
  'Deployment',
  'StatefulSet',
  'DaemonSet',
  'Job',
  'Node',
  'Namespace',
  'IngressClass',
] as const;

/** What the palette can do besides finding objects. */
export function useCommands({ openHelp }: KeyboardOpeners): readonly PaletteCommand[] {
  const messages = useMessages();
  const { search, shell, common } = messages;
  const { context } = useCluster();
  const navigate = useNavigate();
  const goToPage = useGoToPage();
  const share = useShareAddress();
  const { view, onlyProblems, namespaces, selection } = useUrlState();
  const setUrlState = useSetUrlState();
  const { isPaused, setPaused } = usePausing();
  const begin = useBeginDraft();
  const connect = use(ConnectContext);
  const target = selection === undefined ? undefined : connectTargetOf(selection);
  const editCommands = [
    ...(connect === undefined || target === undefined
      ? []
      : [
          {
            id: 'connect',
            label: `${messages.connect.title(target.ref.name)}…`,
            keys: 'C',
            run: () => connect.ask(target),
          },
        ]),
    ...(['Service', 'Ingress'] as const).map((kind) => ({
      id: `new-${kind}`,
      label: messages.editor.newObject(kind),
      run: () => begin?.create(kind, namespaces?.[0]),
    })),
    {
      id: 'drafts',
      label: search.goTo(messages.editor.drafts.title()),
      run: () => void navigate({ to: '/c/$context/drafts', params: { context }, search: {} }),
    },
  ];
  return [
    ...listPages(messages).map(({ id, label, key }) => ({
      id: `go-${id}`,
      label: search.goTo(label),
      keys: `G ${key.toUpperCase()}`,
      run: () => goToPage(id),
    })),
    ...otherKinds.map((kind) => ({
      id: `list-${kind}`,
      label: search.goTo(common.kindPlural(kind)),
      run: () => void navigate({ to: '/c/$context/objects/$kind', params: { context, kind }, search: {} }),
    })),
    ...editCommands,
    {
      id: 'only-problems',
      label: onlyProblems ? search.showEverything() : search.showProblemsOnly(),
      run: () => setUrlState({ onlyProblems: !onlyProblems }),
    },
    {
      id: 'view',
      label: view === 'graph' ? search.showTable() : search.showGraph(),
      keys: 'V',
      run: () => setUrlState({ view: view === 'graph' ? 'table' : 'graph' }),
    },
    {
      id: 'pause',
      label: isPaused ? search.resume() : search.pause(),
      keys: 'P',
      run: () => setPaused(!isPaused),
    },
    {
      id: 'theme',
      label: search.toggleTheme(),
      run: () =>
        setPreferences({ theme: document.documentElement.dataset['theme'] === 'dark' ? 'light' : 'dark' }),
    },
    { id: 'share', label: search.copyAddress(), run: share },
    {
      id: 'settings',
      label: search.goTo(shell.settings()),
      run: () => void navigate({ to: '/settings', search: {} }),
    },
    { id: 'keys', label: search.keysHelp(), keys: '?', run: openHelp },
  ];
}
