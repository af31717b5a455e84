import {
  aCluster,
  anIngress,
  anIngressClass,
  aService,
  aSlice,
  type Buildable,
  type IngressBuilder,
} from '@fairlead/kube-objects/testing';
import { expect, test } from 'vitest';
import { haproxyIngressProfile } from '../controllers/haproxy-ingress.ts';
import { ingressNginxProfile } from '../controllers/ingress-nginx.ts';
import type { RoutingProfile } from '../controllers/routing-profile.ts';
import { specProfile } from '../controllers/spec.ts';
import { traefikProfile } from '../controllers/traefik.ts';
import { buildRoutingIndex } from '../engine/routing-index.ts';
import { listRouteConflicts } from './list-route-conflicts.ts';
import type { ConflictClaim, RouteConflict } from './route-conflict.ts';

const world: readonly Buildable[] = [
  anIngressClass('web').withController('example.com/web'),
  aService('shop/a').withPort(80, { targetPort: 8080 }),
  aSlice('shop/a-1').of('a').withPort(8080).withEndpoint('10.0.0.7'),
];
const web = (name = 'web', day = 1): IngressBuilder =>
  anIngress(`shop/${name}`).withClass('web').createdAt(`2026-01-0${day}T00:00:00Z`);

function conflictsOf(profile: RoutingProfile, ...objects: readonly Buildable[]): readonly RouteConflict[] {
  const reader = aCluster()
    .with(...world, ...objects)
    .build();
  return listRouteConflicts(buildRoutingIndex({ reader }, profile, { controllerClass: 'example.com/web' }));
}

const textOf = ({ ingress, hostRule, path }: ConflictClaim): string =>
  `${ingress} ${hostRule ?? ''}${path ?? ''}`;

const linesOf = (conflicts: readonly RouteConflict[]): readonly string[] =>
  conflicts.map(
    ({ code, winner, losers, why, isAssumed }) =>
      `${code} ${textOf(winner)} > ${losers.map(textOf).join(', ')} ${why}${isAssumed ? '?' : ''}`,
  );

const foo = (ingress: IngressBuilder, host = 'shop.example.com') =>
  ingress.withPath(host, '/foo', 'Prefix', 'a', 80);

test.each([
  [specProfile, 'SAME_PATH shop/old shop.example.com/foo > shop/new shop.example.com/foo OLDER?'],
  [ingressNginxProfile, 'SAME_PATH shop/old shop.example.com/foo > shop/new shop.example.com/foo OLDER'],
  [haproxyIngressProfile, 'SAME_PATH shop/old shop.example.com/foo > shop/new shop.example.com/foo OLDER'],
  [traefikProfile, 'SAME_PATH shop/new shop.example.com/foo > shop/old shop.example.com/foo UNDECIDED?'],
])('[CFL-1] of the same host, path and type in two Ingresses one wins: $name', (profile, line) => {
  expect(linesOf(conflictsOf(profile, foo(web('old', 1)), foo(web('new', 2))))).toEqual([line]);
});

test('[CFL-1] of equally old Ingresses the name decides, within an Ingress the place', () => {
  expect(linesOf(conflictsOf(ingressNginxProfile, foo(web('a')), foo(web('b'))))).toEqual([
    'SAME_PATH shop/b shop.example.com/foo > shop/a shop.example.com/foo NAME',
  ]);
  expect(linesOf(conflictsOf(ingressNginxProfile, foo(foo(web('a')))))).toEqual([
    'SAME_PATH shop/a shop.example.com/foo > shop/a shop.example.com/foo PLACE',
  ]);
});

