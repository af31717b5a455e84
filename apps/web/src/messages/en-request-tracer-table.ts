import type { Formats } from './format.ts';

const plain = (text: string): string => text.replaceAll('`', '');

/** What the table says of a traced request. */
export const buildTraceTableMessages = ({ list }: Formats) => {
  const hopWords = (hops: readonly number[]): string => {
    const [first = 0] = hops;
    const last = hops.at(-1) ?? first;
    if (hops.length === 1) return `hop ${first}`;
    return hops.length > 2 && last - first === hops.length - 1
      ? `hops ${first} to ${last}`
      : `hops ${list(hops.map(String))}`;
  };
  return {
    column: () => 'Trace',
    first: () => 'what the traced request meets comes first',
    passes: ({ hops, wins }: { readonly hops: readonly number[]; readonly wins: boolean }) =>
      `${wins ? 'wins' : 'passes'}, ${hopWords(hops)}`,
    /** `why`: a sentence, or several. */
    breaks: ({ hop, wins }: { readonly hop: number; readonly wins: boolean }, why: string) =>
      `${wins ? 'wins, ' : ''}breaks at hop ${hop} of 7: ${plain(why)}`,
    loses: (note: string, why: string) => `loses, ${note}${why === '' ? '' : `: ${plain(why)}`}`,
  };
};
