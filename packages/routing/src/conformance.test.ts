import { readFileSync } from 'node:fs';
import { anIngress, aService, aSlice, type IngressBuilder } from '@fairlead/kube-objects/testing';
import { expect, test } from 'vitest';
import { profileNames } from './controllers/find-profile.ts';
import {
  backends,
  endOf,
  ingressOf,
  traceBy,
  webClass,
  withRule,
  type Row,
} from './testing/conformance-world.ts';

const foo = 'foo.example.com';
const withDefault = (ingress: IngressBuilder): IngressBuilder => ingress.withDefaultBackend('d', 80);
const withTls = (ingress: IngressBuilder): IngressBuilder => ingress.withTls([foo], 'tls');

const hosts: readonly Row[] = [
  { title: 'an exact host', rules: [`${foo} Prefix / a`], asked: `${foo}/`, spec: 'a' },
  { title: 'an exact host and another', rules: [`${foo} Prefix / a`], asked: 'bar.example.com/', spec: 404 },
  {
    title: 'each of two hosts its own',
    rules: [`${foo} Prefix / a`, 'bar.example.com Prefix / b'],
    asked: 'bar.example.com/',
    spec: 'b',
  },
  {
    title: 'a name that only begins like the host',
    rules: [`${foo} Prefix / a`],
    asked: `${foo}.org/`,
    spec: 404,
  },
  {
    title: 'a name that only ends like the host',
    rules: [`${foo} Prefix / a`],
    asked: `x.${foo}/`,
    spec: 404,
  },
  {
    title: 'a host with a port in the request',
    rules: [`${foo} Prefix / a`],
    asked: `${foo}:8080/`,
    spec: 'a',
  },
  { title: 'a host in another case', rules: [`${foo} Prefix / a`], asked: 'FOO.Example.COM/', spec: 'a' },
  { title: 'a wildcard and one label', rules: ['*.example.com Prefix / a'], asked: `${foo}/`, spec: 'a' },
  {
    title: 'a wildcard and two labels',
    rules: ['*.example.com Prefix / a'],
    asked: `x.${foo}/`,
    spec: 404,
    otherwise: {
      'f5-nginx': ['F5N-2', 'a'],
      kong: ['KNG-3', 'a'],
      istio: ['IST-3', 'a'],
      alb: ['ALB-8', 'a'],
      gce: ['GCE-11', 'a'],
    },
  },
  { title: 'a wildcard and no label', rules: ['*.example.com Prefix / a'], asked: 'example.com/', spec: 404 },
  {
    title: 'a wildcard and a port in the request',
    rules: ['*.example.com Prefix / a'],
    asked: `${foo}:8080/`,
    spec: 'a',
  },
  {
    title: 'an exact host before a wildcard',
    rules: ['*.example.com Prefix / a', `${foo} Prefix / b`],
    asked: `${foo}/`,
    spec: 'b',
    otherwise: { alb: ['ALB-7', 'a'] },
  },
  {
    title: 'a wildcard where no exact host is',
    rules: ['*.example.com Prefix / a', `${foo} Prefix / b`],
    asked: 'bar.example.com/',
    spec: 'a',
  },
  {
    title: 'a longer path of a wildcard behind the exact host',
    rules: ['*.example.com Prefix /long/path a', `${foo} Prefix / b`],
    asked: `${foo}/long/path`,
    spec: 'b',
    otherwise: { traefik: ['TRK-2', 'a'], alb: ['ALB-7', 'a'] },
  },
  {
    title: 'the path of a wildcard is not asked for a host of its own',
    rules: ['*.example.com Prefix /x a', `${foo} Prefix /y b`],
    asked: `${foo}/x`,
    spec: 404,
    otherwise: {
      traefik: ['TRK-2', 'a'],
      'haproxy-ingress': ['HAP-5', 'a'],
      kong: ['KNG-4', 'a'],
      alb: ['ALB-7', 'a'],
    },
  },
  {
    title: 'no host is any host',
    rules: ['* Prefix / a'],
    asked: 'whatever.example.org/',
    spec: 'a',
    otherwise: { 'f5-nginx': ['F5N-4', 404] },
  },
  {
    title: 'a host before no host',
    rules: ['* Prefix / a', `${foo} Prefix / b`],
    asked: `${foo}/`,
    spec: 'b',
    otherwise: { 'f5-nginx': ['F5N-4', 404], alb: ['ALB-7', 'a'] },
  },
  {
    title: 'a wildcard before no host',
    rules: ['* Prefix / a', '*.example.com Prefix / b'],
    asked: `${foo}/`,
    spec: 'b',
    otherwise: { 'f5-nginx': ['F5N-4', 404], alb: ['ALB-7', 'a'] },
  },
  {
    title: 'a longer path without host behind a host',
    rules: ['* Prefix /x a', `${foo} Prefix / b`],
    asked: `${foo}/x`,
    spec: 'b',
    otherwise: { 'f5-nginx': ['F5N-4', 404], alb: ['ALB-7', 'a'] },
  },
];

