import { describe, test } from 'vitest';
import {
  startFakeContractCluster,
  startRealContractCluster,
  whyNoRealCluster,
} from '../../cluster/testing/contract-clusters.ts';
import { describeEdits } from './testing/edits-contract.ts';

describeEdits('edits on the fake cluster', startFakeContractCluster);

if (startRealContractCluster === undefined) {
  describe('edits on a real kube-apiserver', () => {
    test('are the same', ({ skip }) => skip(whyNoRealCluster));
  });
} else {
  describeEdits('edits on a real kube-apiserver', startRealContractCluster);
}
