import { UsageError } from '../command-line.ts';

/** One of the formats a command knows; the first is the usual one. */
export function readFormat<F extends string>(text: string | undefined, known: readonly [F, ...F[]]): F {
  const [usual] = known;
  const format = known.find((each) => each === (text ?? usual));
  if (format === undefined) throw new UsageError(`--format ${text}: choose one of ${known.join(', ')}.`);
  return format;
}