const paths: readonly Row[] = [
  { title: 'Exact and itself', rules: [`${foo} Exact /foo a`], asked: `${foo}/foo`, spec: 'a' },
  { title: 'Exact and a query', rules: [`${foo} Exact /foo a`], asked: `${foo}/foo?x=/y`, spec: 'a' },
  { title: 'Exact and a final slash', rules: [`${foo} Exact /foo a`], asked: `${foo}/foo/`, spec: 404 },
  {
    title: 'Exact with a final slash and without',
    rules: [`${foo} Exact /foo/ a`],
    asked: `${foo}/foo`,
    spec: 404,
    otherwise: { 'ingress-nginx': ['NGX-5', 301], 'f5-nginx': ['F5N-8', 301] },
  },
  { title: 'Exact and another case', rules: [`${foo} Exact /foo a`], asked: `${foo}/FOO`, spec: 404 },
  { title: 'Exact and below', rules: [`${foo} Exact /foo a`], asked: `${foo}/foo/bar`, spec: 404 },
  { title: 'Exact / and another path', rules: [`${foo} Exact / a`], asked: `${foo}/x`, spec: 404 },
  { title: 'Prefix / and everything', rules: [`${foo} Prefix / a`], asked: `${foo}/x/y?z`, spec: 'a' },
  { title: 'Prefix and itself', rules: [`${foo} Prefix /foo a`], asked: `${foo}/foo`, spec: 'a' },
  { title: 'Prefix and a final slash', rules: [`${foo} Prefix /foo a`], asked: `${foo}/foo/`, spec: 'a' },
  { title: 'Prefix and below', rules: [`${foo} Prefix /foo a`], asked: `${foo}/foo/bar`, spec: 'a' },
  {
    title: 'Prefix and an element that goes on',
    rules: [`${foo} Prefix /foo a`],
    asked: `${foo}/foobar`,
    spec: 404,
    otherwise: { 'f5-nginx': ['F5N-3', 'a'], traefik: ['TRK-3', 'a'] },
  },
  { title: 'Prefix and another case', rules: [`${foo} Prefix /foo a`], asked: `${foo}/FOO`, spec: 404 },
  {
    title: 'Prefix with a final slash and without',
    rules: [`${foo} Prefix /foo/ a`],
    asked: `${foo}/foo`,
    spec: 'a',
    otherwise: { 'ingress-nginx': ['NGX-5', 301], 'f5-nginx': ['F5N-8', 301], traefik: ['TRK-3', 404] },
  },
  {
    title: 'Prefix with a final slash and below',
    rules: [`${foo} Prefix /foo/ a`],
    asked: `${foo}/foo/bar`,
    spec: 'a',
  },
  {
    title: 'Prefix of two elements and one and a half',
    rules: [`${foo} Prefix /aaa/bb a`],
    asked: `${foo}/aaa/bbb`,
    spec: 404,
    otherwise: { 'f5-nginx': ['F5N-3', 'a'], traefik: ['TRK-3', 'a'] },
  },
  {
    title: 'Prefix of two elements and one',
    rules: [`${foo} Prefix /aaa/bbb a`],
    asked: `${foo}/aaa`,
    spec: 404,
  },
  {
    title: 'the longest of three Prefixes',
    rules: [`${foo} Prefix / a`, `${foo} Prefix /aaa b`, `${foo} Prefix /aaa/bbb c`],
    asked: `${foo}/aaa/bbb/ccc`,
    spec: 'c',
  },
  {
    title: 'the second of three Prefixes',
    rules: [`${foo} Prefix / a`, `${foo} Prefix /aaa b`, `${foo} Prefix /aaa/bbb c`],
    asked: `${foo}/aaa/ccc`,
    spec: 'b',
  },
  {
    title: 'the shortest of three Prefixes',
    rules: [`${foo} Prefix /aaa/bbb c`, `${foo} Prefix /aaa b`, `${foo} Prefix / a`],
    asked: `${foo}/ccc`,
    spec: 'a',
  },
  {
    title: 'Exact before Prefix on the same path',
    rules: [`${foo} Prefix /foo a`, `${foo} Exact /foo b`],
    asked: `${foo}/foo`,
    spec: 'b',
    otherwise: { traefik: ['TRK-3', 'a'], kong: ['KNG-7', 'a'] },
  },
  {
    title: 'below an Exact and a Prefix of the same path',
    rules: [`${foo} Prefix /foo a`, `${foo} Exact /foo b`],
    asked: `${foo}/foo/x`,
    spec: 'a',
  },
  {
    title: 'Exact before a shorter Prefix',
    rules: [`${foo} Prefix / a`, `${foo} Exact /foo b`],
    asked: `${foo}/foo`,
    spec: 'b',
    otherwise: { traefik: ['TRK-2', 'a'] },
  },
  { title: 'no path that matches', rules: [`${foo} Prefix /foo a`], asked: `${foo}/`, spec: 404 },
  {
    title: 'ImplementationSpecific and itself',
    rules: [`${foo} ImplementationSpecific /foo a`],
    asked: `${foo}/foo`,
    spec: 'a',
  },
  {
    title: 'ImplementationSpecific and below',
    rules: [`${foo} ImplementationSpecific /foo a`],
    asked: `${foo}/foo/bar`,
    spec: 'a',
    otherwise: { istio: ['IST-5', 404], alb: ['ALB-9', 404], gce: ['GCE-6', 404] },
  },
  {
    title: 'ImplementationSpecific and an element that goes on',
    rules: [`${foo} ImplementationSpecific /foo a`],
    asked: `${foo}/foobar`,
    spec: 404,
    otherwise: {
      'f5-nginx': ['F5N-3', 'a'],
      traefik: ['TRK-5', 'a'],
      haproxytech: ['HPT-3', 'a'],
      'haproxy-ingress': ['HAP-3', 'a'],
      kong: ['KNG-5', 'a'],
      contour: ['CTR-5', 'a'],
    },
  },
  {
    title: 'no path is everything',
    rules: [`${foo} ImplementationSpecific - a`],
    asked: `${foo}/x`,
    spec: 'a',
  },
];

