import { createHash } from 'node:crypto';
import { readdir, readFile, stat } from 'node:fs/promises';
import { join, relative } from 'node:path';

import { root } from './run-tool.mjs';

const left = new Set(['node_modules', 'dist', 'coverage', '.git', 'test-results']);

async function listFiles(folder) {
  const entries = await readdir(folder, { withFileTypes: true });
  const lists = entries
    .filter(({ name }) => !left.has(name) && !name.endsWith('.tsbuildinfo'))
    .map((entry) => (entry.isDirectory() ? listFiles(join(folder, entry.name)) : [join(folder, entry.name)]));
  return (await Promise.all(lists)).flat();
}

/** Changes when a source, a manifest or the compiler's settings change; names, sizes and times only, so it is quick. */
export async function fingerprintOfSources() {
  const files = [
    ...(await listFiles(join(root, 'packages'))),
    ...(await listFiles(join(root, 'apps'))),
    ...['package.json', 'tsconfig.json', 'tsconfig.base.json', 'pnpm-lock.yaml'].map((name) =>
      join(root, name),
    ),
  ];
  const hash = createHash('sha256').update(process.versions.node);
  for (const file of files.sort()) {
    const { size, mtimeMs } = await stat(file);
    hash.update(`${relative(root, file)}\n${size}\n${mtimeMs}\n`);
  }
  return hash.digest('hex');
}

/** Changes when other dependencies are wanted, or another Node runs them. */
export async function fingerprintOfDependencies() {
  const hash = createHash('sha256').update(
    `${process.versions.node}\n${process.platform}\n${process.arch}\n`,
  );
  hash.update(await readFile(join(root, 'pnpm-lock.yaml')));
  hash.update(await readFile(join(root, 'pnpm-workspace.yaml')));
  return hash.digest('hex');
}
