import { describe, test } from 'vitest';
import { describeConcurrentEdits } from './api/edits/testing/concurrent-edits-contract.ts';
import { describeDraftedTraces } from './api/edits/testing/drafted-traces-contract.ts';
import { describeEdits } from './api/edits/testing/edits-contract.ts';
import { describeLostRights } from './api/edits/testing/lost-rights-contract.ts';
import { describeMergeCases } from './api/edits/testing/merge-cases-contract.ts';
import { describeClusterContract } from './cluster/testing/cluster-contract.ts';
import {
  realKubeconfig,
  startRealContractCluster,
  whyNoRealCluster,
} from './cluster/testing/contract-clusters.ts';
import { describeFilesAndLive } from './commands/testing/files-and-live-contract.ts';

// One file, so that nothing else runs while the API server is restarted.
if (startRealContractCluster === undefined || realKubeconfig === undefined) {
  describe('a real kube-apiserver', () => {
    test('the contract', ({ skip }) => skip(whyNoRealCluster));
  });
} else {
  describeClusterContract('a real kube-apiserver', startRealContractCluster);
  describeEdits('edits on a real kube-apiserver', startRealContractCluster);
  describeMergeCases('merges on a real kube-apiserver', startRealContractCluster);
  describeLostRights(startRealContractCluster);
  describeConcurrentEdits('on a real kube-apiserver', startRealContractCluster, 1_000);
  describeDraftedTraces('on a real kube-apiserver', startRealContractCluster, 150);
  describeFilesAndLive('traces on a real kube-apiserver', realKubeconfig);
}
