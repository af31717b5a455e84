import { anIngress, anIngressClass, aService } from '@fairlead/kube-objects/testing';
import { expect, test } from 'vitest';
import { findingsAbout } from '../testing/diagnose-objects.ts';

const classes = [
  anIngressClass('nginx'),
  anIngressClass('traefik').withController('traefik.io/ingress-controller'),
];
const web = aService('shop/web').withPort(80, { name: 'http', targetPort: 3000, nodePort: 30080 });
const to = (port: number | string, className = 'nginx') =>
  anIngress('shop/web').withClass(className).withPath('a.example.com', '/', 'Prefix', 'web', port);

test.each([
  ['no such number', [web, to(8080)], 'error'],
  ['the targetPort, with ingress-nginx', [web, to(3000)], 'warning'],
  ['the targetPort, with another controller', [web, to(3000, 'traefik')], 'error'],
  ['the targetPort, with a class that is missing', [web, to(3000, 'ngnix')], 'error'],
  ['the nodePort', [web, to(30080)], 'error'],
  ['the port', [web, to(80)], undefined],
  ['a name: another check tells that', [web, to('nope')], undefined],
  ['a Service that is missing: another check tells that', [to(80)], undefined],
  [
    'an ExternalName without ports, with ingress-nginx',
    [aService('shop/web').external('a.example.org'), to(443)],
    undefined,
  ],
  [
    'an ExternalName without ports, with another',
    [aService('shop/web').external('a.example.org'), to(443, 'traefik')],
    'error',
  ],
])('%s', (_, objects, severity) => {
  expect(findingsAbout('ING-002', ...classes, ...objects)[0]?.severity).toBe(severity);
});

test('the roles of a port are told apart', () => {
  const why = (port: number) => findingsAbout('ING-002', ...classes, web, to(port, 'traefik'))[0]?.why;
  expect(why(3000)).toBe(
    'Service web has port `80` named `http`. `3000` is its targetPort, the port of the Pods; an Ingress names the port of the Service.',
  );
  expect(why(30080)).toBe(
    'Service web has port `80` named `http`. `30080` is its nodePort, the port of the nodes; an Ingress names the port of the Service.',
  );
  expect(why(8080)).toBe('The backend asks for port `8080`. Service web has port `80` named `http`.');
});

test('it is told at the row with the port to use', () => {
  expect(findingsAbout('ING-002', ...classes, web, to(8080, 'traefik'))[0]).toMatchObject({
    label: 'no port 8080',
    title: 'Service web has no port 8080',
    happens: 'Requests for `a.example.com/` fail now.',
    related: [{ kind: 'Service', namespace: 'shop', name: 'web' }],
    fixes: [
      { change: { field: 'spec.rules[].http.paths[].backend.service.port.number', from: '8080', to: '80' } },
    ],
  });
});
