import { anIngress } from '@fairlead/kube-objects/testing';
import type { CheckCase } from './check-case.ts';
import { allClasses, type ClassName } from './controllers.ts';
import { host } from './nginx-ingress.ts';

const web = (className: ClassName = 'nginx') => anIngress('shop/web').withClass(className);
const twice = (className: ClassName = 'nginx') =>
  web(className)
    .withPath(host, '/x', 'Prefix', 'first', 80)
    .withPath(host, '/', 'Exact', 'web', 80)
    .withPath(host, '/x', 'Prefix', 'second', 80);

export const ing015Cases: readonly CheckCase[] = [
  ['the same path twice', [twice(), ...allClasses], 1],
  ['with Traefik', [twice('traefik'), ...allClasses], 1],
  [
    'with no class',
    [anIngress('shop/web').withPath(host, '', 'Prefix', 'a', 80).withPath(host, '/', 'Prefix', 'b', 80)],
    1,
  ],
  ['three times', [twice().withPath(host, '/x', 'Prefix', 'third', 80), ...allClasses], 2],
  [
    'another type',
    [web().withPath(host, '/x', 'Prefix', 'a', 80).withPath(host, '/x', 'Exact', 'a', 80), ...allClasses],
    0,
  ],
  [
    'another host',
    [web().withPath(host, '/x', 'Prefix', 'a', 80).withPath('', '/x', 'Prefix', 'a', 80), ...allClasses],
    0,
  ],
  [
    'a slash more',
    [
      web('own').withPath(host, '/x', 'Prefix', 'a', 80).withPath(host, '/x/', 'Prefix', 'a', 80),
      ...allClasses,
    ],
    0,
  ],
];
