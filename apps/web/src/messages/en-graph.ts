import type { Formats } from './format.ts';

/** Words of the graph page and its table. */
export const buildGraphMessages = (_formats: Formats) => ({
  title: () => 'Graph',
});

export type GraphMessages = ReturnType<typeof buildGraphMessages>;
