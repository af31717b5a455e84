import { exitStatus, UsageError, type CommandStreams } from '../command-line.ts';
import { parseFlagsAndWords } from '../parse-flags.ts';
import { completionScript } from './completion-script.ts';
import { completionShells } from './completion-words.ts';

const help = `fairlead completion: print a completion script

  fairlead completion bash|zsh|fish

Examples:
  fairlead completion bash > ~/.local/share/bash-completion/completions/fairlead
  fairlead completion zsh > "\${fpath[1]}/_fairlead"
  fairlead completion fish > ~/.config/fish/completions/fairlead.fish`;

/** `fairlead completion`: the script for a shell. */
export async function completion(args: readonly string[], streams: CommandStreams): Promise<number> {
  const { values, words } = parseFlagsAndWords(args, { help: { type: 'boolean', short: 'h' } });
  if (values.help === true) {
    streams.out(help);
    return exitStatus.good;
  }
  const [wanted, other] = words;
  const shell = completionShells.find((each) => each === wanted);
  if (shell === undefined || other !== undefined)
    throw new UsageError(
      wanted === undefined
        ? `For which shell? One of ${completionShells.join(', ')}.`
        : `Completion is for one of ${completionShells.join(', ')}, not for ${other ?? wanted}.`,
    );
  await streams.print(completionScript(shell));
  return exitStatus.good;
}
