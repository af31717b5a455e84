import { anIngress, aService } from '@fairlead/kube-objects/testing';
import type { CheckCase, FixCase } from './check-case.ts';
import { toWeb } from './web-ingress.ts';

export const web = aService('shop/web').withPort(80, { name: 'http', targetPort: 'app' });

export const ing003Cases: readonly CheckCase<string | undefined>[] = [
  ['no such name', [web, toWeb('web')], 'error'],
  ['names are compared letter by letter', [web, toWeb('HTTP')], 'error'],
  ['the targetPort’s name, with ingress-nginx: another check tells that', [web, toWeb('app')], undefined],
  ['the targetPort’s name, with another controller', [web, toWeb('app', 'traefik')], 'error'],
  ['the name', [web, toWeb('http')], undefined],
  ['a number: another check tells that', [web, toWeb(81)], undefined],
  ['a Service that is missing: another check tells that', [toWeb('web')], undefined],
];

const two = web.withPort(90, { name: 'admin' });
const unnamed = aService('shop/web').withPort(80);
const longName = aService('shop/web').withPort(80, { name: 'grpc-internal-api-v2' });

/** With what the first fix changes. */
export const ing003FixCases: readonly FixCase[] = [
  ['the nearest name', [two, toWeb('htpp')], 'port.name: htpp -> http'],
  ['the only port', [web, toWeb('frontdoor')], 'port.name: frontdoor -> http'],
  ['somebody has to choose among several', [two, toWeb('frontdoor')], undefined],
  ['by number where the port has no name', [unnamed, toWeb('web')], 'port: name: web -> number: 80'],
  [
    'by number where an Ingress cannot use its name',
    [longName, toWeb('grpc')],
    'port: name: grpc -> number: 80',
  ],
  [
    'of the default backend',
    [two, anIngress('shop/all').withClass('nginx').withDefaultBackend('web', 'htpp')],
    'port.name: htpp -> http',
  ],
];
