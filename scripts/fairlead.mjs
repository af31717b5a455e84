// npm run -s fairlead -- <sub-command>: the program from a checkout, with nothing else on standard output.
import { spawn } from 'node:child_process';

import { refuseOldNode } from './check-node.mjs';
import { ensureBuilt, ensureInstalled, program } from './prepare.mjs';

refuseOldNode();
await ensureInstalled();
await ensureBuilt();
const child = spawn(process.execPath, [program, ...process.argv.slice(2)], { stdio: 'inherit' });
for (const signal of /** @type {NodeJS.Signals[]} */ (['SIGINT', 'SIGTERM']))
  process.on(signal, () => child.kill(signal));
child.once('exit', (code) => process.exit(code ?? 1));
