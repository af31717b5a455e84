import { anIngress, aService } from '@fairlead/kube-objects/testing';
import type { CheckCase, FixCase } from './check-case.ts';

export const toPay = anIngress('sec/missing')
  .withClass('nginx')
  .withPath('pay.example.com', '/', 'Prefix', 'pay', 80);

export const ing001Cases: readonly CheckCase[] = [
  ['no such Service', [toPay], 1],
  ['only in another namespace', [toPay, aService('billing/pay')], 1],
  ['the Service is there', [toPay, aService('sec/pay')], 0],
  [
    'the Service is there without that port: another check tells that',
    [toPay, aService('sec/pay').withPort(81)],
    0,
  ],
  ['a default backend', [anIngress('sec/x').withDefaultBackend('pay', 80)], 1],
  ['each path is told', [toPay.withPath('pay.example.com', '/x', 'Prefix', 'pay', 80)], 2],
  [
    'a resource backend',
    [
      anIngress('sec/x').withPathTo('', {
        pathType: 'Prefix',
        backend: { resource: { kind: 'Bucket', name: 'b' } },
      }),
    ],
    0,
  ],
];

const toMissing = (...ports: readonly (number | string)[]) =>
  ports.reduce<typeof toPay>(
    (ingress, port, index) => ingress.withPath('pay.example.com', `/${index}`, 'Prefix', 'pay', port),
    anIngress('sec/missing').withClass('nginx'),
  );
const pays = aService('sec/pays');

/** With what the first fix sends to. */
export const ing001FixCases: readonly FixCase[] = [
  ['a Service of nearly that name that has the port', [toPay, pays], 'pays'],
  ['its only port, where it has another one', [toMissing(8080), pays], 'name: pays, port: {number: 80}'],
  [
    'its only port by name, where an Ingress may use that',
    [toMissing('web'), pays.withPort(80, { name: 'http' })],
    'name: pays, port: {name: http}',
  ],
  ['somebody has to choose among its ports', [toMissing(8080), pays.withPort(1).withPort(2)], undefined],
  ['nothing near', [toPay, aService('sec/other')], undefined],
  ['the default backend, with rules beside it', [toMissing(80).withDefaultBackend('pay', 80), pays], 'pays'],
  ['one of several paths', [toMissing(80, 80, 80)], undefined],
  [
    'the only path of one of several rules of a host',
    [
      toPay
        .withPath('other.example.com', '/', 'Prefix', 'pays', 80)
        .withPath('pay.example.com', '/', 'Prefix', 'pay', 80),
      pays,
    ],
    'pays',
  ],
];
