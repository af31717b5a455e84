import { readdir, readFile, stat } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { InputProblem } from './input-problem.ts';

export interface TextFile {
  /** As it was named, for messages. */
  readonly name: string;
  readonly text: string;
}

export interface TextSources {
  readonly workingFolder: string;
  /** Standard input, read once. */
  readonly input: () => AsyncIterable<Uint8Array>;
}

const manifestName = /\.(?:ya?ml|json)$/i;

/** Why a file could not be read, in a sentence; anything else than an error is thrown again. */
export function toReadProblem(name: string, error: unknown): InputProblem {
  if (!(error instanceof Error)) throw error;
  const code = 'code' in error ? String(error.code) : '';
  const why =
    code === 'ENOENT'
      ? 'There is no such file or directory.'
      : code === 'EACCES'
        ? 'It may not be read.'
        : `It cannot be read (${code === '' ? error.message : code}).`;
  return new InputProblem([`${name}: ${why}`], error);
}

function decode(name: string, bytes: Uint8Array): TextFile {
  try {
    return { name, text: new TextDecoder('utf-8', { fatal: true }).decode(bytes) };
  } catch (error) {
    if (error instanceof TypeError) throw new InputProblem([`${name}: It is not UTF-8 text.`], error);
    throw error;
  }
}

async function readAll(input: AsyncIterable<Uint8Array>): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of input) chunks.push(chunk);
  return Buffer.concat(chunks);
}

/** The manifests below a directory in the order of their names. Hidden files and `node_modules` are left out. */
async function listManifests(folder: string, name: string): Promise<readonly string[]> {
  const entries = await readdir(folder, { withFileTypes: true });
  const sorted = entries
    .filter((entry) => !entry.name.startsWith('.') && entry.name !== 'node_modules')
    .toSorted((a, b) => (a.name < b.name ? -1 : 1));
  const names: string[] = [];
  for (const entry of sorted) {
    const place = join(name, entry.name);
    if (entry.isDirectory()) names.push(...(await listManifests(join(folder, entry.name), place)));
    else if (manifestName.test(entry.name)) names.push(place);
  }
  return names;
}

async function readNamed(name: string, { workingFolder, input }: TextSources): Promise<readonly TextFile[]> {
  if (name === '-') return [decode('standard input', await readAll(input()))];
  const path = resolve(workingFolder, name);
  const isDirectory = (await stat(path)).isDirectory();
  const names = isDirectory ? await listManifests(path, name) : [name];
  if (names.length === 0)
    throw new InputProblem([`${name}: It holds no file that ends in .yaml, .yml or .json.`]);
  const files: TextFile[] = [];
  for (const each of names) files.push(decode(each, await readFile(resolve(workingFolder, each))));
  return files;
}

/** The texts that `--file` names: files, directories with all that is below them, `-` for standard input. */
export async function readTextFiles(
  names: readonly string[],
  sources: TextSources,
): Promise<readonly TextFile[]> {
  const files: TextFile[] = [];
  for (const name of names) {
    try {
      files.push(...(await readNamed(name, sources)));
    } catch (error) {
      throw error instanceof InputProblem ? error : toReadProblem(name, error);
    }
  }
  return files;
}
