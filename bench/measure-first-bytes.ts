import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser } from '@playwright/test';
import type { BenchContext } from './harness/bench-context.ts';
import type { Figure } from './harness/figure.ts';
import { toSpread } from './harness/spread.ts';
import { startServer } from './harness/start-server.ts';
import { repositoryRoot } from './harness/start-process.ts';

const folder = join(repositoryRoot, 'apps/web/dist/assets');
const pictureLimitMs = 60_000;
/** Files that the editor's authors' words are in, however the bundler names them. */
const editorWords = /monaco-editor|monaco-yaml|MonacoEnvironment\?\.getWorker/;

interface PageFile {
  readonly path: string;
  readonly packedBytes: number;
  readonly isEditor: boolean;
}

/** Scripts and styles of the built page as they travel. */
function listPageFiles(): readonly PageFile[] {
  return readdirSync(folder)
    .filter((name) => /\.(?:js|css)$/.test(name))
    .map((name) => ({
      path: `/assets/${name}`,
      packedBytes: statSync(join(folder, `${name}.br`)).size,
      isEditor: editorWords.test(readFileSync(join(folder, name), 'utf8')),
    }));
}

/** Addresses that a tab asked for until its first picture was there, those of its workers included. */
async function listRequestsUntilPicture(browser: Browser, address: string): Promise<ReadonlySet<string>> {
  const context = await browser.newContext();
  try {
    const requests = new Set<string>();
    context.on('request', (request) => requests.add(new URL(request.url()).pathname));
    const page = await context.newPage();
    await page.goto(address);
    await page.getByText(/^All .* in the picture$/).waitFor({ timeout: pictureLimitMs });
    return requests;
  } finally {
    await context.close();
  }
}

const sumOf = (files: readonly PageFile[]): number =>
  files.reduce((sum, { packedBytes }) => sum + packedBytes, 0);
const kilobytes = (bytes: number): string => `${(bytes / 1000).toFixed(0)} kB`;

/** P21: scripts and styles before the first picture / all of them, and what of the YAML editor is among them. */
export async function measureFirstBytes(context: BenchContext): Promise<Figure> {
  const files = listPageFiles();
  const simulator = await context.getSimulator('F1');
  const server = await startServer(simulator.origin);
  try {
    const requests = await listRequestsUntilPicture(await context.getBrowser(), server.address);
    const first = files.filter(({ path }) => requests.has(path));
    const editor = files.filter(({ isEditor }) => isEditor);
    if (first.length === 0) throw new Error('no script of the built page was asked for');
    if (editor.length === 0) throw new Error('the editor was not found among the files of the built page');
    const editorBytes = sumOf(first.filter(({ isEditor }) => isEditor));
    const ratio = sumOf(first) / sumOf(files);
    return {
      id: 'P21',
      fixture: 'F1',
      title: 'scripts and styles before the first picture / all of them (brotli)',
      ratio: toSpread([ratio]),
      digits: 3,
      goal: '<= 0.200, editor 0 bytes',
      isMet: ratio <= 0.2 && editorBytes === 0,
      isRequired: false,
      isNoisy: false,
      product: kilobytes(sumOf(first)),
      anchor: kilobytes(sumOf(files)),
      notes: [
        `of the YAML editor: ${editorBytes} bytes; it is ${kilobytes(sumOf(editor))} in ${editor.length} files`,
      ],
    };
  } finally {
    await server.stop();
  }
}
