import { expect, onTestFinished, test } from 'vitest';
import type { ContractCluster } from '../../../cluster/testing/cluster-contract.ts';
import { openClusterApp } from '../../../testing/cluster-app.ts';
import { Colleague } from './colleague.ts';
import { playPair } from './concurrent-edits.ts';
import { createRandom } from './random-change.ts';

const atATime = 4;

/** Pairs of people who edit the same object at the same moment: what is stored is held against what they said. */
export function describeConcurrentEdits(
  title: string,
  start: () => Promise<ContractCluster>,
  pairs: number,
): void {
  test(`[R18] [R19] of ${pairs} pairs of edits at the same moment ${title} none is lost, and nothing is forced`, async () => {
    const colleague = new Colleague(await start());
    await colleague.arrive();
    onTestFinished(() => colleague.leave());
    const pages = [await openClusterApp(colleague.cluster), await openClusterApp(colleague.cluster)] as const;
    const tally = new Map<string, number>();
    const playSeed = async (seed: number): Promise<void> => {
      const played = await playPair(pages, colleague, createRandom(seed));
      expect(played.found, `seed ${seed}`).toEqual(played.expected);
      const counted = played.isNeedlessConflict ? 'needless conflict' : played.first;
      tally.set(counted, (tally.get(counted) ?? 0) + 1);
    };
    for (let seed = 1; seed <= pairs; seed += atATime)
      await Promise.all(Array.from({ length: atATime }, (_, index) => playSeed(seed + index)));
    console.info(`${title}: ${[...tally].map(([outcome, count]) => `${outcome} ${count}`).join(', ')}`);
    expect(tally.get('needless conflict')).toBeUndefined();
    expect(tally.get('both')).toBeGreaterThan(pairs / 2);
    expect(tally.get('loser-in-conflict')).toBeGreaterThan(0);
    const sent = pages.flatMap(({ door }) => door.requests).filter(({ method }) => method !== 'GET');
    expect(new Set(sent.map(({ method }) => method))).toEqual(new Set(['PUT']));
    expect(sent.filter(({ path }) => /force/.test(path))).toEqual([]);
  }, 600_000);
}
