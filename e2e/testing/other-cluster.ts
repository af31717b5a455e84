import { once } from 'node:events';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { request } from 'node:https';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { kubectl } from './real-cluster.ts';
import type { Stoppable } from './start-fairlead.ts';

/** A second cluster in the eyes of everybody: the same API server with another identity. */
export interface OtherCluster extends Stoppable {
  /** A copy of the kubeconfig in which context `other` leads to it. */
  readonly kubeconfig: string;
  /** Method and path of every write that came this way. */
  readonly listWrites: () => readonly string[];
}

const field = (text: string, name: string): string => {
  const value = new RegExp(`${name}: (\\S+)`).exec(text)?.[1];
  if (value === undefined) throw new Error(`The kubeconfig has no ${name}`);
  return value;
};

/** What tells clusters apart is the uid of namespace kube-system: it is another one here. */
const isIdentity = (path: string): boolean => path.split('?')[0] === '/api/v1/namespaces/kube-system';

export async function openOtherCluster(kubeconfig: string): Promise<OtherCluster> {
  const text = await kubectl('config', 'view', '--raw', '--minify', '--flatten');
  const decode = (name: string): Buffer => Buffer.from(field(text, name), 'base64');
  const upstream = new URL(field(text, 'server'));
  const keys = {
    ca: decode('certificate-authority-data'),
    cert: decode('client-certificate-data'),
    key: decode('client-key-data'),
  };
  const writes: string[] = [];
  const server = createServer((incoming, outgoing) => {
    const { method = 'GET', url = '/', headers } = incoming;
    const isDryRun = url.includes('dryRun=');
    const isReview = url.includes('selfsubject');
    if (method !== 'GET' && !isDryRun && !isReview) writes.push(`${method} ${url}`);
    const { host: _, authorization: __, 'accept-encoding': ___, ...rest } = headers;
    const forwarded = request(
      { ...keys, host: upstream.hostname, port: upstream.port, method, path: url, headers: rest },
      (reply) => {
        const { statusCode = 502, headers: replyHeaders } = reply;
        if (!isIdentity(url)) {
          outgoing.writeHead(statusCode, replyHeaders);
          reply.pipe(outgoing);
          return;
        }
        const parts: Buffer[] = [];
        reply.on('data', (part: Buffer) => parts.push(part));
        reply.on('end', () => {
          const { 'content-length': ____, ...kept } = replyHeaders;
          outgoing.writeHead(statusCode, kept);
          outgoing.end(
            Buffer.concat(parts)
              .toString()
              .replace(/"uid":\s*"[^"]+"/, '"uid":"00000000-0000-4000-8000-000000000002"'),
          );
        });
      },
    );
    // A watch that either end lets go of ends at the other.
    forwarded.on('error', () => outgoing.destroy());
    outgoing.on('close', () => forwarded.destroy());
    incoming.pipe(forwarded);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const folder = await mkdtemp(join(tmpdir(), 'fairlead-e2e-'));
  const copy = join(folder, 'kubeconfig');
  const original = await readFile(kubeconfig, 'utf8');
  await writeFile(copy, original, { mode: 0o600 });
  const config = (...args: readonly string[]): Promise<string> =>
    kubectl('config', `--kubeconfig=${copy}`, ...args);
  await config('set-cluster', 'other', `--server=http://127.0.0.1:${port}`);
  await config('set-credentials', 'other', '--token=none');
  await config('set-context', 'other', '--cluster=other', '--user=other', '--namespace=default');
  return {
    kubeconfig: copy,
    listWrites: () => [...writes],
    stop: async () => {
      server.closeAllConnections();
      server.close();
      await rm(folder, { recursive: true });
    },
  };
}
