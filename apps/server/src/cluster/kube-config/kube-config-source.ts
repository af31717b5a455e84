import { readFile, stat } from 'node:fs/promises';
import { watch, type FSWatcher } from 'node:fs';
import { basename, delimiter, dirname, join, resolve } from 'node:path';
import { ClusterProblem } from '../cluster-problem.ts';
import { inClusterConfig, type ServiceAccountPlace } from './in-cluster-config.ts';
import { judgePermissions } from './judge-permissions.ts';
import { mergeKubeConfigs, type KubeConfigFacts } from './kube-config-facts.ts';
import { parseKubeConfig } from './parse-kube-config.ts';

/** Where a kubeconfig may be, in kubectl's order: the flag alone, else `KUBECONFIG`, else `~/.kube/config`. */
export interface KubeConfigPlaces {
  /** `--kubeconfig`. */
  readonly flag: string | undefined;
  /** `KUBECONFIG`: one file or several. */
  readonly variable: string | undefined;
  readonly homeFolder: string | undefined;
  /** Used when none of the files is there. */
  readonly serviceAccount: ServiceAccountPlace | undefined;
  /** Permissions of files say who may read them: everywhere but on Windows. */
  readonly hasFilePermissions: boolean;
}

interface FileState {
  readonly path: string;
  /** Modification time, size and permissions; `undefined` when the file is not there. */
  readonly mark: string | undefined;
  readonly mode: number;
}

interface Loaded {
  readonly facts: KubeConfigFacts;
  /** What whoever starts Fairlead should know, a line each. */
  readonly notices: readonly string[];
}

/** Editors write in steps; a change is looked at once they are through. */
const settleMs = 100;

const isMissing = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && (error.code === 'ENOENT' || error.code === 'ENOTDIR');

/** The kubeconfig as it is now, read again when one of its files has changed. */
export class KubeConfigSource {
  readonly #places: KubeConfigPlaces;
  readonly #paths: readonly string[];
  #states: readonly FileState[] | undefined;
  #loaded: Promise<Loaded> | undefined;
  #watchers: readonly FSWatcher[] = [];
  #settling: NodeJS.Timeout | undefined;

  constructor(places: KubeConfigPlaces) {
    this.#places = places;
    this.#paths = listPaths(places);
  }

  /** Rejects with KUBECONFIG_MISSING, KUBECONFIG_INVALID or KUBECONFIG_EXPOSED. */
  async load(): Promise<KubeConfigFacts> {
    return (await this.#load()).facts;
  }

  /** What is not as safe as it should be, a line each. Rejects as `load` does. */
  async listNotices(): Promise<readonly string[]> {
    return (await this.#load()).notices;
  }

  /** Calls back soon after a file has changed, come or gone. The folder is watched: editors replace files. */
  watch(onChange: () => void): void {
    const names = new Map<string, string[]>();
    for (const path of this.#paths) {
      const folder = dirname(path);
      names.set(folder, [...(names.get(folder) ?? []), basename(path)]);
    }
    this.#watchers = [...names].flatMap(([folder, files]) => {
      const noticed = (_event: string, name: string | null): void => {
        if (name !== null && !files.includes(name) && !name.startsWith('..')) return;
        clearTimeout(this.#settling);
        this.#settling = setTimeout(onChange, settleMs);
      };
      return watchFolder(folder, noticed) ?? [];
    });
  }

  close(): void {
    clearTimeout(this.#settling);
    for (const watcher of this.#watchers) watcher.close();
    this.#watchers = [];
  }

  async #load(): Promise<Loaded> {
    const states = await Promise.all(this.#paths.map(readState));
    const isSame = this.#states?.every(({ mark }, index) => mark === states[index]?.mark) === true;
    if (!isSame || this.#loaded === undefined) {
      this.#states = states;
      this.#loaded = this.#read(states);
    }
    return this.#loaded;
  }

  async #read(states: readonly FileState[]): Promise<Loaded> {
    const present = states.filter(({ mark }) => mark !== undefined);
    if (present.length > 0) {
      const files = await Promise.all(present.map((state) => this.#readFile(state)));
      return {
        facts: mergeKubeConfigs(files.map(({ facts }) => facts)),
        notices: files.flatMap(({ notices }) => notices),
      };
    }
    const { serviceAccount, flag } = this.#places;
    const facts =
      flag === undefined && serviceAccount !== undefined ? await inClusterConfig(serviceAccount) : undefined;
    if (facts !== undefined) return { facts, notices: [] };
    throw missing(this.#paths);
  }

  async #readFile({ path, mode }: FileState): Promise<Loaded> {
    const facts = await readOne(path);
    const permissions = this.#places.hasFilePermissions ? judgePermissions(path, mode, facts) : undefined;
    return { facts, notices: [...(permissions === undefined ? [] : [permissions]), ...listOpenDoors(facts)] };
  }
}

function listPaths({ flag, variable, homeFolder }: KubeConfigPlaces): readonly string[] {
  if (flag !== undefined) return [resolve(flag)];
  const named = (variable ?? '').split(delimiter).filter((path) => path !== '');
  if (named.length > 0) return named.map((path) => resolve(path));
  return homeFolder === undefined ? [] : [join(homeFolder, '.kube', 'config')];
}

const listOpenDoors = ({ clusters }: KubeConfigFacts): readonly string[] =>
  [...clusters.values()]
    .filter(({ skipsTlsVerification }) => skipsTlsVerification)
    .map(
      ({ name }) =>
        `The cluster ${name} is used with insecure-skip-tls-verify: whoever stands in between can read and change everything.`,
    );

function missing(paths: readonly string[]): ClusterProblem {
  const where = paths.length === 0 ? 'no home folder is known' : `looked for ${paths.join(', ')}`;
  return new ClusterProblem('KUBECONFIG_MISSING', `There is no kubeconfig: ${where}.`, {
    hint: 'Name one with --kubeconfig FILE or the variable KUBECONFIG, or try the demo: `fairlead demo`.',
  });
}

async function readState(path: string): Promise<FileState> {
  try {
    const { mtimeMs, size, ino, mode } = await stat(path);
    return { path, mark: `${mtimeMs} ${size} ${ino} ${mode}`, mode };
  } catch (error) {
    if (isMissing(error)) return { path, mark: undefined, mode: 0 };
    throw unreadable(path, error);
  }
}

async function readOne(path: string): Promise<KubeConfigFacts> {
  let yaml: string;
  try {
    yaml = await readFile(path, 'utf8');
  } catch (error) {
    throw unreadable(path, error);
  }
  return parseKubeConfig(yaml, path);
}

const unreadable = (path: string, cause: unknown): ClusterProblem =>
  new ClusterProblem(
    'KUBECONFIG_INVALID',
    `The kubeconfig ${path} cannot be read: ${cause instanceof Error ? cause.message : String(cause)}`,
    { hint: 'Check that it is a file and that you may read it.', cause },
  );

/** `undefined` when the folder cannot be watched (it is not there): the files are looked at on every use anyway. */
function watchFolder(
  folder: string,
  noticed: (event: string, name: string | null) => void,
): FSWatcher | undefined {
  try {
    const watcher = watch(folder, { persistent: false }, noticed);
    watcher.on('error', () => watcher.close());
    return watcher;
  } catch (error) {
    if (error instanceof Error && 'code' in error) return undefined;
    throw error;
  }
}
