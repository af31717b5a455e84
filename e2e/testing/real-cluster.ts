import { execFile } from 'node:child_process';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';

const {
  FAIRLEAD_TEST_KUBECONFIG: kubeconfigPath,
  FAIRLEAD_TEST_CLUSTER_RESTART: restartCommand,
  FAIRLEAD_TEST_MANIFESTS: manifestsFolder,
  TEST_WORKER_INDEX: workerIndex,
} = process.env;

export const hasRealCluster = kubeconfigPath !== undefined && kubeconfigPath !== '';
export const whyNoCluster =
  'needs a cluster that may be changed: FAIRLEAD_TEST_KUBECONFIG names no kubeconfig of one';

// Playwright's list says that a test was skipped, not why; each worker would say it again.
if (!hasRealCluster && workerIndex === undefined)
  console.log(`Journeys on a real cluster are skipped: ${whyNoCluster}.`);

const run = promisify(execFile);
const mostBytes = 64 * 1024 * 1024;

/** A real API server that tests may change, with the objects of the manifests folder in it. */
export interface RealCluster {
  readonly kubeconfig: string;
  /** What the API server refused of the manifests, one sentence each. */
  readonly refusals: readonly string[];
  /** Runs kubectl as the kubeconfig's current context; resolves with what it printed. */
  readonly kubectl: (...args: readonly string[]) => Promise<string>;
  /** Kills the API server and starts it again; `undefined` where nobody said how. */
  readonly restart: (() => Promise<void>) | undefined;
}

/** Every namespace that a manifest names: kubectl does not make them. */
async function listNamespaces(folder: string): Promise<readonly string[]> {
  const files = (await readdir(folder)).filter((name) => /\.ya?ml$/.test(name));
  const texts = await Promise.all(files.map((name) => readFile(join(folder, name), 'utf8')));
  const names = texts.flatMap((text) =>
    [...text.matchAll(/\bnamespace:\s*"?([a-z0-9-]+)/g)].map(([, name = '']) => name),
  );
  return [...new Set(names)];
}

async function applyManifests(kubectl: RealCluster['kubectl'], folder: string): Promise<readonly string[]> {
  const existing = new Set((await kubectl('get', 'namespaces', '-o', 'name')).trim().split('\n'));
  for (const name of await listNamespaces(folder))
    if (!existing.has(`namespace/${name}`)) await kubectl('create', 'namespace', name);
  try {
    await kubectl('apply', '-f', folder);
    return [];
  } catch (error) {
    const stderr = error instanceof Error && 'stderr' in error ? String(error.stderr) : '';
    if (stderr === '') throw error;
    return stderr.split('\n').filter((line) => line !== '' && !line.startsWith('Warning'));
  }
}

/** kubectl on the cluster that the environment names. */
export async function kubectl(...args: readonly string[]): Promise<string> {
  if (kubeconfigPath === undefined || !hasRealCluster) throw new Error(whyNoCluster);
  const { stdout } = await run('kubectl', ['--kubeconfig', kubeconfigPath, ...args], {
    maxBuffer: mostBytes,
  });
  return stdout;
}

/** The cluster that the environment names. */
export async function openRealCluster(): Promise<RealCluster> {
  if (kubeconfigPath === undefined || !hasRealCluster) throw new Error(whyNoCluster);
  const refusals = manifestsFolder === undefined ? [] : await applyManifests(kubectl, manifestsFolder);
  const [program, ...args] = (restartCommand ?? '').split(' ').filter((part) => part !== '');
  return {
    kubeconfig: kubeconfigPath,
    refusals,
    kubectl,
    restart:
      program === undefined
        ? undefined
        : async () => {
            await run(program, args);
          },
  };
}
