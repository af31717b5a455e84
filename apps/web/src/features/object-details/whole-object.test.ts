import { expect, test } from 'vitest';
import { countManagedFields, resourceVersionOf, withoutManagedFields } from './whole-object.ts';

const object = {
  apiVersion: 'v1',
  metadata: { name: 'web', managedFields: [{}, {}], resourceVersion: '7' },
  spec: { managedFields: 'a field of that name elsewhere' },
};

test('managedFields is counted and left out; all else stays, in its order', () => {
  expect(countManagedFields(object)).toBe(2);
  expect(JSON.stringify(withoutManagedFields(object))).toBe(
    '{"apiVersion":"v1","metadata":{"name":"web","resourceVersion":"7"},"spec":{"managedFields":"a field of that name elsewhere"}}',
  );
});

test('an object without metadata is left as it is', () => {
  for (const odd of [{}, { metadata: null }, { metadata: 'x' }, { metadata: [] }]) {
    expect(withoutManagedFields(odd)).toEqual(odd);
    expect(countManagedFields(odd)).toBe(0);
    expect(resourceVersionOf(odd)).toBeUndefined();
  }
});

test('an annotation called __proto__ is not lost', () => {
  const odd = JSON.parse('{"metadata":{"annotations":{"__proto__":"a"}},"__proto__":{"b":1}}') as Record<
    string,
    unknown
  >;
  expect(JSON.stringify(withoutManagedFields(odd))).toBe(JSON.stringify(odd));
});
