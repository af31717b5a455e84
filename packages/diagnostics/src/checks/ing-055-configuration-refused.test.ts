import { expect, test } from 'vitest';
import { allClasses } from '../testing/cases/controllers.ts';
import { ing055Cases } from '../testing/cases/ing-055.ts';
import { nginxIngress, withPaths } from '../testing/cases/nginx-ingress.ts';
import { findingsAbout } from '../testing/diagnose-objects.ts';

test.each(ing055Cases)('%s', (_, objects, count) => {
  expect(findingsAbout('ING-055', ...objects)).toHaveLength(count);
});

test('told at the younger one, with what it means for all Ingresses of the controller', () => {
  const old = withPaths(nginxIngress('old'), 'Prefix /p').createdAt('2025-01-01T00:00:00Z');
  const young = withPaths(nginxIngress('young'), 'Prefix /p/', 'Prefix /x');
  expect(findingsAbout('ING-055', young, old, ...allClasses)).toMatchObject([
    {
      severity: 'error',
      place: { ref: { name: 'young' }, path: { path: '/p/' } },
      related: [{ name: 'old' }],
      title: 'shop/young gives a.example.com a second location `/p/`',
      happens: expect.stringContaining('no change of any Ingress that it serves takes effect any more'),
      why: expect.stringContaining('and path `/p` of shop/old has it'),
      fixes: [{ title: 'Remove /p/ from shop/young', edits: { edits: [{ kind: 'remove-path' }] } }, {}],
    },
  ]);
});

test.each([
  ['Prefix /a;b', '`;`'],
  ['Prefix /a{b', '`{`'],
  ['Prefix /a b', 'a space'],
] as const)('%s has %s', (path, sign) => {
  const [found] = findingsAbout('ING-055', withPaths(nginxIngress('web'), path), ...allClasses);
  expect(found?.title).toBe(`shop/web has ${sign} in path \`${path.slice(7)}\``);
});
