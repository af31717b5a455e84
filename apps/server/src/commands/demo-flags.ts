import { UsageError } from './command-line.ts';
import { listenHelp, listenOptions, readListenFlags, type ListenFlags } from './listen-flags.ts';
import { parseFlags } from './parse-flags.ts';

export interface DemoFlags extends ListenFlags {
  /** The same seed tells the same story. */
  readonly seed: number;
}

const defaultSeed = 7420;

export const demoHelp = `fairlead demo: show the demo cluster, which lives inside the program and is read-only

  --seed N              tell another story (default ${defaultSeed})
${listenHelp}`;

/** The flags, or the help that was asked for. */
export function parseDemoFlags(args: readonly string[]): DemoFlags | 'help' {
  const values = parseFlags(args, { seed: { type: 'string' }, ...listenOptions });
  if (values.help === true) return 'help';
  const seed = values.seed ?? String(defaultSeed);
  if (!/^[0-9]{1,9}$/.test(seed)) throw new UsageError(`--seed ${seed} is no whole number.`);
  return { ...readListenFlags(values), seed: Number(seed) };
}
