import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { startFakeListener } from '../../demo/fake-listener.ts';
import { readOpenApi } from '../../demo/read-open-api.ts';
import { buildFixedConnectionSource } from '../fixed-connection-source.ts';
import { KubeConfigConnectionSource } from '../kube-config/kube-config-connection-source.ts';
import type { ContractCluster } from './cluster-contract.ts';

export async function startFakeContractCluster(): Promise<ContractCluster> {
  const listener = await startFakeListener({ documents: readOpenApi() });
  return {
    sourceOf: (identity) =>
      buildFixedConnectionSource({
        contextName: identity,
        server: listener.url,
        token: listener.tokenOf(identity),
      }),
    restart: async () => listener.cluster.restart(),
    close: () => listener.close(),
  };
}

/** The kubeconfig of a real API server that tests may change; `undefined` where there is none. */
export const realKubeconfig = process.env['FAIRLEAD_TEST_KUBECONFIG'];
const restartCommand = process.env['FAIRLEAD_TEST_CLUSTER_RESTART'];

export const whyNoRealCluster = 'FAIRLEAD_TEST_KUBECONFIG is not set';

/** The API server of `FAIRLEAD_TEST_KUBECONFIG`, with contexts named like the identities; `undefined` without one. */
export const startRealContractCluster: (() => Promise<ContractCluster>) | undefined =
  realKubeconfig === undefined ? undefined : () => openRealCluster(realKubeconfig);

async function openRealCluster(file: string): Promise<ContractCluster> {
  const source = new KubeConfigConnectionSource(
    {
      flag: file,
      variable: undefined,
      homeFolder: undefined,
      serviceAccount: undefined,
      hasFilePermissions: false,
    },
    {
      environment: process.env,
      timeLimitMs: 30_000,
      monotonicNow: () => performance.now(),
      now: () => Date.now(),
    },
  );
  const run = promisify(execFile);
  return {
    sourceOf: () => source,
    restart:
      restartCommand === undefined ? undefined : async () => void (await run('sh', ['-c', restartCommand])),
    close: async () => source.close(),
  };
}
