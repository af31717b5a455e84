// Compiles packages and server to plain JavaScript and bundles the page.
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

import { root, run } from './run-tool.mjs';

const page = join(root, 'apps', 'web');

/** Resolves with the exit status of the first step that failed, or 0. */
export async function build({ toStderr = false } = {}) {
  const compiled = await run('tsc', ['-b'], { toStderr });
  if (compiled.code !== 0) return compiled.code;
  const bundled = await run('vite', ['build', '--config', 'vite.config.ts', '--logLevel', 'warn'], {
    cwd: page,
    toStderr,
  });
  return bundled.code;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) process.exit(await build());
