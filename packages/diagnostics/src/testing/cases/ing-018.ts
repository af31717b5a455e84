import { anIngress } from '@fairlead/kube-objects/testing';
import type { CheckCase } from './check-case.ts';
import { allClasses } from './controllers.ts';

export const own = (path: string, className = 'alb') =>
  anIngress('shop/web')
    .withClass(className)
    .withPath('a.example.com', path, 'ImplementationSpecific', 'web', 80);
const ofGoogle = anIngress('shop/web').withClassAnnotation('gce');

export const ing018Cases: readonly CheckCase[] = [
  ['the root, on AWS', [own('/'), ...allClasses], 1],
  ['another path', [own('/shop'), ...allClasses], 1],
  ['the root, on Google', [ofGoogle.withPath('a.example.com', '/', 'ImplementationSpecific', 'web', 80)], 1],
  ['with an asterisk', [own('/*'), ...allClasses], 0],
  ['with a question mark', [own('/v?'), ...allClasses], 0],
  [
    'beside the pattern for what is below',
    [own('/shop').withPath('a.example.com', '/shop/*', 'ImplementationSpecific', 'web', 80), ...allClasses],
    0,
  ],
  ['a file', [own('/robots.txt'), ...allClasses], 0],
  ['no path', [own(''), ...allClasses], 0],
  [
    'a regular expression',
    [own('/shop').annotated({ 'alb.ingress.kubernetes.io/use-regex-path-match': 'true' }), ...allClasses],
    0,
  ],
  [
    'a Prefix',
    [
      anIngress('shop/web').withClass('alb').withPath('a.example.com', '/', 'Prefix', 'web', 80),
      ...allClasses,
    ],
    0,
  ],
  ['another controller', [own('/', 'nginx'), ...allClasses], 0],
];
