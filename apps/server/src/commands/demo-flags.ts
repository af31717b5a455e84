import { UsageError } from './command-line.ts';
import { listenHelp, listenOptions, readListenFlags, type ListenFlags } from './listen-flags.ts';
import { parseFlags } from './parse-flags.ts';

export interface DemoFlags extends ListenFlags {
  /** The same seed tells the same story. */
  readonly seed: number;
  /** Edits are applied to the demo cluster. */
  readonly isWritable: boolean;
}

const defaultSeed = 7420;

export const demoHelp = `fairlead demo: show the demo cluster, which lives inside the program and is read-only

  --writable            let edits change the demo cluster; they are gone when it ends
  --seed N              tell another story (default ${defaultSeed})
${listenHelp}`;

/** The flags, or the help that was asked for. */
export function parseDemoFlags(args: readonly string[]): DemoFlags | 'help' {
  const values = parseFlags(args, {
    seed: { type: 'string' },
    writable: { type: 'boolean' },
    ...listenOptions,
  });
  if (values.help === true) return 'help';
  const seed = values.seed ?? String(defaultSeed);
  if (!/^[0-9]{1,9}$/.test(seed)) throw new UsageError(`--seed ${seed} is no whole number.`);
  const isWritable = values.writable === true;
  const flags = readListenFlags(values);
  if (isWritable && flags.isReadOnly)
    throw new UsageError('--writable and --read-only exclude each other: leave one of them out.');
  return { ...flags, seed: Number(seed), isWritable };
}
