import { parseArgs, type ParseArgsConfig } from 'node:util';
import { UsageError } from './command-line.ts';

type Options = NonNullable<ParseArgsConfig['options']>;

type Parsed<O extends Options> = ReturnType<
  typeof parseArgs<{ args: string[]; options: O; allowPositionals: true; strict: true }>
>;

function parse<const O extends Options>(
  args: readonly string[],
  options: O,
  allowPositionals: boolean,
): Parsed<O> {
  try {
    return parseArgs({ args: [...args], options, allowPositionals, strict: true });
  } catch (cause) {
    if (!(cause instanceof TypeError)) throw cause;
    const [sentence = ''] = cause.message.split('. ', 1);
    throw new UsageError(`${sentence.replace(/\.$/, '')}.`, { cause });
  }
}

/** The flags of a sub-command; a flag it does not know, or one without its value, is a {@link UsageError}. */
export const parseFlags = <const O extends Options>(
  args: readonly string[],
  options: O,
): Parsed<O>['values'] => parse(args, options, false).values;

/** The same for a sub-command that is given words beside its flags. */
export function parseFlagsAndWords<const O extends Options>(
  args: readonly string[],
  options: O,
): { readonly values: Parsed<O>['values']; readonly words: readonly string[] } {
  const { values, positionals } = parse(args, options, true);
  return { values, words: positionals };
}
