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
import type { RoutingProfile } from '../controllers/routing-profile.ts';
import { haproxyIngressProfile } from '../controllers/haproxy-ingress.ts';
import { ingressNginxProfile } from '../controllers/ingress-nginx.ts';
import { specProfile } from '../controllers/spec.ts';
import { buildRoutingIndex } from '../engine/routing-index.ts';
import { compareRoutes } from './compare-routes.ts';
import type { RouteDifference } from './route-difference.ts';

const serving = (name: string, address: string): readonly Buildable[] => [
  aService(`shop/${name}`).withPort(80, { targetPort: 8080 }),
  aSlice(`shop/${name}-1`).of(name).withPort(8080).withEndpoint(address),
];
const world: readonly Buildable[] = [
  anIngressClass('web').withController('example.com/web'),
  ...['a', 'b', 'c'].flatMap((name) => serving(name, '10.0.0.7')),
];
const web = (name = 'web'): IngressBuilder => anIngress(`shop/${name}`).withClass('web');

function compare(
  before: readonly Buildable[],
  after: readonly Buildable[],
  { profile = specProfile, limit }: { readonly profile?: RoutingProfile; readonly limit?: number } = {},
): RouteDifference {
  const [was, is] = [before, after].map((objects) =>
    buildRoutingIndex(
      {
        reader: aCluster()
          .with(...world, ...objects)
          .build(),
      },
      profile,
      { controllerClass: 'example.com/web' },
    ),
  );
  if (was === undefined || is === undefined) throw new Error('Both sides are there.');
  return compareRoutes(was, is, limit === undefined ? {} : { limit });
}

const linesOf = ({ changes }: RouteDifference): readonly string[] =>
  changes.map(
    ({ url, before, after }) =>
      `${url} ${before.service ?? before.httpStatus} -> ${after.service ?? after.httpStatus}`,
  );

const shop = web().withPath('shop.example.com', '/', 'Prefix', 'a', 80);

test('[DIF-1] a path that takes requests from another is one line with its own URL', () => {
  const after = shop.withPath('shop.example.com', '/cart', 'Prefix', 'b', 80);
  const found = compare([shop], [after]);
  expect(linesOf(found)).toEqual(['http://shop.example.com/cart shop/a -> shop/b']);
  expect(found).toMatchObject({ isComplete: true, incomplete: [] });
  expect(found.changes[0]).toMatchObject({
    request: { method: 'GET', scheme: 'http', host: 'shop.example.com', path: '/cart' },
    count: 6,
  });
});

test('[DIF-1] the place of a rule within its Ingress is no difference, and why a request fails is none', () => {
  const before = shop.withPath('shop.example.com', '/cart', 'Prefix', 'gone', 80);
  const after = web()
    .withPath('new.example.com', '/', 'Prefix', 'c', 80)
    .withPath('shop.example.com', '/cart', 'Prefix', 'gone', 80)
    .withPath('shop.example.com', '/', 'Prefix', 'a', 80);
  expect(linesOf(compare([before], [after]))).toEqual(['http://new.example.com/ 404 -> shop/c']);
});

test('[DIF-1] other endpoints of the same Service are a difference', () => {
  const [, moved] = serving('a', '10.0.0.8');
  if (moved === undefined) throw new Error('A Service has a slice.');
  expect(linesOf(compare([shop], [shop, moved]))).toEqual(['http://shop.example.com/ shop/a -> shop/a']);
});

test('[DIF-2] hosts under a wildcard and hosts of no rule stand for all of their kind', () => {
  const before = web().withPath('*.example.com', '/', 'Prefix', 'a', 80);
  const after = web('other').withPath('', '/', 'Prefix', 'b', 80);
  expect(linesOf(compare([before], [before, after]))).toEqual(['http://deep.any.example.com/ 404 -> shop/b']);
  expect(linesOf(compare([before], []))).toEqual(['http://any.example.com/ shop/a -> 404']);
});

