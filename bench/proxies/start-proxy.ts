import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { connect, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { writeHaproxyFiles } from './haproxy-config.ts';
import { writeNginxConfig } from './nginx-config.ts';
import type { ProxyHost } from './proxy-rules.ts';

export type ProxyName = 'nginx' | 'haproxy';

/** A proxy on a loopback port of its own. */
export interface RunningProxy {
  readonly name: ProxyName;
  readonly port: number;
  /** CPU time that it has taken so far. */
  readCpuMs(): Promise<number>;
  stop(): Promise<void>;
}

/** What a proxy says of itself; `undefined` where it is not installed. */
export function findProxyVersion(name: ProxyName): string | undefined {
  const { status, stdout, stderr } = spawnSync(name, ['-v'], { encoding: 'utf8' });
  return status === 0 ? /[\d.]{3,}/.exec(`${stdout}${stderr}`)?.[0] : undefined;
}

async function findFreePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  if (address === null || typeof address === 'string') throw new Error('No port was given.');
  return address.port;
}

function canConnect(port: number): Promise<boolean> {
  const socket = connect(port, '127.0.0.1');
  return new Promise((resolve) => {
    socket.once('connect', () => resolve(true)).once('error', () => resolve(false));
  }).then((isOpen) => {
    socket.destroy();
    return isOpen === true;
  });
}

const tickMs = 10;

/** User and system time of a process, from where Linux tells it. */
async function readCpuMs(pid: number | undefined): Promise<number> {
  const text = await readFile(`/proc/${pid}/stat`, 'utf8');
  const fields = text.slice(text.lastIndexOf(')') + 2).split(' ');
  return (Number(fields[11]) + Number(fields[12])) * tickMs;
}

const startLimitMs = 60_000;
const lookAgainMs = 50;

async function waitUntilOpen(port: number, complain: () => Error): Promise<void> {
  for (let waitedMs = 0; !(await canConnect(port)); waitedMs += lookAgainMs) {
    if (waitedMs > startLimitMs) throw complain();
    await new Promise((resolve) => setTimeout(resolve, lookAgainMs));
  }
}

/** Runs a proxy that has these rules, in a folder that goes when it does. */
export async function startProxy(name: ProxyName, hosts: readonly ProxyHost[]): Promise<RunningProxy> {
  const folder = await mkdtemp(join(tmpdir(), `fairlead-bench-${name}-`));
  const port = await findFreePort();
  const files =
    name === 'nginx'
      ? new Map([['nginx.conf', writeNginxConfig(hosts, folder, port)]])
      : writeHaproxyFiles(hosts, folder, port);
  for (const [file, text] of files) await writeFile(join(folder, file), text);
  const args =
    name === 'nginx'
      ? ['-p', folder, '-c', join(folder, 'nginx.conf'), '-e', join(folder, 'error.log')]
      : ['-db', '-q', '-f', join(folder, 'haproxy.cfg')];
  const child = spawn(name, args, { stdio: ['ignore', 'ignore', 'pipe'] });
  let complaints = '';
  child.stderr.on('data', (part: Buffer) => (complaints = `${complaints}${part.toString()}`.slice(-2_000)));
  const end = (): boolean => child.kill('SIGTERM');
  process.once('exit', end);
  const stop = async (): Promise<void> => {
    process.removeListener('exit', end);
    if (child.exitCode === null && child.signalCode === null) {
      const gone = once(child, 'exit');
      child.kill('SIGTERM');
      await gone;
    }
    await rm(folder, { recursive: true, force: true });
  };
  try {
    const failure = (): Error => new Error(`${name} does not listen: ${complaints}`);
    const ended = once(child, 'exit').then(() => Promise.reject(failure()));
    await Promise.race([waitUntilOpen(port, failure), ended]);
    ended.catch(() => undefined);
  } catch (error) {
    await stop();
    throw error;
  }
  return { name, port, readCpuMs: () => readCpuMs(child.pid), stop };
}
