import { createServer, type Server } from 'node:http';
import { once } from 'node:events';
import { expect, onTestFinished, test } from 'vitest';
import { listen } from './listen.ts';
import { openTestApp } from './testing/test-app.ts';

async function occupy(): Promise<number> {
  const server: Server = createServer().listen(0, '127.0.0.1');
  onTestFinished(() => void server.close());
  await once(server, 'listening');
  const address = server.address();
  return address !== null && typeof address === 'object' ? address.port : 0;
}

test('a port asked for by number that is taken is said to be taken', async () => {
  const port = await occupy();
  const { app } = await openTestApp();
  await expect(listen(app, { port, address: '127.0.0.1' })).rejects.toMatchObject({
    code: 'PORT_IN_USE',
    message: `Another program listens on port ${port}, or you may not use it.`,
  });
});

test('two servers without a port of their own get two ports', async () => {
  const [one, two] = [await openTestApp(), await openTestApp()];
  const ports = [
    await listen(one.app, { port: undefined, address: '127.0.0.1' }),
    await listen(two.app, { port: undefined, address: '127.0.0.1' }),
  ];
  expect(ports[1]).toBeGreaterThan(ports[0] ?? 0);
});
