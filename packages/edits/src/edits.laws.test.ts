import fc from 'fast-check';
import { expect, test } from 'vitest';
import { applyEdits } from './apply-edit.ts';
import type { EditedObject, ObjectEdit } from './edit.ts';
import { invertEdit } from './invert-edit.ts';
import { listConnectionEdits, type Connection } from './list-connection-edits.ts';
import { listEdits } from './list-edits.ts';
import { anEditedObject, aVersionOf, editsOf } from './testing/index.ts';

const aPair = anEditedObject.chain((before) => fc.tuple(fc.constant(before), aVersionOf(before)));
const anObjectWithEdits = anEditedObject.chain((object) => fc.tuple(fc.constant(object), editsOf(object)));

/** The order of finalizers means nothing. */
const settled = (object: EditedObject): unknown => ({
  ...object,
  metadata: { ...object.metadata, finalizers: object.metadata.finalizers?.toSorted() },
});

const applied = (object: EditedObject, edits: readonly ObjectEdit[]): EditedObject => {
  const change = applyEdits(object, edits);
  if (change.kind === 'stale') throw new Error(`stale: ${JSON.stringify(change)}`);
  return change.object;
};

test('[EDIT-10] the edits between two versions lead from one to the other', () => {
  fc.assert(
    fc.property(aPair, ([before, after]) => {
      expect(settled(applied(before, listEdits(before, after)))).toEqual(settled(after));
    }),
  );
});

test('[EDIT-2] edits carried out together make what they make one by one, and stop at the same one', () => {
  const someEdits = fc.oneof(
    aPair.map(([before, after]) => [before, listEdits(before, after)] as const),
    anObjectWithEdits,
    aPair.map(([before, after]) => [after, listEdits(before, after)] as const),
  );
  fc.assert(
    fc.property(someEdits, ([object, edits]) => {
      const together = applyEdits(object, edits);
      let step = applyEdits(object, []);
      for (const edit of edits) if (step.kind === 'applied') step = applyEdits(step.object, [edit]);
      expect(together).toEqual(step);
    }),
  );
});

test('[EDIT-2] an edit followed by its inverse gives the object back', () => {
  fc.assert(
    fc.property(anObjectWithEdits, ([object, edits]) => {
      let before = object;
      for (const edit of edits) {
        const after = applied(before, [edit]);
        expect(settled(applied(after, [invertEdit(before, edit)]))).toEqual(settled(before));
        before = after;
      }
    }),
  );
});

test('[EDIT-2] a move followed by its inverse gives the order back', () => {
  const aShuffled = anEditedObject
    .filter(({ kind }) => kind === 'Ingress')
    .chain((object) => {
      const rules = 'rules' in object.spec ? (object.spec.rules ?? []) : [];
      return fc.tuple(
        fc.constant(object),
        fc
          .shuffledSubarray([...rules], { minLength: rules.length })
          .map((shuffled) => ({ ...object, spec: { ...object.spec, rules: shuffled } }) as EditedObject),
      );
    });
  fc.assert(
    fc.property(aShuffled, ([before, after]) => {
      const edits = listEdits(before, after);
      expect(edits.every(({ kind }) => kind === 'move-rule')).toBe(true);
      let now = before;
      const inverses: ObjectEdit[] = [];
      for (const edit of edits) {
        inverses.unshift(invertEdit(now, edit));
        now = applied(now, [edit]);
      }
      expect(now).toEqual(after);
      expect(applied(now, inverses)).toEqual(before);
    }),
  );
});

/** Something of the object to lead elsewhere, or something that it does not have. */
const connectionsOf = (object: EditedObject): fc.Arbitrary<Connection> => {
  const backend = { service: { name: 'elsewhere', port: { name: 'http' } } };
  const rules = object.kind === 'Ingress' ? (object.spec.rules ?? []) : [];
  const paths = rules.flatMap(({ host = '', http }): readonly Connection[] =>
    (http?.paths ?? []).map(({ path = '', pathType }) => ({
      kind: 'path',
      place: { host, path, pathType },
      backend,
    })),
  );
  return fc.constantFrom<Connection>(
    ...paths,
    { kind: 'path', place: { host: 'a', path: '/not-there', pathType: 'Exact' }, backend },
    { kind: 'default-backend', backend },
    { kind: 'selector', selector: { app: 'elsewhere' } },
  );
};

test('[EDIT-14] [EDIT-16] what is connected leads there: connecting it again changes nothing', () => {
  const aConnection = anEditedObject.chain((object) => fc.tuple(fc.constant(object), connectionsOf(object)));
  fc.assert(
    fc.property(aConnection, ([object, connection]) => {
      const edits = listConnectionEdits(object, connection);
      expect(edits.length).toBeLessThanOrEqual(connection.kind === 'selector' ? 10 : 1);
      expect(listConnectionEdits(applied(object, edits), connection)).toEqual([]);
    }),
  );
});