test('[CFL-2] rules that a controller leaves out because the host is taken stand together', () => {
  const oneOwner: RoutingProfile = {
    ...specProfile,
    buildRoutes: (ingresses, context) => {
      const { routes, ...built } = specProfile.buildRoutes(ingresses, context);
      const [owner] = ingresses;
      return {
        ...built,
        routes: routes.filter(({ ingress }) => ingress === owner),
        dropped: routes.flatMap((route) => (route.ingress === owner ? [] : [{ route, reason: 'SHADOWED' }])),
      };
    },
  };
  const other = web('new', 2).withPath('shop.example.com', '/bar', 'Prefix', 'a', 80);
  expect(linesOf(conflictsOf(oneOwner, foo(web('old', 1)), other))).toEqual([
    'SAME_HOST shop/old shop.example.com > shop/new shop.example.com/bar OLDER',
  ]);
});

test('[CFL-3] a path whose every request goes elsewhere is never reached', () => {
  const exact = web('exact', 2).withPath('shop.example.com', '/foo', 'Exact', 'a', 80);
  const other = foo(web('prefix', 1));
  expect(linesOf(conflictsOf(specProfile, exact, other))).toEqual([]);
  expect(linesOf(conflictsOf(traefikProfile, exact, other))).toEqual([
    'PATH_NEVER_REACHED shop/prefix shop.example.com/foo > shop/exact shop.example.com/foo ORDER',
  ]);
});

test('[CFL-3] a wildcard can keep a host from its requests where the longest rule is asked first', () => {
  const host = web('host').withPath('a.example.com', '/', 'Prefix', 'a', 80);
  const wildcard = web('wild').withPath('*.example.com', '/', 'Prefix', 'a', 80).annotated({
    'traefik.ingress.kubernetes.io/router.priority': '1000',
  });
  expect(linesOf(conflictsOf(specProfile, host, wildcard))).toEqual([]);
  expect(linesOf(conflictsOf(traefikProfile, host, wildcard))).toEqual([
    'PATH_NEVER_REACHED shop/wild *.example.com/ > shop/host a.example.com/ HOST',
  ]);
});

test('[CFL-4] a host with a rule of its own hides the paths of its wildcard, unless requests go on', () => {
  const objects = [
    web('host').withPath('a.example.com', '/own', 'Prefix', 'a', 80),
    web('wild')
      .withPath('*.example.com', '/', 'Prefix', 'a', 80)
      .withPath('*.example.com', '/own', 'Prefix', 'a', 80),
  ];
  expect(linesOf(conflictsOf(specProfile, ...objects))).toEqual([
    'WILDCARD_HIDDEN shop/host a.example.com > shop/wild *.example.com/ HOST',
  ]);
  expect(conflictsOf(haproxyIngressProfile, ...objects)).toEqual([]);
});

test('[CFL-5] a pattern that takes every request of its host is named with all that it swallows', () => {
  const pattern = web('re')
    .withPath('shop.example.com', '/.{0,1000000}', 'ImplementationSpecific', 'a', 80)
    .annotated({ 'nginx.ingress.kubernetes.io/use-regex': 'true' });
  const other = web('b')
    .withPath('shop.example.com', '/b', 'Prefix', 'a', 80)
    .withPath('shop.example.com', '/c', 'Exact', 'a', 80);
  const [found, ...more] = conflictsOf(ingressNginxProfile, pattern, other);
  expect(more).toEqual([]);
  expect(found).toMatchObject({
    code: 'REGEX_SWALLOWS_HOST',
    host: 'shop.example.com',
    winner: { ingress: 'shop/re', path: '/.{0,1000000}' },
    losers: [{ path: '/b' }, { path: '/c' }],
    isAssumed: true,
  });
});

test('[CFL-6] paths that each get some request are in nobody’s way', () => {
  const object = web()
    .withPath('shop.example.com', '/', 'Prefix', 'a', 80)
    .withPath('shop.example.com', '/foo', 'Prefix', 'a', 80)
    .withPath('shop.example.com', '/foo', 'Exact', 'a', 80)
    .withPath('shop.example.com', '/foo/bar', 'ImplementationSpecific', 'a', 80)
    .withPath('', '/', 'Prefix', 'a', 80);
  for (const profile of [specProfile, ingressNginxProfile, haproxyIngressProfile])
    expect(conflictsOf(profile, object)).toEqual([]);
});
