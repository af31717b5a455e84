import { anIngress, aService } from '@fairlead/kube-objects/testing';
import { expect, test } from 'vitest';
import { allClasses, type ClassName } from '../testing/cases/controllers.ts';
import { findingsAbout } from '../testing/diagnose-objects.ts';

const web = (name: string, day: number, className: ClassName = 'f5') =>
  anIngress(`shop/${name}`).withClass(className).createdAt(`2026-01-0${day}T00:00:00Z`);
const host = 'a.example.com';
const old = web('old', 1).withPath(host, '/', 'Prefix', 'web', 80);
const losersOf = (...objects: readonly ReturnType<typeof web>[]) =>
  findingsAbout('ING-014', aService('shop/web').withPort(80), ...objects, ...allClasses).map(
    ({ place, related }) => `${place.ref.name} to ${related[0]?.name}`,
  );

test('F5 gives a host to the oldest Ingress that has it', () => {
  expect(losersOf(old, web('young', 2).withPath(host, '/x', 'Prefix', 'web', 80))).toEqual(['young to old']);
  expect(losersOf(old, web('young', 2).withPath(host, '/', 'Prefix', 'web', 80))).toEqual(['young to old']);
});

test('not with another host, another controller, or as master and minion', () => {
  expect(losersOf(old, web('young', 2).withPath('b.example.com', '/x', 'Prefix', 'web', 80))).toEqual([]);
  expect(losersOf(old, web('young', 2, 'traefik').withPath(host, '/x', 'Prefix', 'web', 80))).toEqual([]);
  const inTraefik = (name: string, day: number, path: string) =>
    web(name, day, 'traefik').withPath(host, path, 'Prefix', 'web', 80);
  expect(losersOf(inTraefik('old', 1, '/'), inTraefik('young', 2, '/x'))).toEqual([]);
  const part = (text: string) => ({ 'nginx.org/mergeable-ingress-type': text });
  const master = web('master', 1).withRule({ host }).annotated(part('master'));
  const minion = web('minion', 2).withPath(host, '/x', 'Prefix', 'web', 80).annotated(part('minion'));
  expect(losersOf(master, minion)).toEqual([]);
});
