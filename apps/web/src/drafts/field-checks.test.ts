import { expect, test } from 'vitest';
import { anObject } from '../features/review-changes/testing/build-open-draft.ts';
import { countFieldErrors, listServiceChecks } from './field-checks.ts';

const aService = (spec: string) =>
  anObject(`apiVersion: v1
kind: Service
metadata: {name: web, namespace: shop, uid: u1, resourceVersion: "7"}
spec: ${spec}
`);
const anIngress = (path: string, rest = '') =>
  anObject(`apiVersion: networking.k8s.io/v1
kind: Ingress
metadata: {name: web, namespace: shop}
spec:
  rules:
    - http: {paths: [{path: ${path}, pathType: Prefix, backend: {service: {name: web, port: {number: 80}}}}${rest}]}
`);
const base = aService('{clusterIP: 10.0.0.1, ports: [{name: http, port: 80}]}');

test.each([
  ['nothing wrong', '{clusterIP: 10.0.0.1, ports: [{name: http, port: 81}]}', 0],
  ['a port that is none', '{clusterIP: 10.0.0.1, ports: [{name: http, port: 99999}]}', 1],
  ['two', '{clusterIP: 10.0.0.1, ports: [{name: UP, port: 99999}]}', 2],
  ['no port', '{clusterIP: 10.0.0.1, ports: []}', 1],
  ['only a warning', '{clusterIP: 10.0.0.1, ports: [{name: name-of-17-letters, port: 80}]}', 0],
  ['a field that is fixed once stored', '{clusterIP: 10.0.0.2, ports: [{name: http, port: 80}]}', 1],
])('a Service with %s', (_title, spec, errors) => {
  expect(countFieldErrors(aService(spec), base)).toBe(errors);
});

test('an Ingress counts what is refused of its paths, new or stored', () => {
  expect(countFieldErrors(anIngress('shop'), undefined)).toBe(1);
  expect(countFieldErrors(anIngress('/shop'), undefined)).toBe(0);
  expect(
    countFieldErrors(anIngress('shop', ', {pathType: Exact, path: /, backend: {}}'), anIngress('/')),
  ).toBe(2);
});

test('what is stored was accepted once: it warns and keeps nothing from being applied', () => {
  const stored = aService('{ports: [{name: http, port: 99999}]}');
  const edited = aService('{ports: [{name: http, port: 99999}], sessionAffinity: ClientIP}');
  if (edited.kind !== 'Service' || stored.kind !== 'Service') throw new Error('no Service');
  expect(countFieldErrors(edited, stored)).toBe(0);
  expect(listServiceChecks(edited, stored).map(({ code, severity }) => [code, severity])).toEqual([
    ['port-out-of-range', 'warning'],
  ]);
});
