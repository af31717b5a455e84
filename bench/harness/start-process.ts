import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

export const repositoryRoot = fileURLToPath(new URL('../../', import.meta.url));

export interface StartedProcess {
  readonly child: ChildProcess;
  readonly startedAtMs: number;
  /** The first line on standard output that matches. */
  readonly match: RegExpExecArray;
  stop(): Promise<void>;
}

const stopLimitMs = 8_000;

/** Ends a process: asked first, then forced. */
async function stopProcess(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = once(child, 'exit');
  child.kill('SIGTERM');
  const force = setTimeout(() => child.kill('SIGKILL'), stopLimitMs);
  await gone;
  clearTimeout(force);
}

const running = new Set<ChildProcess>();
process.once('exit', () => {
  for (const child of running) child.kill('SIGKILL');
});

/** Runs Node with these arguments and waits until it prints what is looked for. */
export async function startProcess(
  args: readonly string[],
  { pattern, limitMs }: { readonly pattern: RegExp; readonly limitMs: number },
): Promise<StartedProcess> {
  const startedAtMs = Date.now();
  const child = spawn(process.execPath, [...args], {
    cwd: repositoryRoot,
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  });
  running.add(child);
  child.once('exit', () => running.delete(child));
  let [printed, complaints] = ['', ''];
  child.stderr?.on('data', (part: Buffer) => (complaints = `${complaints}${part.toString()}`.slice(-4_000)));
  const match = await new Promise<RegExpExecArray>((resolve, reject) => {
    const limit = setTimeout(() => fail(`said nothing within ${limitMs} ms`), limitMs);
    const fail = (reason: string): void => {
      clearTimeout(limit);
      child.kill('SIGKILL');
      reject(new Error(`node ${args.join(' ')} ${reason}\n${printed}\n${complaints}`));
    };
    child.stdout?.on('data', (part: Buffer) => {
      printed = `${printed}${part.toString()}`.slice(-4_000);
      const found = pattern.exec(printed);
      if (found === null) return;
      clearTimeout(limit);
      resolve(found);
    });
    child.once('exit', (code) => fail(`ended with ${code}`));
  });
  return { child, startedAtMs, match, stop: () => stopProcess(child) };
}
