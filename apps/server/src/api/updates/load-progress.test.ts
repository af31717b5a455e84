import { expect, test } from 'vitest';
import { liveFeed } from '../../testing/fake-reader.ts';
import { toLoadProgress } from './load-progress.ts';

test('what remains is expected too, and a kind that is loading makes it incomplete', () => {
  const feeds = [
    { ...liveFeed, objectCount: 10 },
    { ...liveFeed, phase: 'listing', objectCount: 500, estimatedTotal: 2_000 } as const,
  ];
  expect(toLoadProgress(feeds, [{ kind: 'Pod', namespace: undefined, state: 'loading' }])).toEqual({
    isComplete: false,
    loaded: 510,
    expected: 2_010,
  });
});

test('what may not be listed is not waited for', () => {
  const access = [
    { kind: 'Pod', namespace: undefined, state: 'ready' },
    { kind: 'Node', namespace: undefined, state: 'forbidden', missingVerb: 'list' },
  ] as const;
  expect(toLoadProgress([liveFeed], access).isComplete).toBe(true);
});

test('before the first list has started nothing is complete', () => {
  expect(toLoadProgress([], [])).toEqual({ isComplete: false, loaded: 0, expected: 0 });
});
