import { mergeCases } from '@fairlead/edits/testing';
import { expect, test } from 'vitest';
import { startFakeContractCluster } from '../../cluster/testing/contract-clusters.ts';
import { describeConcurrentEdits } from './testing/concurrent-edits-contract.ts';
import { describeEdits } from './testing/edits-contract.ts';
import { describeMergeCases } from './testing/merge-cases-contract.ts';

test('there are at least 60 merges', () => {
  expect(new Set(mergeCases.map(({ name }) => name)).size).toBeGreaterThanOrEqual(60);
});

describeEdits('edits on the fake cluster', startFakeContractCluster);
describeMergeCases('merges on the fake cluster', startFakeContractCluster);
describeConcurrentEdits('on the fake cluster', startFakeContractCluster, 200);
