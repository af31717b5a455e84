import { applyEdits } from '@fairlead/edits';
import { expect, test } from 'vitest';
import type { EditedIngress } from './form-props.ts';
import {
  addPathEdit,
  copyOfPath,
  movePathEdit,
  movePathToRuleEdits,
  moveRuleEdit,
  newHost,
  newPath,
  removePathEdit,
} from './list-path-edits.ts';
import { aStoredIngress } from './testing/render-ingress-form.tsx';

const backend = { service: { name: 'web', port: { number: 80 } } };
const path = (text: string) => ({ path: text, pathType: 'Prefix', backend });
// The same path three times: only its ordinal tells one from the other.
const object = aStoredIngress({
  rules: [
    { host: 'a', http: { paths: [path('/x'), path('/y'), path('/x')] } },
    { host: 'b', http: { paths: [path('/x')] } },
  ],
});

function after(edits: Parameters<typeof applyEdits>[1]): readonly (readonly string[])[] {
  const applied = applyEdits<EditedIngress>(object, edits);
  if (applied.kind === 'stale') throw new Error(`stale: ${JSON.stringify(applied.edit)}`);
  return (applied.object.spec.rules ?? []).map(({ host = '', http }) => [
    host,
    ...(http?.paths ?? []).map(({ path: text = '' }) => text),
  ]);
}

test('paths move one place up or down, and not beyond an end', () => {
  const at = (pathIndex: number, by: -1 | 1) => movePathEdit(object, { ruleIndex: 0, pathIndex }, by);
  expect([at(0, -1), at(2, 1)]).toEqual([undefined, undefined]);
  const [down, up, last] = [at(0, 1), at(1, -1), at(2, -1)];
  expect(down && after([down])[0]).toEqual(['a', '/y', '/x', '/x']);
  expect(up && after([up])[0]).toEqual(['a', '/y', '/x', '/x']);
  expect(last && after([last])[0]).toEqual(['a', '/x', '/x', '/y']);
});

test('a path is added behind another, taken out, and taken to another host', () => {
  const place = { ruleIndex: 0, pathIndex: 1 };
  expect(after([addPathEdit(object, place, path('/new'))])[0]).toEqual(['a', '/x', '/y', '/new', '/x']);
  expect(after([removePathEdit(object, { ruleIndex: 0, pathIndex: 2 }, path('/x'))])[0]).toEqual([
    'a',
    '/x',
    '/y',
  ]);
  expect(after(movePathToRuleEdits(object, place, { path: path('/y'), ruleIndex: 1 }))).toEqual([
    ['a', '/x', '/x'],
    ['b', '/x', '/y'],
  ]);
});

test('hosts move with their paths', () => {
  const edit = moveRuleEdit(object, 0, 1);
  expect(edit && after([edit]).map(([host]) => host)).toEqual(['b', 'a']);
  expect(moveRuleEdit(object, 1, 1)).toBeUndefined();
});

test('new paths, copies and hosts have names that nobody has', () => {
  expect(newPath([], backend).path).toBe('/');
  expect(newPath([path('/'), path('/new')], backend).path).toBe('/new-2');
  expect(copyOfPath(path('/'), [path('/')]).path).toBe('/copy');
  expect(copyOfPath(path('/a/'), [path('/a-copy')]).path).toBe('/a-copy-2');
  expect(newHost([])).toBe('new.example.com');
  expect(newHost([{ host: 'shop.test' }, { host: 'new.test' }])).toBe('new-2.test');
});
