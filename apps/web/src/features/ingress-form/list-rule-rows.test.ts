import type { Ingress, IngressRule } from '@fairlead/kube-objects';
import { expect, test } from 'vitest';
import { listRuleRows } from './list-rule-rows.ts';

const path = (text: string, service = 'web', pathType = 'Prefix') => ({
  path: text,
  pathType,
  backend: { service: { name: service, port: { number: 80 } } },
});
const rule = (host: string, ...paths: readonly ReturnType<typeof path>[]): IngressRule => ({
  host,
  http: { paths },
});
const ingress = (...rules: readonly IngressRule[]): Ingress => ({
  apiVersion: 'networking.k8s.io/v1',
  kind: 'Ingress',
  metadata: { name: 'shop', namespace: 'shop' },
  spec: { rules },
});

const shown = (now: Ingress, before: Ingress | undefined): readonly string[] =>
  listRuleRows(now, before).flatMap(({ rule: each, state, paths, isReordered }) => [
    `${state}${isReordered ? ' reordered' : ''} ${each.host ?? ''}`,
    ...paths.map(({ path: { path: text }, state: ofPath }) => `  ${ofPath} ${text ?? ''}`),
  ]);

test.each<[string, Ingress, Ingress | undefined, readonly string[]]>([
  ['nothing changed', ingress(rule('a', path('/'))), ingress(rule('a', path('/'))), ['same a', '  same /']],
  ['all of a new Ingress is as it is', ingress(rule('a', path('/'))), undefined, ['same a', '  same /']],
  [
    'a path in front moves the others without changing them',
    ingress(rule('a', path('/new', 'other'), path('/x'), path('/y'))),
    ingress(rule('a', path('/x'), path('/y'))),
    ['same a', '  added /new', '  same /x', '  same /y'],
  ],
  [
    'another backend, another type, another text',
    ingress(rule('a', path('/b', 'api'), path('/t', 'web', 'Exact'), path('/typed', 'only'))),
    ingress(rule('a', path('/b'), path('/t'), path('/text', 'only'))),
    ['same a', '  changed /b', '  changed /t', '  changed /typed'],
  ],
  [
    'a path that is taken out stands where it stood',
    ingress(rule('a', path('/y', 'api'), path('/z', 'z'))),
    ingress(rule('a', path('/x'), path('/y', 'api'), path('/old', 'o'), path('/z', 'z'), path('/last', 'l'))),
    ['same a', '  removed /x', '  same /y', '  removed /old', '  same /z', '  removed /last'],
  ],
  [
    'a host that is typed over keeps its paths',
    ingress(rule('b', path('/'))),
    ingress(rule('a', path('/'))),
    ['changed b', '  same /'],
  ],
  [
    'hosts come and go',
    ingress(rule('a', path('/')), rule('new', path('/n', 'n'))),
    ingress(rule('a', path('/')), rule('old', path('/o', 'o'))),
    ['same a', '  same /', 'removed old', 'added new', '  added /n'],
  ],
  [
    'another order',
    ingress(rule('a', path('/y', 'y'), path('/x', 'x'))),
    ingress(rule('a', path('/x', 'x'), path('/y', 'y'))),
    ['same reordered a', '  same /y', '  same /x'],
  ],
])('%s', (_, now, before, expected) => {
  expect(shown(now, before)).toEqual(expected);
});

test('what is taken out knows behind which item of the draft it comes back', () => {
  const before = ingress(
    rule('a', path('/x', 'x'), path('/y', 'y'), path('/z', 'z')),
    rule('b', path('/b', 'b')),
    rule('c', path('/c', 'c')),
  );
  const now = ingress(rule('a', path('/new', 'n'), path('/z', 'z')), rule('c', path('/c', 'c')));
  const rows = listRuleRows(now, before);
  expect(rows.filter(({ state }) => state === 'removed').map(({ front }) => front)).toEqual([0]);
  const removed = rows[0]?.paths.filter(({ state }) => state === 'removed') ?? [];
  expect(removed.map(({ path: { path: text }, front }) => [text, front])).toEqual([
    ['/x', -1],
    ['/y', -1],
  ]);
});
