import { aCluster, built, type Buildable } from '@fairlead/kube-objects/testing';
import { keyOf } from '@fairlead/kube-objects';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { diagnose } from './diagnose.ts';
import type { Finding } from './finding.ts';
import { caseTables } from './testing/cases/case-tables.ts';
import { inEnglish, nowOfTests } from './testing/diagnose-objects.ts';
import { mend } from './testing/mend.ts';
import { someObject } from './testing/some-cluster.ts';

const findingsOf = (objects: readonly Buildable[]): readonly Finding[] =>
  diagnose(
    aCluster()
      .with(...objects)
      .withEndpoints()
      .build(),
    nowOfTests,
    inEnglish,
  ).findings;

const idsOf = (findings: readonly Finding[]): readonly string[] => findings.map(({ id }) => id);

/** Equal paths of a host are told apart by number, and when one goes the others are counted anew. */
const rowOf = (id: string): string => id.replace(/~\d+$/, '');

const isMended = (id: string, before: readonly string[], after: readonly string[]): boolean =>
  after.filter((other) => rowOf(other) === rowOf(id)).length ===
  before.filter((other) => rowOf(other) === rowOf(id)).length - 1;

const rows = [...caseTables].flatMap(([checkId, table]) =>
  table.map(([title, objects]) => [checkId, title, objects.map((object) => built(object))] as const),
);

test.each(rows)('%s, %s: a fix removes the finding and brings no other', (checkId, _, objects) => {
  const before = findingsOf(objects);
  for (const { id, fixes } of before.filter((finding) => finding.checkId === checkId))
    for (const { title, edits } of fixes) {
      if (edits === undefined) continue;
      const after = idsOf(findingsOf(mend(objects, edits)));
      expect(isMended(id, idsOf(before), after), title).toBe(true);
      expect(idsOf(before), title).toEqual(expect.arrayContaining([...after]));
    }
});

test(
  'every check of the tables knows a fix in some case, and no other check does',
  { timeout: 60_000 },
  () => {
    const withEdits = (findings: readonly Finding[]): readonly string[] =>
      findings
        .filter(({ fixes }) => fixes.some(({ edits }) => edits !== undefined))
        .map(({ checkId }) => checkId);
    const inTables = rows.flatMap(([checkId, , objects]) =>
      withEdits(findingsOf(objects)).filter((other) => other === checkId),
    );
    expect([...new Set(inTables)]).toEqual([...caseTables.keys()]);
    const clusters = fc.sample(fc.array(someObject, { minLength: 25, maxLength: 40 }), {
      numRuns: 100,
      seed: 7,
    });
    const elsewhere = clusters.flatMap((objects) => withEdits(findingsOf(objects)));
    expect([...caseTables.keys()]).toEqual(expect.arrayContaining(elsewhere));
  },
);

const aClusterOfOnes = fc.uniqueArray(someObject, { maxLength: 40, size: 'max', selector: keyOf });

test('in any cluster the edits of a fix fit and remove their finding', { timeout: 60_000 }, () => {
  fc.assert(
    fc.property(aClusterOfOnes, (objects) => {
      const before = findingsOf(objects);
      for (const { id, fixes } of before)
        for (const { title, edits } of fixes)
          if (edits !== undefined)
            expect(
              isMended(id, idsOf(before), idsOf(findingsOf(mend(objects, edits)))),
              `${id}: ${title}`,
            ).toBe(true);
    }),
    { numRuns: 60 },
  );
});
