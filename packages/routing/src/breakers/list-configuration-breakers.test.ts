import type { Ingress } from '@fairlead/kube-objects';
import { anIngress, type IngressBuilder } from '@fairlead/kube-objects/testing';
import { expect, test } from 'vitest';
import { profileNames } from '../controllers/find-profile.ts';
import type { RuleAt } from './configuration-breaker.ts';
import { listConfigurationBreakers } from './list-configuration-breakers.ts';
import { listPathsLostToCanaries } from './list-paths-lost-to-canaries.ts';

const host = 'shop.example.com';
const web = (name = 'web', annotations: Readonly<Record<string, string>> = {}): IngressBuilder =>
  anIngress(`shop/${name}`).annotated(
    Object.fromEntries(
      Object.entries(annotations).map(([key, value]) => [`nginx.ingress.kubernetes.io/${key}`, value]),
    ),
  );
const paths = (ingress: IngressBuilder, ...texts: readonly string[]): IngressBuilder =>
  texts.reduce((all, text) => {
    const [type = '', path = ''] = text.split(' ', 2);
    return all.withPath(host, path, type === 'Exact' ? 'Exact' : 'Prefix', 'a', 80);
  }, ingress);

const nameOf = ({ ingress, ruleIndex, pathIndex }: RuleAt): string =>
  `${ingress.metadata.name} ${ruleIndex}.${pathIndex ?? '-'}`;
const linesOf = (...ingresses: readonly IngressBuilder[]): readonly string[] =>
  listConfigurationBreakers(
    'ingress-nginx',
    ingresses.map((each): Ingress => each.build()),
  ).map(({ code, at, text, other }) =>
    [code, nameOf(at), text, ...(other === undefined ? [] : [`with ${nameOf(other)}`])].join(' '),
  );

test.each([
  [['Prefix /p', 'Prefix /p/'], ['LOCATION_TWICE web 0.1 /p/ with web 0.0']],
  [['Prefix /p/', 'Prefix /p'], ['LOCATION_TWICE web 0.1 /p/ with web 0.0']],
  [['Exact /p', 'Prefix /p', 'Prefix /p'], ['LOCATION_TWICE web 0.2 /p/ with web 0.1']],
  [['Exact /', 'Exact /'], ['LOCATION_TWICE web 0.1 / with web 0.0']],
  [['Exact /', 'Prefix /', 'Prefix /'], []],
  [['Prefix /p', 'Prefix /p'], []],
  [['Exact /p', 'Prefix /p'], []],
  [['Exact /p/', 'Prefix /p'], []],
  [['Prefix /p', 'Prefix /pp', 'Prefix /p/x'], []],
])('[BRK-1] locations of %j', (texts, lines) => {
  expect(linesOf(paths(web(), ...texts))).toEqual(lines);
});

test('[BRK-1] the younger Ingress is told, also where the two have different hosts beside it', () => {
  const old = paths(web('old'), 'Prefix /p').createdAt('2025-01-01T00:00:00Z');
  expect(linesOf(paths(web('a'), 'Prefix /p/'), old)).toEqual(['LOCATION_TWICE a 0.0 /p/ with old 0.0']);
  expect(linesOf(paths(web('a', { 'use-regex': 'true' }), 'Prefix /p/'), old)).toEqual([]);
});

test.each(['/a;b', '/a{id}', '/a b'])('[BRK-2] %j cannot be written, but as a pattern', (path) => {
  const sign = /[;{ ]/.exec(path)?.[0];
  const ingress = (annotations = {}) => web('web', annotations).withPath(host, path, 'Exact', 'a', 80);
  expect(linesOf(ingress())).toEqual([`PATH_NOT_WRITABLE web 0.0 ${sign}`]);
  expect(linesOf(ingress({ 'use-regex': 'true' }))).toEqual([]);
});

test('[BRK-2] a quote ends a pattern, and nothing else', () => {
  const ingress = (annotations = {}) => web('web', annotations).withPath(host, '/a"b', 'Exact', 'a', 80);
  expect(linesOf(ingress({ 'use-regex': 'true' }))).toEqual(['PATH_NOT_WRITABLE web 0.0 "']);
  expect(linesOf(ingress())).toEqual([]);
});

test('[BRK-3] a redirect from www of a wildcard', () => {
  const ingress = (name: string) =>
    web('web', { 'from-to-www-redirect': 'true' }).withPath(name, '/', 'Prefix', 'a', 80);
  expect(linesOf(ingress('*.example.com'))).toEqual(['WWW_OF_WILDCARD web 0.- www.*.example.com']);
  expect(linesOf(ingress(host))).toEqual([]);
});

test('[BRK-4] a pattern that is none, also of an Ingress that did not ask for patterns', () => {
  const other = web('other', { 'use-regex': 'true' }).withPath(host, '/x', 'Prefix', 'a', 80);
  expect(linesOf(paths(web(), 'Exact /a(b'), other)).toEqual(['PATTERN_FAULTY web 0.0 parenthesis']);
  expect(linesOf(paths(web(), 'Exact /a(b'))).toEqual([]);
});

test('[BRK-5] a canary with a rule without paths', () => {
  const bare = (canary: string) => web('web', { canary }).withSpec({ rules: [{ host }] });
  expect(linesOf(bare('true'))).toEqual([`CANARY_WITHOUT_PATHS web 0.- ${host}`]);
  expect(linesOf(bare('false'))).toEqual([]);
});

test('[BRK-6] a canary keeps a Service port from ordinary paths of any host', () => {
  const canary = (day: number) =>
    web('canary', { canary: 'true' })
      .withPath(host, '/', 'Prefix', 'b', 80)
      .createdAt(`2026-01-0${day}T00:00:00Z`);
  const ordinary = (service: string, port = 80) =>
    web('web').withPath('x.example.com', '/x', 'Prefix', service, port).createdAt('2026-01-05T00:00:00Z');
  const lostTo = (...ingresses: readonly IngressBuilder[]) =>
    listPathsLostToCanaries(ingresses.map((each) => each.build())).map(
      ({ canary: by, lost }) => `${nameOf(by)}: ${lost.map(nameOf).join(', ')}`,
    );
  expect(lostTo(canary(1), ordinary('b'))).toEqual(['canary 0.0: web 0.0']);
  expect(lostTo(canary(6), ordinary('b'))).toEqual([]);
  expect(lostTo(canary(1), ordinary('b', 81))).toEqual([]);
  expect(lostTo(canary(1), ordinary('c'))).toEqual([]);
});

test('[BRK-1] other controllers are not known to stop', () => {
  const broken = [paths(web(), 'Prefix /p', 'Prefix /p/').build()];
  const known = profileNames.filter((name) => listConfigurationBreakers(name, broken).length > 0);
  expect(known).toEqual(['ingress-nginx']);
});

test('[BRK-1] of one host, whatever the others have', () => {
  const ingress = paths(web(), 'Prefix /p', 'Prefix /p/').withPath('b.example.com', '/;', 'Exact', 'a', 80);
  const codesAt = (at: string) =>
    listConfigurationBreakers('ingress-nginx', [ingress.build()], at).map(({ code }) => code);
  expect(codesAt(host)).toEqual(['LOCATION_TWICE']);
  expect(codesAt('b.example.com')).toEqual(['PATH_NOT_WRITABLE']);
  expect(codesAt('c.example.com')).toEqual([]);
});
