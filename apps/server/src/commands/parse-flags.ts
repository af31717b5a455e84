import { parseArgs, type ParseArgsConfig } from 'node:util';
import { UsageError } from './command-line.ts';

type Options = NonNullable<ParseArgsConfig['options']>;

type ParsedFlags<O extends Options> = ReturnType<
  typeof parseArgs<{ args: string[]; options: O; allowPositionals: false; strict: true }>
>['values'];

/** The flags of a sub-command; a flag it does not know, or one without its value, is a {@link UsageError}. */
export function parseFlags<const O extends Options>(args: readonly string[], options: O): ParsedFlags<O> {
  try {
    return parseArgs({ args: [...args], options, allowPositionals: false, strict: true }).values;
  } catch (cause) {
    if (!(cause instanceof TypeError)) throw cause;
    const [sentence = ''] = cause.message.split('. ', 1);
    throw new UsageError(`${sentence.replace(/\.$/, '')}.`, { cause });
  }
}
