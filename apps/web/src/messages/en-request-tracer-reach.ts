import type { Formats } from './format.ts';

/** Words of "Who can reach this?". */
export const buildReachMessages = ({ count, plural }: Formats) => ({
  title: () => 'Who can reach this?',
  none: () => 'No rule leads here: from outside the cluster no URL reaches it.',
  noneService: () =>
    'No Ingress rule leads here and it is not exposed: it can be reached from inside the cluster only.',
  trace: (url: string) => `Trace ${url}`,
  traceShort: () => 'Trace',
  copy: (what: string) => `Copy ${what}`,
  copied: () => 'Copied',
  more: (n: number) => `${count(n)} more ${plural(n, { one: 'URL', other: 'URLs' })}`,
  less: () => 'Show fewer',
  placeholder: () => 'The rule has a pattern for a host: “anything” stands for a part that you choose.',
});
