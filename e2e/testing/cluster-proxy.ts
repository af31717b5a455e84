import { once } from 'node:events';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { connect, createServer, isIP, type AddressInfo, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Stoppable } from './start-fairlead.ts';

/** A door between Fairlead and an API server that can be shut: all connections end and new ones are refused. */
export interface ClusterProxy extends Stoppable {
  /** A copy of the kubeconfig that leads through the door. */
  readonly kubeconfig: string;
  readonly shut: () => Promise<void>;
  readonly open: () => Promise<void>;
}

const serverPattern = /^(\s*)server:\s*https:\/\/(\S+?):(\d+)\s*$/m;

/** Joins two ends; when one is gone so is the other. */
function joinSockets(one: Socket, other: Socket): void {
  for (const [from, to] of [
    [one, other],
    [other, one],
  ] as const) {
    from.pipe(to);
    from.on('close', () => to.destroy());
    // A reset is an end like any other here; the close above follows it.
    from.on('error', () => from.destroy());
  }
}

/** Bytes go through untouched, so TLS ends at the API server: the copy names the host its certificate is for. */
export async function openClusterProxy(kubeconfig: string): Promise<ClusterProxy> {
  const text = await readFile(kubeconfig, 'utf8');
  const [line = '', indent = '', host = '', port = ''] = serverPattern.exec(text) ?? [];
  if (host === '') throw new Error(`${kubeconfig} names no server as https://host:port`);
  const open = new Set<Socket>();
  const door = createServer((client) => {
    const upstream = connect(Number(port), host);
    for (const socket of [client, upstream]) {
      open.add(socket);
      socket.on('close', () => open.delete(socket));
    }
    joinSockets(client, upstream);
  });
  const listen = async (at: number): Promise<number> => {
    door.listen(at, '127.0.0.1');
    await once(door, 'listening');
    return (door.address() as AddressInfo).port;
  };
  const doorPort = await listen(0);
  const shut = async (): Promise<void> => {
    if (!door.listening) return;
    const closed = once(door, 'close');
    door.close();
    for (const socket of open) socket.destroy();
    await closed;
  };
  const folder = await mkdtemp(join(tmpdir(), 'fairlead-e2e-'));
  const copy = join(folder, 'kubeconfig');
  // A certificate for a loopback address is for the door as well, and an address is no server name in TLS.
  const named = isIP(host) === 0 ? `\n${indent}tls-server-name: ${host}` : '';
  await writeFile(copy, text.replace(line, `${indent}server: https://127.0.0.1:${doorPort}${named}`), {
    mode: 0o600,
  });
  return {
    kubeconfig: copy,
    shut,
    open: async () => {
      await listen(doorPort);
    },
    stop: async () => {
      await shut();
      await rm(folder, { recursive: true });
    },
  };
}
