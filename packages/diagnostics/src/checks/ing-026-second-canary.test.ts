import { expect, test } from 'vitest';
import { allClasses } from '../testing/cases/controllers.ts';
import { nginxIngress, withPaths } from '../testing/cases/nginx-ingress.ts';
import { findingsAbout } from '../testing/diagnose-objects.ts';

const canary = (name: string, day: number, path: 'Prefix /' | 'Prefix /x' | 'Exact /' = 'Prefix /') =>
  withPaths(nginxIngress(name, { canary: 'true', 'canary-weight': '10' }), path).createdAt(
    `2026-01-0${day}T00:00:00Z`,
  );
const main = withPaths(nginxIngress('main'), 'Prefix /', 'Exact /', 'Prefix /x');

const losersOf = (
  ...objects: Parameters<typeof findingsAbout> extends [unknown, ...infer Rest] ? Rest : never
) =>
  findingsAbout('ING-026', ...objects, ...allClasses).map(
    ({ place, related }) => `${place.ref.name} to ${related[0]?.name}`,
  );

test('of two canaries for one rule the older one counts, of equally old ones the last by name', () => {
  expect(losersOf(main, canary('a', 2), canary('b', 1))).toEqual(['a to b']);
  expect(losersOf(main, canary('a', 1), canary('b', 1))).toEqual(['a to b']);
  expect(losersOf(main, canary('a', 1), canary('b', 2), canary('c', 3))).toEqual(['b to a', 'c to a']);
});

test('canaries of different rules, controllers, or without a main Ingress are told nothing', () => {
  expect(losersOf(main, canary('a', 1), canary('b', 2, 'Prefix /x'))).toEqual([]);
  expect(losersOf(main, canary('a', 1), canary('b', 2, 'Exact /'))).toEqual([]);
  expect(losersOf(main, canary('a', 1), canary('b', 2).withClass('traefik'))).toEqual([]);
  expect(losersOf(canary('a', 1), canary('b', 2))).toEqual([]);
});
