import { expect, test } from 'vitest';
import { conflictWords } from './conflict.ts';
import { mergeThreeWay } from './merge-three-way.ts';
import { mergeCases } from './testing/index.ts';

test.each(mergeCases)('[MERGE-1] $name', ({ base, mine, theirs, expected }) => {
  const merge = mergeThreeWay({ base, mine, theirs });
  const found =
    merge.kind === 'merged'
      ? { kind: 'merged', object: merge.object }
      : { kind: 'conflicts', places: merge.conflicts.map(({ place }) => conflictWords(place)) };
  expect(found).toEqual(expected);
});

test('[MERGE-1] there are enough cases, each with an object of its own', () => {
  const names = mergeCases.map(({ base }) => `${base.kind} ${base.metadata.name}`);
  expect(names.length).toBeGreaterThan(60);
  expect(new Set(names).size).toBe(names.length);
  expect(names.every((name) => name.length < 75)).toBe(true);
});
