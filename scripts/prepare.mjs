// Brings a checkout into the state in which it can run: dependencies installed, sources built. Does nothing twice.
import { existsSync } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';

import { build } from './build.mjs';
import { fingerprintOfDependencies, fingerprintOfSources } from './fingerprint.mjs';
import { root, run } from './run-tool.mjs';

const installMark = join(root, 'node_modules', '.fairlead-installed');
const buildMark = join(root, '.cache', 'built');
const builtProgram = join(root, 'apps', 'server', 'dist', 'main.js');
const builtPage = join(root, 'apps', 'web', 'dist', 'index.html');

const readMark = async (path) => (existsSync(path) ? readFile(path, 'utf8') : '');

async function writeMark(path, mark) {
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, mark);
}

/** Installs what the lockfile says with the pinned pnpm, unless that is there already. Progress goes to standard error. */
export async function ensureInstalled() {
  const wanted = await fingerprintOfDependencies();
  if ((await readMark(installMark)) === wanted) return;
  const { packageManager } = JSON.parse(await readFile(join(root, 'package.json'), 'utf8'));
  console.error('Installing dependencies (once; about a minute on a new machine)');
  const args = ['--yes', packageManager, 'install', '--frozen-lockfile', '--reporter=append-only'];
  const { code } = await run('npx', args, { toStderr: true, env: { CI: 'true' } });
  if (code !== 0) {
    console.error(
      `Installing failed with status ${code}; the lines above say why. Check the connection to the npm registry and run the same command again: nothing is left half-done.`,
    );
    process.exit(code);
  }
  await writeMark(installMark, wanted);
}

/** Builds program and page, unless nothing changed since the last build. Progress goes to standard error. */
export async function ensureBuilt() {
  const wanted = await fingerprintOfSources();
  if ((await readMark(buildMark)) === wanted && existsSync(builtProgram) && existsSync(builtPage)) return;
  console.error('Building Fairlead');
  const code = await build({ toStderr: true });
  if (code !== 0) {
    console.error('The build failed; the lines above say where.');
    process.exit(code);
  }
  await writeMark(buildMark, wanted);
}

/** The built program, for `node`. */
export const program = builtProgram;
