import { describe, test } from 'vitest';
import { describeClusterContract } from './testing/cluster-contract.ts';
import {
  startFakeContractCluster,
  startRealContractCluster,
  whyNoRealCluster,
} from './testing/contract-clusters.ts';

describeClusterContract('the fake cluster behind HTTP', startFakeContractCluster);

if (startRealContractCluster === undefined) {
  describe('a real kube-apiserver', () => {
    test('the contract', ({ skip }) => skip(whyNoRealCluster));
  });
} else {
  describeClusterContract('a real kube-apiserver', startRealContractCluster);
}