const defaultBackends: readonly Row[] = [
  {
    title: 'a default backend alone',
    rules: [],
    asked: `${foo}/x`,
    spec: 'd',
    more: withDefault,
    otherwise: { 'f5-nginx': ['F5N-4', 404], istio: ['IST-8', 404] },
  },
  {
    title: 'a default backend and a rule that matches',
    rules: [`${foo} Prefix /x a`],
    asked: `${foo}/x`,
    spec: 'a',
    more: withDefault,
  },
  {
    title: 'a default backend and no path that matches',
    rules: [`${foo} Prefix /x a`],
    asked: `${foo}/y`,
    spec: 'd',
    more: withDefault,
    otherwise: { traefik: ['TRK-8', 404], istio: ['IST-8', 404], contour: ['CTR-11', 404] },
  },
  {
    title: 'a default backend and no host that matches',
    rules: [`${foo} Prefix /x a`],
    asked: 'bar.example.org/x',
    spec: 'd',
    more: withDefault,
    otherwise: {
      'ingress-nginx': ['NGX-6', 404],
      'f5-nginx': ['F5N-9', 404],
      traefik: ['TRK-8', 404],
      istio: ['IST-8', 404],
    },
  },
];

const tls: readonly Row[] = [
  {
    title: 'https for a host with a certificate',
    rules: [`${foo} Prefix / a`],
    asked: `https://${foo}/`,
    spec: 'a',
    more: withTls,
    otherwise: { traefik: ['TRK-6', 404], istio: ['IST-10', 'closed'], alb: ['ALB-14', 'closed'] },
  },
  {
    title: 'http for a host with a certificate',
    rules: [`${foo} Prefix / a`],
    asked: `${foo}/`,
    spec: 'a',
    more: withTls,
    otherwise: {
      'ingress-nginx': ['NGX-11', 308],
      'f5-nginx': ['F5N-11', 301],
      haproxytech: ['HPT-8', 302],
      'haproxy-ingress': ['HAP-7', 302],
    },
  },
  {
    title: 'https for a host without a certificate',
    rules: [`${foo} Prefix / a`],
    asked: `https://${foo}/`,
    spec: 'a',
    otherwise: {
      'f5-nginx': ['F5N-10', 'closed'],
      traefik: ['TRK-6', 404],
      'haproxy-ingress': ['HAP-6', 404],
      istio: ['IST-10', 'closed'],
      contour: ['CTR-14', 'closed'],
      alb: ['ALB-14', 'closed'],
      gce: ['GCE-14', 'closed'],
    },
  },
  {
    title: 'https for a name that no rule and no certificate has',
    rules: [`${foo} Prefix / a`],
    asked: 'https://bar.example.com/',
    spec: 404,
    more: withTls,
    otherwise: {
      'f5-nginx': ['F5N-10', 'closed'],
      istio: ['IST-10', 'closed'],
      contour: ['CTR-14', 'closed'],
    },
  },
];

