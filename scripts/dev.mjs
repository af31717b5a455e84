// pnpm dev: server from sources with restart on change, page by Vite with hot reload; no build. On the demo cluster, or
// with --cluster (pnpm dev:cluster) on the one your kubeconfig names. Further flags go to the server.
import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';

import { root, toolPath } from './run-tool.mjs';

const args = process.argv.slice(2);
const command = args.includes('--cluster') ? 'serve' : 'demo';
const passed = args.filter((arg) => arg !== '--cluster');
const serverPort = '7421';
const token = randomBytes(32).toString('base64url');
const isWindows = process.platform === 'win32';
const start = (tool, toolArgs, options) =>
  spawn(toolPath(tool), toolArgs, { stdio: 'inherit', shell: isWindows, ...options });

const server = start(
  'tsx',
  [
    'watch',
    '--conditions=source',
    'apps/server/src/main.ts',
    command,
    '--port',
    serverPort,
    '--no-open',
    ...passed,
  ],
  {
    cwd: root,
    env: { ...process.env, FAIRLEAD_TOKEN: token },
  },
);
const page = start('vite', ['--config', 'vite.config.ts', '--port', '7420', '--strictPort'], {
  cwd: `${root}/apps/web`,
  env: { ...process.env, FAIRLEAD_DEV_SERVER: `http://127.0.0.1:${serverPort}` },
});
for (const signal of /** @type {NodeJS.Signals[]} */ (['SIGINT', 'SIGTERM'])) {
  process.on(signal, () => {
    server.kill(signal);
    page.kill(signal);
  });
}
for (const child of [server, page]) child.once('exit', (code) => process.exit(code ?? 0));
console.log(`http://127.0.0.1:7420/#t=${token}`);
