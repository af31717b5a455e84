import { readVersion } from '../version.ts';
import { exitStatus, UsageError, type CommandStreams } from './command-line.ts';
import { InputProblem } from './input/input-problem.ts';
import type { RunningServer } from './run-server.ts';

/** What became of a command: it is done, with this exit status, or it goes on until it is stopped. */
export type CommandResult =
  | { readonly kind: 'done'; readonly exitStatus: number }
  | { readonly kind: 'running'; readonly server: RunningServer };

/** What a command leaves behind: a server that goes on, an exit status, or nothing, which is good. */
export type Command = (
  args: readonly string[],
  streams: CommandStreams,
) => Promise<RunningServer | number | undefined>;

const help = `fairlead: see how traffic gets from an Ingress to a Service to a Pod

  fairlead demo         show the demo cluster, which lives inside the program
  fairlead serve        show the cluster of a kubeconfig

  fairlead trace        say where a request goes, and why
  fairlead check        find problems in manifests or a cluster
  fairlead graph        print the picture
  fairlead diff         say which requests a change of manifests moves
  fairlead test         hold manifests or a cluster against expected routes

  fairlead completion   print a completion script for bash, zsh or fish
  fairlead version      print the version
  fairlead help         show this

fairlead COMMAND --help shows flags and examples. Exit status: 0 good, 1 a bad answer, 2 no answer.`;

const done = (status: number): CommandResult => ({ kind: 'done', exitStatus: status });

/** Picks the sub-command. Wrong words and unusable input end with status 2, what cannot be done with status 1, each with a reason. */
export async function runCommand(
  [name = 'help', ...args]: readonly string[],
  commands: ReadonlyMap<string, Command>,
  streams: CommandStreams,
): Promise<CommandResult> {
  if (['help', '--help', '-h'].includes(name)) streams.out(help);
  else if (['version', '--version', '-v'].includes(name)) streams.out(readVersion());
  else return runNamed(name, commands.get(name), { args, streams });
  return done(exitStatus.good);
}

async function runNamed(
  name: string,
  command: Command | undefined,
  { args, streams }: { readonly args: readonly string[]; readonly streams: CommandStreams },
): Promise<CommandResult> {
  if (command === undefined) {
    streams.notice(`There is no fairlead ${name}. fairlead help lists what there is.`);
    return done(exitStatus.unusable);
  }
  try {
    const end = await command(args, streams);
    return typeof end === 'object' ? { kind: 'running', server: end } : done(end ?? exitStatus.good);
  } catch (error) {
    return done(tellProblem(name, error, streams));
  }
}

/** The exit status of a command that threw. */
function tellProblem(name: string, error: unknown, { notice }: CommandStreams): number {
  if (!(error instanceof Error)) throw error;
  if (error instanceof UsageError) {
    notice(`${error.message}\nfairlead ${name} --help lists the flags.`);
    return exitStatus.unusable;
  }
  if (error instanceof InputProblem) {
    notice(error.message);
    return exitStatus.unusable;
  }
  notice(explainFailure(error));
  return exitStatus.bad;
}

/** An expected problem in its own two sentences; anything else is a bug and shows where. */
function explainFailure(error: Error): string {
  if ('hint' in error && 'code' in error)
    return `${error.message} ${String(error.hint)} (${String(error.code)})`;
  return `Fairlead made a mistake: ${error.stack ?? error.message}`;
}
