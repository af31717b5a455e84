import { fileURLToPath } from 'node:url';
import type { CommandStreams } from '../command-line.ts';
import { runCommand, type Command } from '../run-command.ts';

/** What a command left behind. */
export interface Ran {
  readonly status: number;
  readonly out: string;
  readonly notices: string;
}

/** A folder of example manifests. */
export const examples = fileURLToPath(new URL('./examples', import.meta.url));

async function* chunksOf(text: string): AsyncIterable<Uint8Array> {
  yield Buffer.from(text);
}

/** Runs one sub-command as the program does, with what stands in for its process. */
export async function runForTest(
  command: Command,
  args: readonly string[],
  {
    input = '',
    isOutputTerminal = false,
  }: { readonly input?: string; readonly isOutputTerminal?: boolean } = {},
): Promise<Ran> {
  const out: string[] = [];
  const notices: string[] = [];
  const streams: CommandStreams = {
    out: (line) => out.push(`${line}\n`),
    print: async (text) => void out.push(text),
    notice: (line) => notices.push(line),
    input: () => chunksOf(input),
    isOutputTerminal,
  };
  const result = await runCommand(['it', ...args], new Map([['it', command]]), streams);
  if (result.kind === 'running') throw new Error('The command goes on');
  return { status: result.exitStatus, out: out.join(''), notices: notices.join('\n') };
}
