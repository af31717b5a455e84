import { anIngress, aService, type Buildable } from '@fairlead/kube-objects/testing';
import type { CheckCase } from './check-case.ts';
import { allClasses, type ClassName } from './controllers.ts';

type Annotations = Readonly<Record<string, string>>;

const protocol = 'nginx.ingress.kubernetes.io/backend-protocol';

const ingress = (className: ClassName, annotations: Annotations = {}) =>
  anIngress('shop/web').withClass(className).annotated(annotations);
const toTls = (className: ClassName, annotations: Annotations = {}) =>
  ingress(className, annotations).withPath('a.example.com', '/', 'Prefix', 'tls', 443);
const tls = aService('shop/tls').withType('NodePort').withPort(443, { name: 'https' });
const world = (...objects: readonly Buildable[]): readonly Buildable[] => [...objects, ...allClasses];

const named = (port: number, given: NonNullable<Parameters<typeof tls.withPort>[1]>) =>
  world(
    ingress('nginx').withPath('a.example.com', '/', 'Prefix', 'x', port),
    aService('shop/x').withPort(port, given),
  );

export const ing047Cases: readonly CheckCase[] = [
  ['ingress-nginx, by name', world(toTls('nginx'), tls), 1],
  ['ingress-nginx, told', world(toTls('nginx', { [protocol]: 'HTTPS' }), tls), 0],
  ['ingress-nginx, decided otherwise', world(toTls('nginx', { [protocol]: 'HTTP' }), tls), 0],
  [
    'ingress-nginx, passed through',
    world(toTls('nginx', { 'nginx.ingress.kubernetes.io/ssl-passthrough': 'true' }), tls),
    0,
  ],
  ['by number, and what it leads to', named(443, { targetPort: 8443 }), 1],
  ['443 leads to a plain port', named(443, { targetPort: 8080 }), 0],
  ['443 leads to a name that says nothing', named(443, { targetPort: 'metrics' }), 0],
  ['called https, leads to a plain port', named(8443, { name: 'https', targetPort: 'http' }), 0],
  ['by appProtocol', named(9000, { appProtocol: 'https' }), 1],
  ['appProtocol says otherwise', named(443, { name: 'https', appProtocol: 'http' }), 0],
  ['a plain port', named(80, {}), 0],
  ['Traefik goes by the port itself', world(toTls('traefik'), tls), 0],
  ['F5', world(toTls('f5'), tls), 1],
  ['F5, another Service is listed', world(toTls('f5', { 'nginx.org/ssl-services': 'other' }), tls), 1],
  ['F5, listed', world(toTls('f5', { 'nginx.org/ssl-services': 'other, tls' }), tls), 0],
  ['haproxy-ingress', world(toTls('haproxy'), tls), 1],
  [
    'haproxy-ingress, as the Service says',
    world(toTls('haproxy'), tls.annotated({ 'ingress.kubernetes.io/secure-backends': 'true' })),
    0,
  ],
  ['Kong', world(toTls('kong'), tls), 1],
  ['Kong, told', world(toTls('kong'), tls.annotated({ 'konghq.com/protocol': 'https' })), 0],
  ['AWS', world(toTls('alb', { 'alb.ingress.kubernetes.io/scheme': 'internal' }), tls), 1],
  [
    'two paths to one port',
    world(toTls('nginx').withPath('a.example.com', '/x', 'Prefix', 'tls', 443), tls),
    1,
  ],
  [
    'another path of the Ingress leads to a plain port: no edit is safe',
    world(
      toTls('nginx').withPath('a.example.com', '/x', 'Prefix', 'web', 80),
      tls,
      aService('shop/web').withPort(80),
    ),
    1,
  ],
];
