// Compiles packages and server to plain JavaScript and bundles the page, with compressed copies beside its files.
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';

import { root, run } from './run-tool.mjs';

const page = join(root, 'apps', 'web', 'dist');
const isText = (name) => /\.(js|css|svg|json|txt|map)$/.test(name);

async function compress(path) {
  const content = await readFile(path);
  if (content.length < 1024) return;
  const params = { [constants.BROTLI_PARAM_QUALITY]: 9, [constants.BROTLI_PARAM_SIZE_HINT]: content.length };
  await writeFile(`${path}.br`, await promisify(brotliCompress)(content, { params }));
  await writeFile(`${path}.gz`, await promisify(gzip)(content, { level: 9 }));
}

async function compressPage() {
  const entries = await readdir(page, { recursive: true, withFileTypes: true });
  const files = entries.filter(
    (entry) => entry.isFile() && isText(entry.name) && entry.parentPath.startsWith(join(page, 'assets')),
  );
  await Promise.all(files.map(({ parentPath, name }) => compress(join(parentPath, name))));
}

/** Resolves with the exit status of the first step that failed, or 0. */
export async function build({ toStderr = false } = {}) {
  const compiled = await run('tsc', ['-b'], { toStderr });
  if (compiled.code !== 0) return compiled.code;
  const bundled = await run('vite', ['build', '--config', 'vite.config.ts', '--logLevel', 'warn'], {
    cwd: join(root, 'apps', 'web'),
    toStderr,
  });
  if (bundled.code !== 0) return bundled.code;
  await compressPage();
  return 0;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) process.exit(await build());
