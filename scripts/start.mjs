// npm start: installs, builds and starts Fairlead. On the demo cluster, unless a flag names a cluster of your own.
import { spawn } from 'node:child_process';

import { refuseOldNode } from './check-node.mjs';
import { ensureBuilt, ensureInstalled, program } from './prepare.mjs';

refuseOldNode();
await ensureInstalled();
await ensureBuilt();

const args = process.argv.slice(2);
const namesCluster = args.some((arg) => /^--(kubeconfig|context|namespace)(=|$)/.test(arg));
const child = spawn(process.execPath, [program, namesCluster ? 'serve' : 'demo', ...args], {
  stdio: 'inherit',
  env: { FAIRLEAD_OPEN: '1', ...process.env },
});
for (const signal of /** @type {NodeJS.Signals[]} */ (['SIGINT', 'SIGTERM', 'SIGHUP']))
  process.on(signal, () => child.kill(signal));
child.once('error', (error) => {
  console.error(`Fairlead could not be started: ${error.message}`);
  process.exit(1);
});
child.once('exit', (code) => process.exit(code ?? 0));
