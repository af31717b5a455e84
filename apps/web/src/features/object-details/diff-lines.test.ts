import { expect, test } from 'vitest';
import { toDiffLines } from './diff-lines.ts';

const ref = { kind: 'Service', namespace: 'shop', name: 'web' } as const;
const linesOf = (field: string, from: string, to: string): readonly string[] =>
  toDiffLines({ ref, field, from, to }).map(({ sign, text }) => `${sign} ${text}`);

test('of a selector only the pairs that differ are shown', () => {
  expect(linesOf('spec.selector', 'app=fronted,tier=web', 'app=frontend,tier=web')).toEqual([
    '- app: fronted',
    '+ app: frontend',
  ]);
});

test('a single value is shown with the last part of its field', () => {
  expect(linesOf('spec.ports[http].targetPort', 'htpp', 'http')).toEqual([
    '- targetPort: htpp',
    '+ targetPort: http',
  ]);
});

test('a value that names its field already is shown as it is', () => {
  expect(linesOf('spec.rules[0].http.paths[0].backend.service.port', 'name: web', 'number: 80')).toEqual([
    '- name: web',
    '+ number: 80',
  ]);
});

test('a field that is absent now only comes', () => {
  expect(linesOf('spec.ingressClassName', '', 'nginx')).toEqual(['+ ingressClassName: nginx']);
});