/** Every row numbered, with every profile. */
const cases = [...hosts, ...paths, ...defaultBackends, ...tls].flatMap((row, index) =>
  profileNames.map((profile) => [index + 1, row.title, profile, row] as const),
);

test.each(cases)('%i. %s, by %s', (_number, _title, profile, row) => {
  const found = endOf(traceBy(profile, [webClass, ...backends, ingressOf(row)], row.asked));
  expect(found).toBe(row.otherwise?.[profile]?.[1] ?? row.spec);
});

test.each(profileNames)(
  'all ready endpoints of a Service are asked, whatever slice has them, by %s',
  (profile) => {
    const spread = [
      aService('shop/many').withType('NodePort').withPort(80, { targetPort: 8080 }),
      aSlice('shop/many-1')
        .of('many')
        .withPort(8080)
        .withEndpoint('10.0.1.1', { ready: true })
        .withEndpoint('10.0.1.2', { ready: true })
        .withEndpoint('10.0.1.9', { ready: false }),
      aSlice('shop/many-2').of('many').withPort(8080).withEndpoint('10.0.1.3', { ready: true }),
    ];
    const ingress = withRule(anIngress('shop/web').withClass('web'), `${foo} Prefix / many`);
    expect(traceBy(profile, [webClass, ...spread, ingress], `${foo}/`).endpoints).toEqual([
      '10.0.1.1:8080',
      '10.0.1.2:8080',
      '10.0.1.3:8080',
    ]);
  },
);

test('every deviation names a rule of the SPEC', () => {
  const spec = readFileSync(new URL('../SPEC.md', import.meta.url), 'utf8');
  const named = [...hosts, ...paths, ...defaultBackends, ...tls].flatMap(({ otherwise = {} }) =>
    Object.values(otherwise).map(([rule]) => rule),
  );
  expect(named.filter((rule) => !spec.includes(`- **${rule}** `))).toEqual([]);
});
