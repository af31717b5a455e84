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
