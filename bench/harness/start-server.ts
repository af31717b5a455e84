import { once } from 'node:events';
import { rmSync } from 'node:fs';
import { mkdtemp, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import { repositoryRoot, startProcess } from './start-process.ts';

/** The built program, as its user would start it, on the simulator's cluster. */
export interface MeasuredServer {
  /** When the process was started, and when it had printed its address. */
  readonly startedAtMs: number;
  readonly readyAtMs: number;
  readonly origin: string;
  readonly token: string;
  /** The printed address, with the token in its fragment. */
  readonly address: string;
  /** Bytes that belong to the process alone, after garbage collection. */
  readMemory(): Promise<number>;
  /** The most that was resident at once; `undefined` where the system does not say. */
  readPeakMemory(): Promise<number | undefined>;
  stop(): Promise<void>;
}

export const contextName = 'bench';
const startLimitMs = 60_000;
const settleMs = 500;

const buildKubeConfig = (origin: string): string =>
  JSON.stringify({
    apiVersion: 'v1',
    kind: 'Config',
    clusters: [{ name: 'simulator', cluster: { server: origin } }],
    users: [{ name: 'bench', user: { token: 'bench' } }],
    contexts: [{ name: contextName, context: { cluster: 'simulator', user: 'bench' } }],
    'current-context': contextName,
  });

/** A figure in kB of a file under `/proc`; `undefined` on systems without. */
async function readProcBytes(path: string, name: string): Promise<number | undefined> {
  try {
    const found = new RegExp(`^${name}:\\s+(\\d+) kB$`, 'm').exec(await readFile(path, 'utf8'));
    return found === null ? undefined : Number(found[1]) * 1024;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    throw error;
  }
}

export async function startServer(clusterOrigin: string): Promise<MeasuredServer> {
  const folder = await mkdtemp(join(tmpdir(), 'fairlead-bench-'));
  const removeFolder = (): void => rmSync(folder, { recursive: true, force: true });
  process.once('exit', removeFolder);
  const kubeConfig = join(folder, 'kubeconfig.json');
  await writeFile(kubeConfig, buildKubeConfig(clusterOrigin), { mode: 0o600 });
  const preload = pathToFileURL(join(repositoryRoot, 'bench/harness/answer-memory.mjs')).href;
  const program = join(repositoryRoot, 'apps/server/dist/main.js');
  const started = await startProcess(
    [
      '--expose-gc',
      '--import',
      preload,
      program,
      'serve',
      '--kubeconfig',
      kubeConfig,
      '--no-open',
      '--port',
      '0',
    ],
    { pattern: /^(http:\/\/127\.0\.0\.1:\d+)\/#t=(\S+)$/m, limitMs: startLimitMs },
  );
  const readyAtMs = Date.now();
  const { child, match } = started;
  const [address = '', origin = '', token = ''] = match;
  return {
    startedAtMs: started.startedAtMs,
    readyAtMs,
    origin,
    token,
    address,
    readMemory: async () => {
      await sleep(settleMs);
      child.send('collect');
      await once(child, 'message');
      await sleep(settleMs);
      const answered = once(child, 'message');
      child.send('collect');
      const [{ rss }] = (await answered) as [{ rss: number }];
      return (await readProcBytes(`/proc/${child.pid}/smaps_rollup`, 'Private_Dirty')) ?? rss;
    },
    readPeakMemory: () => readProcBytes(`/proc/${child.pid}/status`, 'VmHWM'),
    stop: async () => {
      await started.stop();
      process.off('exit', removeFolder);
      removeFolder();
    },
  };
}
