import { isJsonList, isJsonObject, type JsonValue } from '@fairlead/manifests';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { conflictWords } from './conflict.ts';
import type { EditedObject } from './edit.ts';
import { canonicalText } from './json-tree.ts';
import { mergeThreeWay, resolveConflicts } from './merge-three-way.ts';
import { treeOf } from './parse-edited-object.ts';
import { anEditedObject, aVersionOf } from './testing/index.ts';
import { serviceOf } from './testing/notation.ts';

const aTriple = anEditedObject.chain((base) =>
  fc.record({ base: fc.constant(base), mine: aVersionOf(base), theirs: aVersionOf(base) }),
);

/** Everything said, in any order of its lists. */
function unordered(value: JsonValue): JsonValue {
  if (isJsonList(value))
    return value.map(unordered).toSorted((a, b) => (canonicalText(a) < canonicalText(b) ? -1 : 1));
  if (!isJsonObject(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, unordered(item)]));
}
const contentOf = (object: EditedObject): unknown => unordered(treeOf(object));

test('[MERGE-2] where they changed nothing the merge is mine', () => {
  fc.assert(
    fc.property(aTriple, ({ base, mine }) => {
      const merge = mergeThreeWay({ base, mine, theirs: base });
      expect(merge).toMatchObject({ kind: 'merged', fromTheirs: [] });
      expect(merge.object).toEqual(mine);
    }),
  );
});

test('[MERGE-2] where I changed nothing the merge is theirs', () => {
  fc.assert(
    fc.property(aTriple, ({ base, theirs }) => {
      const merge = mergeThreeWay({ base, mine: base, theirs });
      expect(merge).toMatchObject({ kind: 'merged', fromMine: [] });
      expect(merge.object).toEqual(theirs);
    }),
  );
});

test('[MERGE-2] what both made alike is no conflict', () => {
  fc.assert(
    fc.property(aTriple, ({ base, mine }) => {
      expect(mergeThreeWay({ base, mine, theirs: mine })).toMatchObject({ kind: 'merged', object: mine });
    }),
  );
});

test('[MERGE-3] the sides may be swapped: the same conflicts, and the same content where there is none', () => {
  fc.assert(
    fc.property(aTriple, ({ base, mine, theirs }) => {
      const one = mergeThreeWay({ base, mine, theirs });
      const other = mergeThreeWay({ base, mine: theirs, theirs: mine });
      expect(other.kind).toBe(one.kind);
      if (one.kind === 'merged') expect(contentOf(one.object)).toEqual(contentOf(other.object));
    }),
  );
});

/** One side gave the port's name to another number, and its number to a port that both added by name. */
const namesPassedOn = {
  base: serviceOf('drawn', ['admin 81>8080/UDP']),
  mine: serviceOf('drawn', ['http 81>http/UDP', 'metrics 53>80']),
  theirs: serviceOf('drawn', ['admin 53>80', 'metrics 81>web/UDP']),
};

test('[MERGE-4] every choice can be carried out, and choosing theirs leaves the merge as it was', () => {
  fc.assert(
    fc.property(aTriple, ({ base, mine, theirs }) => {
      const merge = mergeThreeWay({ base, mine, theirs });
      if (merge.kind === 'merged') return;
      const ids = merge.conflicts.map(({ id }) => id);
      expect(new Set(ids).size).toBe(ids.length);
      const all = (take: 'mine' | 'theirs') => new Map(ids.map((id) => [id, { take }] as const));
      expect(resolveConflicts(merge, all('theirs'))).toEqual(merge.object);
      expect(resolveConflicts(merge, all('mine'))).not.toEqual(merge.object);
      expect(merge.conflicts.every(({ id, place }) => id === JSON.stringify(conflictWords(place)))).toBe(
        true,
      );
    }),
    { examples: [[namesPassedOn]] },
  );
});
