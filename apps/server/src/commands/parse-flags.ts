import { parseArgs, type ParseArgsConfig } from 'node:util';
import { UsageError } from './command-line.ts';

type Options = NonNullable<ParseArgsConfig['options']>;

/** The flags of a sub-command; a flag it does not know, or one without its value, is a {@link UsageError}. */
export function parseFlags<const O extends Options>(args: readonly string[], options: O) {
  try {
    return parseArgs({ args: [...args], options, allowPositionals: false, strict: true }).values;
  } catch (cause) {
    if (!(cause instanceof TypeError)) throw cause;
    const [sentence = ''] = cause.message.split('. ', 1);
    throw new UsageError(`${sentence.replace(/\.$/, '')}.`, { cause });
  }
}
