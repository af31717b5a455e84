#!/usr/bin/env node
import { writeSync } from 'node:fs';
import type { Command } from './commands/run-command.ts';
import { runCommand } from './commands/run-command.ts';
import type { RunningServer } from './commands/run-server.ts';

/** Loaded when asked for: `serve` never loads the demo cluster. */
const commands: ReadonlyMap<string, Command> = new Map<string, Command>([
  ['serve', async (args, streams) => (await import('./commands/serve.ts')).serve(args, streams)],
  ['demo', async (args, streams) => (await import('./commands/demo.ts')).demo(args, streams)],
]);

const standardOutput = 1;

const result = await runCommand(process.argv.slice(2), commands, {
  // Written at once: a script that waits for the address must not wait for a buffer.
  out: (line) => writeSync(standardOutput, `${line}\n`),
  notice: (line) => process.stderr.write(`${line}\n`),
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
