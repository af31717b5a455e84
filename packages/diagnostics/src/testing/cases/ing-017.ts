import { anIngress } from '@fairlead/kube-objects/testing';
import type { CheckCase } from './check-case.ts';
import { allClasses, type ClassName } from './controllers.ts';

const entry = (name: string, className: ClassName, host: string) =>
  anIngress(`shop/${name}`).withClass(className).withPath(host, '/', 'Prefix', 'web', 80);

/** How many Ingresses are told of. */
export const ing017Cases: readonly CheckCase[] = [
  [
    'two controllers, one host',
    [entry('a', 'nginx', 'a.example.com'), entry('b', 'traefik', 'A.example.com'), ...allClasses],
    2,
  ],
  [
    'two controllers, two hosts',
    [entry('a', 'nginx', 'a.example.com'), entry('b', 'traefik', 'b.example.com'), ...allClasses],
    0,
  ],
  [
    'one controller',
    [entry('a', 'nginx', 'a.example.com'), entry('b', 'nginx', 'a.example.com'), ...allClasses],
    0,
  ],
  ['any host', [entry('a', 'nginx', ''), entry('b', 'traefik', ''), ...allClasses], 0],
  [
    'a class of nobody',
    [
      entry('a', 'nginx', 'a.example.com'),
      anIngress('shop/b').withClass('none').withPath('a.example.com', '/', 'Prefix', 'web', 80),
      ...allClasses,
    ],
    0,
  ],
];