test('[DIF-2] a path is told from what is below it, what goes on after it, and its own case', () => {
  const exact = (pathType: 'Exact' | 'Prefix') =>
    web().withPath('shop.example.com', '/foo', pathType, 'a', 80);
  expect(linesOf(compare([exact('Exact')], [exact('Prefix')]))).toEqual([
    'http://shop.example.com/foo/ 404 -> shop/a',
  ]);
  const own = (path: string) =>
    web().withPath('shop.example.com', path, 'ImplementationSpecific', 'a', 80).withTls(['shop.example.com']);
  const found = compare([own('/foo')], [own('/FOO')], { profile: haproxyIngressProfile });
  expect(found).toMatchObject({ isComplete: true });
  expect(new Set(found.changes.map(({ request }) => request.path.toLowerCase()))).toEqual(new Set(['/foo']));
});

test('[DIF-2] a pattern of hosts is tried with an example, and nothing is proven then', () => {
  const plain = web().withPath('shop.example.com', '/', 'Prefix', 'a', 80);
  const pattern = '^[a-z]+[.]example[.]org$';
  const aliased = plain.annotated({ 'haproxy-ingress.github.io/server-alias-regex': pattern });
  const found = compare([plain], [aliased], { profile: haproxyIngressProfile });
  expect(linesOf(found)).toEqual(['http://a.example.org/ 404 -> shop/a']);
  expect(found.incomplete).toEqual([{ reason: 'REGEX', host: pattern }]);
});

test('[DIF-3] headers and cookies of a canary are tried', () => {
  const stable = web('stable').withPath('shop.example.com', '/', 'Prefix', 'a', 80);
  const canary = web('canary')
    .withPath('shop.example.com', '/', 'Prefix', 'b', 80)
    .createdAt('2026-03-01T00:00:00Z')
    .annotated({
      'nginx.ingress.kubernetes.io/canary': 'true',
      'nginx.ingress.kubernetes.io/canary-by-header': 'X-New',
      'nginx.ingress.kubernetes.io/canary-by-header-value': 'yes',
      'nginx.ingress.kubernetes.io/canary-by-cookie': 'new',
    });
  const { changes } = compare([stable], [stable, canary], { profile: ingressNginxProfile });
  expect(changes.map(({ request, after }) => [request.headers, request.cookies, after.service])).toEqual([
    [{ 'x-new': 'yes' }, undefined, 'shop/b'],
  ]);
});

test('[DIF-4] a pattern leaves the comparison open where its host changed, and only there', () => {
  const pattern = web('pattern')
    .withPath('re.example.com', '/foo(/|$)(.*)', 'ImplementationSpecific', 'a', 80)
    .annotated({ 'nginx.ingress.kubernetes.io/rewrite-target': '/$2' });
  const elsewhere = compare([shop, pattern], [pattern], { profile: ingressNginxProfile });
  expect(elsewhere).toMatchObject({ isComplete: true, changes: [{ url: 'http://shop.example.com/' }] });
  const added = web('b').withPath('re.example.com', '/bar', 'Exact', 'b', 80);
  const found = compare([pattern], [pattern, added], { profile: ingressNginxProfile });
  expect(found.isComplete).toBe(false);
  expect(found.incomplete).toContainEqual({
    reason: 'REGEX',
    ingress: 'shop/pattern',
    host: 're.example.com',
    path: '/foo(/|$)(.*)',
  });
  expect(linesOf(found)).toEqual(['http://re.example.com/bar 404 -> shop/b']);
});

test('[DIF-4] two ways of routing are compared by example, and so is what goes over the limit', () => {
  const [spec, nginx] = [specProfile, ingressNginxProfile].map((profile) =>
    buildRoutingIndex(
      {
        reader: aCluster()
          .with(...world, shop)
          .build(),
      },
      profile,
      {
        controllerClass: 'example.com/web',
      },
    ),
  );
  if (spec === undefined || nginx === undefined) throw new Error('Both sides are there.');
  expect(compareRoutes(spec, nginx)).toMatchObject({
    isComplete: false,
    incomplete: [{ reason: 'PROFILE' }],
  });
  expect(compare([shop], [], { limit: 3 })).toMatchObject({
    isComplete: false,
    incomplete: [{ reason: 'LIMIT' }],
    requestCount: 3,
  });
});

test('[DIF-5] the example is the request that tells most', () => {
  const before = web().withPath('shop.example.com', '/help', 'Prefix', 'a', 80);
  const found = compare([before], [before.withDefaultBackend('b', 80)]);
  expect(linesOf(found)).toEqual(['http://shop.example.com/ 404 -> shop/b']);
});
