import { readVersion } from '../version.ts';
import { UsageError, type CommandStreams } from './command-line.ts';
import type { RunningServer } from './run-server.ts';

/** What became of a command: it is done, with this exit status, or it goes on until it is stopped. */
export type CommandResult =
  | { readonly kind: 'done'; readonly exitStatus: number }
  | { readonly kind: 'running'; readonly server: RunningServer };

export type Command = (
  args: readonly string[],
  streams: CommandStreams,
) => Promise<RunningServer | undefined>;

const usageStatus = 2;
const failureStatus = 1;

const later: ReadonlyMap<string, string> = new Map([
  ['check', 'finds problems in manifests or a cluster'],
  ['trace', 'says where a request goes, and why'],
  ['test', 'holds a cluster against expectations'],
  ['diff', 'says what a change of manifests means for requests'],
  ['graph', 'prints the picture'],
]);

const help = `fairlead: see how traffic gets from an Ingress to a Service to a Pod

  fairlead demo         show the demo cluster, which lives inside the program
  fairlead serve        show the cluster of a kubeconfig
  fairlead version      print the version
  fairlead help         show this

fairlead demo --help and fairlead serve --help list the flags.
With a later version: ${[...later.keys()].join(', ')}.`;

const done = (exitStatus: number): CommandResult => ({ kind: 'done', exitStatus });

/** Picks the sub-command. Wrong words end with status 2, what cannot be done with status 1, each with a reason. */
export async function runCommand(
  [name = 'help', ...args]: readonly string[],
  commands: ReadonlyMap<string, Command>,
  streams: CommandStreams,
): Promise<CommandResult> {
  if (['help', '--help', '-h'].includes(name)) streams.out(help);
  else if (['version', '--version', '-v'].includes(name)) streams.out(readVersion());
  else return runNamed(name, commands.get(name), { args, streams });
  return done(0);
}

async function runNamed(
  name: string,
  command: Command | undefined,
  { args, streams }: { readonly args: readonly string[]; readonly streams: CommandStreams },
): Promise<CommandResult> {
  if (command === undefined) {
    streams.notice(explainUnknown(name));
    return done(usageStatus);
  }
  try {
    const server = await command(args, streams);
    return server === undefined ? done(0) : { kind: 'running', server };
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    if (error instanceof UsageError) {
      streams.notice(`${error.message}\nfairlead ${name} --help lists the flags.`);
      return done(usageStatus);
    }
    streams.notice(explainFailure(error));
    return done(failureStatus);
  }
}

function explainUnknown(name: string): string {
  const purpose = later.get(name);
  if (purpose !== undefined) return `fairlead ${name} (${purpose}) comes with a later version.`;
  return `There is no fairlead ${name}. fairlead help lists what there is.`;
}

/** An expected problem in its own two sentences; anything else is a bug and shows where. */
function explainFailure(error: Error): string {
  if ('hint' in error && 'code' in error)
    return `${error.message} ${String(error.hint)} (${String(error.code)})`;
  return `Fairlead made a mistake: ${error.stack ?? error.message}`;
}
