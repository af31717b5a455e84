import { anIngress } from '@fairlead/kube-objects/testing';
import type { CheckCase } from './check-case.ts';
import { classesOf } from './controllers.ts';

const nginx = 'nginx.ingress.kubernetes.io/';
const host = 'a.example.com';
const secured = anIngress('shop/secured')
  .withClass('nginx')
  .withPath(host, '/', 'Prefix', 'web', 80)
  .withTls([host], 'tls');
export const plain = anIngress('shop/plain').withClass('nginx').withPath(host, '/plain', 'Prefix', 'web', 80);
const classes = classesOf('nginx', 'traefik');

export const tls016Cases: readonly CheckCase[] = [
  ['another Ingress of the host has TLS', [secured, plain, ...classes], 1],
  [
    'in another namespace',
    [
      secured,
      anIngress('other/plain').withClass('nginx').withPath(host, '/p', 'Prefix', 'web', 80),
      ...classes,
    ],
    1,
  ],
  [
    'whatever hosts that entry lists',
    [secured.withSpec({ tls: [{ secretName: 'tls' }] }), plain, ...classes],
    1,
  ],
  ['nobody has TLS', [secured.withSpec({ tls: [] }), plain, ...classes], 0],
  ['it has TLS itself', [secured, plain.withTls([host], 'tls'), ...classes], 0],
  ['it answers http', [secured, plain.annotated({ [`${nginx}ssl-redirect`]: 'false' }), ...classes], 0],
  [
    'it says that it is meant',
    [secured, plain.annotated({ [`${nginx}force-ssl-redirect`]: 'true' }), ...classes],
    0,
  ],
  [
    'another host',
    [
      secured,
      anIngress('shop/plain').withClass('nginx').withPath('b.example.com', '/', 'Prefix', 'web', 80),
      ...classes,
    ],
    0,
  ],
  ['another controller', [secured, plain.withClass('traefik'), ...classes], 0],
  ['the other is of another controller', [secured.withClass('traefik'), plain, ...classes], 0],
  ['a canary', [secured, plain.annotated({ [`${nginx}canary`]: 'true' }), ...classes], 0],
  [
    'a solver of certificate challenges',
    [
      secured,
      anIngress('shop/acme')
        .withClass('nginx')
        .withPath(host, '/.well-known/acme-challenge/x', 'ImplementationSpecific', 'web', 80),
      ...classes,
    ],
    0,
  ],
];
