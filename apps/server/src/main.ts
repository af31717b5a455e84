#!/usr/bin/env node
import { writeSync } from 'node:fs';
import type { Command } from './commands/run-command.ts';
import { runCommand } from './commands/run-command.ts';
import type { RunningServer } from './commands/run-server.ts';

/** Loaded when asked for: a command that reads files loads no server, `serve` never loads the demo cluster. */
const commands: ReadonlyMap<string, Command> = new Map<string, Command>([
  ['serve', async (args, streams) => (await import('./commands/serve.ts')).serve(args, streams)],
  ['demo', async (args, streams) => (await import('./commands/demo.ts')).demo(args, streams)],
  ['trace', async (args, streams) => (await import('./commands/trace/trace.ts')).trace(args, streams)],
  ['check', async (args, streams) => (await import('./commands/check/check.ts')).check(args, streams)],
  ['diff', async (args, streams) => (await import('./commands/diff/diff.ts')).diff(args, streams)],
  ['graph', async (args, streams) => (await import('./commands/graph/graph.ts')).graph(args, streams)],
  [
    'completion',
    async (args, streams) => (await import('./commands/completion/completion.ts')).completion(args, streams),
  ],
  [
    'test',
    async (args, streams) =>
      (await import('./commands/routes-test/routes-test.ts')).routesTest(args, streams),
  ],
]);

const standardOutput = 1;

/** Whoever reads our output may have read enough, such as `head`. */
process.stdout.on('error', (error: Error) => {
  if ('code' in error && error.code === 'EPIPE') process.exit(process.exitCode ?? 0);
  throw error;
});

const result = await runCommand(process.argv.slice(2), commands, {
  // Written at once: a script that waits for the address must not wait for a buffer.
  out: (line) => writeSync(standardOutput, `${line}\n`),
  print: (text) =>
    new Promise((resolve, reject) => {
      process.stdout.write(text, (error) => (error ? reject(error) : resolve()));
    }),
  notice: (line) => process.stderr.write(`${line}\n`),
  input: () => process.stdin,
  isOutputTerminal: process.stdout.isTTY,
});
if (result.kind === 'done') process.exitCode = result.exitStatus;
else stopOnSignal(result.server);

/** The first signal lets requests finish; the second one does not wait. */
function stopOnSignal(server: RunningServer): void {
  let isStopping = false;
  const stop = (): void => {
    if (isStopping) process.exit(1);
    isStopping = true;
    server.stop().then(
      () => process.exit(0),
      (error: unknown) => {
        process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
        process.exit(1);
      },
    );
  };
  process.on('SIGINT', stop);
  process.on('SIGTERM', stop);
}
