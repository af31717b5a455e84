import type { Formats } from './format.ts';

/** Words of the search palette. */
export const buildSearchMessages = ({ count }: Formats) => ({
  title: () => 'Search',
  placeholder: () => 'Name, host, path, IP, port or label; > for commands',
  objects: (value: number) => `Objects ${count(value)}`,
  commands: () => 'Commands',
  nothing: (text: string) => `Nothing matches “${text}”.`,
  nothingYet: () => 'Type a name, a host, a path, an address, a port or a label such as app=orders.',
  keys: () => 'Enter opens, Ctrl Enter shows it in the graph',
  matched: {
    name: () => 'name',
    host: () => 'host',
    path: () => 'path',
    address: () => 'address',
    port: () => 'port',
    label: () => 'label',
    finding: () => 'problem',
  },
  goTo: (page: string) => `Go to ${page}`,
  toggleTheme: () => 'Switch between light and dark',
  showProblemsOnly: () => 'Show only what has problems',
  showEverything: () => 'Show everything, healthy too',
  showTable: () => 'Show the graph as a table',
  showGraph: () => 'Show the graph as a picture',
  pause: () => 'Pause updates',
  resume: () => 'Resume updates',
  keysHelp: () => 'Show the keys',
  copyAddress: () => 'Copy the address of this page',
});

export type SearchMessages = ReturnType<typeof buildSearchMessages>;
