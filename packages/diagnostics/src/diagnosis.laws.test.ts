import { kinds, keyOf, ObjectStore, OverlaidReader, type KindAccess } from '@fairlead/kube-objects';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { diagnose } from './diagnose.ts';
import { Diagnosis } from './diagnosis.ts';
import type { Finding } from './finding.ts';
import { inEnglish, nowOfTests } from './testing/diagnose-objects.ts';
import { someAccess, someChange, someObject } from './testing/some-cluster.ts';

const everything: readonly KindAccess[] = kinds.map((kind) => ({
  kind,
  namespace: undefined,
  state: 'ready',
}));

const someStep = fc.record({
  changes: fc.array(someChange, { maxLength: 6, size: 'max' }),
  access: fc.option(someAccess, { freq: 12 }),
  secondsLater: fc.constantFrom(0, 0, 1, 7, 31, 60),
});

function storeWithEverything(): ObjectStore {
  const store = new ObjectStore();
  store.setAccess(everything);
  return store;
}

test('after any changes the findings are those that a fresh look would make', { timeout: 60_000 }, () => {
  fc.assert(
    fc.property(
      fc.array(someObject, { maxLength: 30, size: 'max' }),
      fc.array(someStep, { maxLength: 12, size: 'max' }),
      (start, steps) => {
        const store = storeWithEverything();
        store.apply(start.map((object) => ({ op: 'put', object })));
        let nowMs = nowOfTests;
        const diagnosis = new Diagnosis(store, nowMs, inEnglish);
        for (const { changes, access, secondsLater } of steps) {
          nowMs += secondsLater * 1000;
          if (access !== null) store.setAccess(access);
          diagnosis.update(store.apply(changes), nowMs);
          const fresh = new Diagnosis(store, nowMs, inEnglish);
          expect(diagnosis.list()).toEqual(fresh.list());
          expect(diagnosis.skipped()).toEqual(fresh.skipped());
          expect(diagnosis.lookAgainAtMs).toBe(fresh.lookAgainAtMs);
        }
      },
    ),
    { numRuns: 60 },
  );
});

test(
  'what an update says has changed leads from the old findings to the new ones',
  { timeout: 60_000 },
  () => {
    fc.assert(
      fc.property(fc.array(someStep, { maxLength: 12, size: 'max' }), (steps) => {
        const store = storeWithEverything();
        const diagnosis = new Diagnosis(store, nowOfTests, inEnglish);
        const kept = new Map<string, Finding>();
        let nowMs = nowOfTests;
        for (const { changes, secondsLater } of steps) {
          nowMs += secondsLater * 1000;
          const { added, removed, changed = [] } = diagnosis.update(store.apply(changes), nowMs);
          for (const { id } of removed) expect(kept.delete(id)).toBe(true);
          for (const finding of added) expect(kept.has(finding.id)).toBe(false);
          for (const finding of [...added, ...changed]) kept.set(finding.id, finding);
          expect(new Map(diagnosis.list().map((finding) => [finding.id, finding]))).toEqual(kept);
        }
      }),
      { numRuns: 60 },
    );
  },
);

test('the order in which objects arrive does not matter, nor in how many steps', { timeout: 60_000 }, () => {
  const someOrders = fc
    .uniqueArray(someObject, {
      maxLength: 30,
      size: 'max',
      selector: ({ kind, metadata }) => `${kind}/${metadata.namespace ?? ''}/${metadata.name}`,
    })
    .chain((objects) =>
      fc.tuple(fc.constant(objects), fc.shuffledSubarray(objects, { minLength: objects.length })),
    );
  fc.assert(
    fc.property(someOrders, ([objects, shuffled]) => {
      const atOnce = storeWithEverything();
      atOnce.apply(objects.map((object) => ({ op: 'put', object })));
      const oneByOne = storeWithEverything();
      const diagnosis = new Diagnosis(oneByOne, nowOfTests, inEnglish);
      for (const object of shuffled) diagnosis.update(oneByOne.apply([{ op: 'put', object }]), nowOfTests);
      expect(diagnosis.list()).toEqual(diagnose(atOnce, nowOfTests, inEnglish).findings);
    }),
    { numRuns: 60 },
  );
});

test('every finding has an id of its own, and a cause that is there', { timeout: 60_000 }, () => {
  fc.assert(
    fc.property(fc.array(someObject, { maxLength: 40, size: 'max' }), (objects) => {
      const store = storeWithEverything();
      store.apply(objects.map((object) => ({ op: 'put', object })));
      const { findings } = diagnose(store, nowOfTests, inEnglish);
      const ids = findings.map(({ id }) => id);
      expect(new Set(ids).size).toBe(ids.length);
      for (const { causedBy } of findings) if (causedBy !== undefined) expect(ids).toContain(causedBy);
    }),
    { numRuns: 60 },
  );
});

test('the generated clusters give every check something to find', { timeout: 60_000 }, () => {
  const seen = new Set<string>();
  const clusters = fc.sample(fc.array(someObject, { minLength: 25, maxLength: 40 }), {
    numRuns: 150,
    seed: 7,
  });
  for (const objects of clusters) {
    const store = storeWithEverything();
    store.apply(objects.map((object) => ({ op: 'put', object })));
    for (const { checkId } of diagnose(store, nowOfTests, inEnglish).findings) seen.add(checkId);
  }
  expect([...seen].sort()).toEqual([
    'ING-001',
    'ING-002',
    'ING-003',
    'ING-004',
    'ING-005',
    'ING-006',
    'ING-008',
    'ING-010',
    'ING-013',
    'ING-015',
    'ING-017',
    'ING-019',
    'ING-025',
    'ING-027',
    'ING-030',
    'ING-034',
    'ING-035',
    'ING-040',
    'ING-055',
    'ING-057',
    'SVC-001',
    'SVC-002',
    'SVC-003',
    'SVC-012',
    'SVC-013',
    'SVC-025',
    'SVC-042',
    'TLS-013',
    'TLS-016',
  ]);
});

test('a preview answers what the update would, and keeps nothing of it', { timeout: 60_000 }, () => {
  fc.assert(
    fc.property(
      fc.array(someObject, { maxLength: 30, size: 'max' }),
      fc.uniqueArray(someChange, {
        maxLength: 5,
        selector: (change) => (change.op === 'put' ? keyOf(change.object) : change.key),
      }),
      (start, changes) => {
        const store = storeWithEverything();
        store.apply(start.map((object) => ({ op: 'put', object })));
        const diagnosis = new Diagnosis(store, nowOfTests, inEnglish);
        const before = diagnosis.list();
        const overlaid = new OverlaidReader(store, changes);
        const preview = diagnosis.preview(overlaid, overlaid.applied);
        expect(diagnosis.list()).toBe(before);
        const { lookAgainAtMs: _, ...update } = diagnosis.update(store.apply(changes), nowOfTests);
        expect(preview).toEqual(update);
      },
    ),
    { numRuns: 60 },
  );
});
