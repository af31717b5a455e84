import type { GraphRow } from '@fairlead/resource-graph';

/** The short name of a row, as one would say it; `undefined` for rows that no edge and no focus is about. */
function rowName(row: GraphRow): string | undefined {
  switch (row.kind) {
    case 'host':
      return row.host === '' ? 'any other host' : row.host;
    case 'path':
      return `${row.host === '' ? 'any other host, ' : row.host}${row.path === '' ? ' every path' : row.path}`;
    case 'default-backend':
      return 'any other request';
    case 'port':
      return `${row.name} ${row.port}`.trim();
    default:
      return undefined;
  }
}

/** Words of "Focus on this" and of the choice among several edges. */
export const buildGraphFocusMessages = () => ({
  focusOnSelection: () => 'Focus on this',
  focus: () => 'Focus:',
  leave: () => 'Show everything again',
  gone: (what: string) => `${what} is not in the cluster`,
  rowName,
  choose: (side: 'left' | 'right') => (side === 'left' ? 'Where it comes from' : 'Where it leads'),
});

export type GraphFocusMessages = ReturnType<typeof buildGraphFocusMessages>;
