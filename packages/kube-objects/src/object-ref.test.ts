import { expect, test } from 'vitest';
import { keyOf, keyOfRef, objectKey, parseObjectKey, refOf } from './object-ref.ts';
import { aNode, aService } from './testing/index.ts';

test('the key of an object names its kind, namespace and name, with a dash for no namespace', () => {
  expect(keyOf(aService('shop/web').build())).toBe('Service/shop/web');
  expect(keyOf(aNode('worker-1').build())).toBe('Node/-/worker-1');
  expect(keyOf(aService('shop/web').build())).toBe(objectKey('Service', 'shop', 'web'));
});

test.each([aService('shop/web').build(), aNode('worker-1').build()])(
  'a key is read back as the reference',
  (object) => {
    expect(parseObjectKey(keyOf(object))).toEqual(refOf(object));
    expect(keyOfRef(refOf(object))).toBe(keyOf(object));
  },
);

test.each([
  'Service/-/web',
  'Node/shop/worker-1',
  'Secret/shop/token',
  'Service/shop',
  'Service//web',
  'Service/shop/',
  'Service/shop/web/more',
  '__proto__/shop/web',
  '',
])('%j is no key', (text) => {
  expect(parseObjectKey(text)).toBeUndefined();
});
