import { anIngress, type Buildable } from '@fairlead/kube-objects/testing';
import { expect, test } from 'vitest';
import { allClasses, runningTraefik } from '../testing/cases/controllers.ts';
import { findingsAbout } from '../testing/diagnose-objects.ts';

const host = 'a.example.com';
const pair = (className: string, prefix: string, sibling: string) =>
  anIngress('shop/web')
    .withClass(className)
    .withPath(host, prefix, 'Prefix', 'web', 80)
    .withPath(host, sibling, 'Prefix', 'docs', 80);
const strict = runningTraefik('--providers.kubernetesingress.strictprefixmatching=true');

test.each<[string, readonly Buildable[], number]>([
  ['F5', [pair('f5', '/api', '/apidocs')], 1],
  ['Traefik', [pair('traefik', '/api', '/api-docs'), runningTraefik()], 1],
  ['Traefik that is not seen', [pair('traefik', '/api', '/apidocs')], 1],
  ['a strict Traefik', [pair('traefik', '/api', '/apidocs'), strict], 0],
  ['a path below', [pair('traefik', '/api', '/api/docs')], 0],
  ['a slash at the end', [pair('traefik', '/api/', '/apidocs')], 0],
  ['the root', [pair('traefik', '/', '/apidocs')], 0],
  ['nothing that begins like it', [pair('traefik', '/api', '/docs')], 0],
  ['another controller', [pair('nginx', '/api', '/apidocs')], 0],
  [
    'another host',
    [
      anIngress('shop/web')
        .withClass('f5')
        .withPath(host, '/api', 'Prefix', 'web', 80)
        .withPath('b.example.com', '/apidocs', 'Prefix', 'web', 80),
    ],
    0,
  ],
  [
    'an Exact path',
    [
      anIngress('shop/web')
        .withClass('f5')
        .withPath(host, '/api', 'Exact', 'web', 80)
        .withPath(host, '/apidocs', 'Prefix', 'web', 80),
    ],
    0,
  ],
])('%s', (_, objects, count) => {
  expect(findingsAbout('ING-040', ...objects, ...allClasses)).toHaveLength(count);
});

test('it gives a request that goes astray', () => {
  const [found] = findingsAbout('ING-040', pair('f5', '/api', '/apidocs'), ...allClasses);
  expect(found?.happens).toBe('Requests such as `a.example.com/apidocss` may come here.');
});
