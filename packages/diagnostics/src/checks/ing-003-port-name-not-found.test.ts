import { anIngress, anIngressClass, aService } from '@fairlead/kube-objects/testing';
import { expect, test } from 'vitest';
import { findingsAbout } from '../testing/diagnose-objects.ts';

const classes = [
  anIngressClass('nginx'),
  anIngressClass('traefik').withController('traefik.io/ingress-controller'),
];
const web = aService('shop/web').withPort(80, { name: 'http', targetPort: 'app' });
const to = (port: number | string, className = 'nginx') =>
  anIngress('shop/web').withClass(className).withPath('a.example.com', '/', 'Prefix', 'web', port);

test.each([
  ['no such name', [web, to('web')], 'error'],
  ['names are compared letter by letter', [web, to('HTTP')], 'error'],
  ['the targetPort’s name, with ingress-nginx', [web, to('app')], 'warning'],
  ['the targetPort’s name, with another controller', [web, to('app', 'traefik')], 'error'],
  ['the name', [web, to('http')], undefined],
  ['a number: another check tells that', [web, to(81)], undefined],
  ['a Service that is missing: another check tells that', [to('web')], undefined],
])('%s', (_, objects, severity) => {
  expect(findingsAbout('ING-003', ...classes, ...objects)[0]?.severity).toBe(severity);
});

const change = (service: ReturnType<typeof aService>, port: string) => {
  const {
    field,
    from,
    to: value,
  } = findingsAbout('ING-003', ...classes, service, to(port))[0]?.fixes[0]?.change ?? {};
  return [field?.replace('spec.rules[].http.paths[].backend.service.', ''), from, value];
};

test('the fix takes the nearest name, else the only port, by number where an Ingress cannot use its name', () => {
  const two = web.withPort(90, { name: 'admin' });
  expect(change(two, 'htpp')).toEqual(['port.name', 'htpp', 'http']);
  expect(change(web, 'frontdoor')).toEqual(['port.name', 'frontdoor', 'http']);
  expect(change(two, 'frontdoor')).toEqual([undefined, undefined, undefined]);
  expect(change(aService('shop/web').withPort(80), 'web')).toEqual(['port', 'name: web', 'number: 80']);
  const long = aService('shop/web').withPort(80, { name: 'grpc-internal-api-v2' });
  expect(change(long, 'grpc')).toEqual(['port', 'name: grpc', 'number: 80']);
});
