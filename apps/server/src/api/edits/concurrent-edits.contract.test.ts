import { describe, expect, onTestFinished, test } from 'vitest';
import type { ContractCluster } from '../../cluster/testing/cluster-contract.ts';
import {
  startFakeContractCluster,
  startRealContractCluster,
  whyNoRealCluster,
} from '../../cluster/testing/contract-clusters.ts';
import { openClusterApp } from '../../testing/cluster-app.ts';
import { Colleague } from './testing/colleague.ts';
import { playPair } from './testing/concurrent-edits.ts';
import { createRandom } from './testing/random-change.ts';

function describePairs(title: string, start: () => Promise<ContractCluster>, pairs: number): void {
  test(`[R18] [R19] of ${pairs} pairs of edits at the same moment ${title} none is lost, and nothing is forced`, async () => {
    const colleague = new Colleague(await start());
    await colleague.arrive();
    onTestFinished(() => colleague.leave());
    const pages = [await openClusterApp(colleague.cluster), await openClusterApp(colleague.cluster)] as const;
    const tally = new Map<string, number>();
    for (let seed = 1; seed <= pairs; seed += 1) {
      const { first, expected, found, isNeedlessConflict } = await playPair(
        pages,
        colleague,
        createRandom(seed),
      );
      expect(found, `seed ${seed}`).toEqual(expected);
      const counted = isNeedlessConflict ? 'needless conflict' : first;
      tally.set(counted, (tally.get(counted) ?? 0) + 1);
    }
    console.info(`${title}: ${[...tally].map(([outcome, count]) => `${outcome} ${count}`).join(', ')}`);
    expect(tally.get('needless conflict')).toBeUndefined();
    expect(tally.get('both')).toBeGreaterThan(pairs / 2);
    expect(tally.get('loser-in-conflict')).toBeGreaterThan(0);
    const sent = pages.flatMap(({ door }) => door.requests).filter(({ method }) => method !== 'GET');
    expect(new Set(sent.map(({ method }) => method))).toEqual(new Set(['PUT']));
    expect(sent.filter(({ path }) => /force/.test(path))).toEqual([]);
  }, 600_000);
}

describePairs('on the fake cluster', startFakeContractCluster, 150);

if (startRealContractCluster === undefined) {
  describe('on a real kube-apiserver', () => {
    test('pairs of edits', ({ skip }) => skip(whyNoRealCluster));
  });
} else {
  describePairs('on a real kube-apiserver', startRealContractCluster, 1_000);
}
