import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { describe, test } from 'vitest';
import { startFakeListener } from '../demo/fake-listener.ts';
import { buildFixedConnectionSource } from './fixed-connection-source.ts';
import { KubeConfigConnectionSource } from './kube-config/kube-config-connection-source.ts';
import { describeClusterContract, type ContractCluster } from './testing/cluster-contract.ts';

const kubeconfig = process.env['FAIRLEAD_TEST_KUBECONFIG'];
const restartCommand = process.env['FAIRLEAD_TEST_CLUSTER_RESTART'];

describeClusterContract('the fake cluster behind HTTP', async (): Promise<ContractCluster> => {
  const listener = await startFakeListener();
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
});

if (kubeconfig === undefined) {
  describe('a real kube-apiserver', () => {
    test('the contract', ({ skip }) => skip('left out: FAIRLEAD_TEST_KUBECONFIG is not set'));
  });
} else {
  describeClusterContract('a real kube-apiserver', async (): Promise<ContractCluster> => {
    const source = new KubeConfigConnectionSource(
      {
        flag: kubeconfig,
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
  });
}
