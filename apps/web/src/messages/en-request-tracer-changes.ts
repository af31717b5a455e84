import type { Formats } from './format.ts';

/** Words of the requests that a draft changes. */
export const buildRequestChangeMessages = ({ count, plural }: Formats) => ({
  title: () => 'Requests',
  none: () => 'No request changes.',
  proven: (n: number) =>
    `Proven: all ${count(n)} ${plural(n, { one: 'kind', other: 'kinds' })} of requests that rules can tell apart were compared.`,
});
