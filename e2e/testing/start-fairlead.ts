import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

const program = fileURLToPath(new URL('../../apps/server/dist/main.js', import.meta.url));

/** What runs beside a journey until somebody stops it; stopping twice is stopping once. */
export interface Stoppable {
  readonly stop: () => Promise<void>;
}

/** A running Fairlead, as its user started it. */
export interface Fairlead extends Stoppable {
  /** The printed address, with the token in its fragment. */
  readonly address: string;
  readonly origin: string;
  readonly token: string;
}

const addressPattern = /^(http:\/\/127\.0\.0\.1:\d+)\/#t=(\S+)$/m;

/** Starts the built program with these arguments and waits for the address it prints. */
export async function startFairlead(args: readonly string[], env: NodeJS.ProcessEnv = {}): Promise<Fairlead> {
  const child = spawn(process.execPath, [program, ...args, '--no-open'], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, ...env },
  });
  let printed = '';
  let complaints = '';
  child.stderr.on('data', (part: Buffer) => (complaints += part.toString()));
  const match = await new Promise<RegExpExecArray>((resolve, reject) => {
    child.stdout.on('data', (part: Buffer) => {
      printed += part.toString();
      const found = addressPattern.exec(printed);
      if (found !== null) resolve(found);
    });
    child.once('exit', (code) =>
      reject(new Error(`fairlead ${args.join(' ')} ended with ${code}\n${printed}\n${complaints}`)),
    );
  });
  const [, origin = '', token = ''] = match;
  return {
    address: match[0],
    origin,
    token,
    stop: async () => {
      if (child.exitCode !== null || child.signalCode !== null) return;
      const gone = once(child, 'exit');
      child.kill('SIGTERM');
      await gone;
    },
  };
}
