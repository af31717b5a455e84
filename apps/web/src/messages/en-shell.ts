import type { Kind } from '@fairlead/kube-objects';
import type { Formats } from './format.ts';

/** Words of the bars, the banners, the dialogs of the shell and the pages that stand in for a cluster. */
export const buildShellMessages = ({ count, duration, clock, plural, list }: Formats) => ({
  product: () => 'Fairlead',
  mainNavigation: () => 'Main',
  skipToContent: (page: string) => `Skip to ${page.toLowerCase()}`,
  skipToDetails: () => 'Skip to details',
  pageTitle: (page: string, context: string) => `${page} · ${context} · Fairlead`,
  tabs: {
    graph: () => 'Graph',
    problems: () => 'Problems',
    ingresses: () => 'Ingresses',
    services: () => 'Services',
    settings: () => 'Settings',
  },
  errors: () => 'errors',
  contextPicker: {
    label: (context: string) => `Cluster: ${context}`,
    menu: () => 'Clusters',
    heading: () => 'Contexts of the kubeconfig',
    current: () => 'shown here',
    unusable: () => 'cannot be used',
  },
  searchButton: () => 'Search or run a command',
  share: () => 'Copy the address of what is on the screen',
  shared: () => 'The address is copied.',
  notShared: () => 'The browser did not let the address be copied. Copy it from the address bar.',
  settings: () => 'Settings',
  live: {
    connecting: () => 'Connecting',
    loading: () => 'Loading',
    live: () => 'Live',
    catchingUp: () => 'Catching up',
    paused: (waiting: number) =>
      waiting === 0
        ? 'Paused'
        : `Paused, ${count(waiting)} ${plural(waiting, { one: 'update', other: 'updates' })} waiting`,
    disconnected: () => 'Disconnected',
    failed: () => 'Not connected',
    pause: () => 'Pause updates',
    resume: () => 'Resume updates',
    lastUpdate: (atMs: number | undefined) =>
      atMs === undefined ? 'No update yet.' : `Last update at ${clock(atMs)}.`,
  },
  demoBanner: () => 'A simulated cluster with seeded faults; nothing here reaches a real cluster.',
  demoTitle: () => 'Read-only demo.',
  writableDemoTitle: () => 'Demo to try things out.',
  writableDemoBanner: () => 'A simulated cluster with seeded faults; what you apply is gone when it stops.',
  readOnlyTitle: () => 'Read-only.',
  readOnlyText: () =>
    'Fairlead was started with --read-only: it shows this cluster and changes nothing in it.',
  noClusterTitle: () => 'No cluster to show',
  problemsChanged: (added: number, solved: number) =>
    added > 0
      ? `${count(added)} new ${plural(added, { one: 'problem', other: 'problems' })}`
      : `${count(solved)} ${plural(solved, { one: 'problem', other: 'problems' })} solved`,
  loadingCluster: (context: string, loaded: number, expected: number) =>
    `Loading ${context}: ${count(loaded)} of about ${count(Math.max(loaded, expected))} objects. You can use what is here already.`,
  clusterLost: (agoMs: number) => `Connection to the cluster lost ${duration(agoMs)} ago.`,
  draftsKept: () => 'Drafts are kept; applying is off until the connection is back.',
  stateOf: (atMs: number) => `You see the state of ${clock(atMs)}.`,
  tryingAgainIn: (ms: number) => (ms <= 0 ? 'Trying again now.' : `Trying again in ${duration(ms)}.`),
  trying: () => 'Trying…',
  serverGone: () =>
    'Fairlead itself does not answer. If you use a port-forward, start it again; this page reconnects on its own. If Fairlead was started anew, open the address it printed, in this tab or any other; drafts are kept.',
  workerStopped: () => 'The worker of this page stopped.',
  pasteAddress: () => 'Paste address',
  catchingUp: (changes: number | undefined) =>
    changes === undefined || changes === 0
      ? 'Back. Loading what you missed.'
      : `Back. Loading ${count(changes)} ${plural(changes, { one: 'change', other: 'changes' })} you missed.`,
  forbiddenKinds: (verb: 'list' | 'watch', kinds: readonly string[], namespaces: readonly string[]) =>
    `You may not ${verb} ${list(kinds)}${namespaces.length === 0 ? '' : ` in ${list(namespaces)}`}.`,
  withoutPods: () => 'Services are shown without endpoints.',
  askFor: (resources: readonly string[]) =>
    `Ask for \`get, list, watch\` on ${list(resources.map((resource) => `\`${resource}\``))}.`,
  copyRole: () => 'Copy a Role',
  roleCopied: () => 'Role copied',
  forbiddenAll: () => 'This identity may not list anything Fairlead shows.',
  signedInAs: (user: string) => `Signed in as \`${user}\`.`,
  notServed: (kinds: readonly Kind[]) => `The API server does not serve ${list(kinds)}.`,
  noCluster: () =>
    'No cluster is configured. Start Fairlead with `--kubeconfig`, or try the demo: `fairlead demo`.',
  unknownContext: (context: string) => `There is no context “${context}”.`,
  unknownContextHint: () => 'Choose one of those that the kubeconfig has.',
  paste: {
    title: () => 'This tab has no key to Fairlead yet',
    text: () =>
      'Fairlead prints an address when it starts. Open that address, or paste it here: the key stays in this tab and is not sent anywhere else.',
    field: () => 'Address that Fairlead printed',
    placeholder: () => 'http://127.0.0.1:7420/#t=…',
    submit: () => 'Open',
    noToken: () => 'This address carries no key. It ends with #t= and a long text.',
    refused: () => 'This key is not the one of the Fairlead that runs now. Copy the address it printed last.',
    otherTab: () => 'A tab of this browser that is already open would hand its key over on its own.',
  },
  starting: () => 'Opening Fairlead…',
  notFound: () => 'There is no such page.',
  toGraph: () => 'To the graph',
  pageFailed: () => 'This page failed and the rest still works.',
  shortcuts: {
    title: () => 'Keys',
    off: () => 'Single-letter keys are switched off in Settings.',
    groups: {
      everywhere: () => 'Everywhere',
      lists: () => 'Lists',
      graph: () => 'Graph',
      editor: () => 'Editor',
    },
    search: () => 'Search and commands',
    filter: () => 'Filter of the current list',
    go: (page: string) => `Go to ${page}`,
    region: () => 'Next region; with Shift the previous one',
    view: () => 'Graph or table',
    pause: () => 'Pause or resume updates',
    problems: () => 'Previous, next problem',
    edit: () => 'Edit the selection as form, as YAML',
    undo: () => 'Undo an edit',
    redo: () => 'Redo an edit',
    check: () => 'Check with the cluster',
    quickFix: () => 'Fix what is wrong here',
    apply: () => 'Apply',
    nextChoice: () => 'Next choice of a conflict',
    choose: () => 'Choose yours, theirs, something else',
    help: () => 'This list',
    close: () => 'Close the panel, then leave the focus',
    open: () => 'Open the panel',
    rows: () => 'Row up, row down',
    column: () => 'Up, down in the column',
    pages: () => 'Page up, page down',
    ends: () => 'First, last',
    columnEnds: () => 'First, last in the column',
    along: () => 'Along the edge; asks which one when there are several',
    focus: () => 'Focus on this; again to leave',
    expand: () => 'Expand or fold Pods, rules, namespaces',
    zoom: () => 'Zoom, 100 %',
    zoomFit: () => 'Show everything',
  },
  settingsPage: {
    theme: () => 'Theme',
    themes: { system: () => 'As the system', light: () => 'Light', dark: () => 'Dark' },
    density: () => 'Density of tables',
    densities: { compact: () => 'Compact', comfortable: () => 'Comfortable' },
    keys: () => 'Single-letter keys',
    keysHelp: () => 'G, V, P and the like work while no text field has the focus.',
    on: () => 'On',
    off: () => 'Off',
    data: () => 'Data kept in this browser',
    dataHelp: () => 'The choices of this page and the width of the details panel. Nothing of any cluster.',
    forget: () => 'Delete',
    forgotten: () => 'The choices are back to what they were at first.',
    about: () => 'About',
    version: (version: string) => `Fairlead ${version}, Apache License 2.0.`,
  },
});

export type ShellMessages = ReturnType<typeof buildShellMessages>;
