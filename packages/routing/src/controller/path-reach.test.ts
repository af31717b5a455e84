import { expect, test } from 'vitest';
import type { ControllerFamily } from './ingress-controller.ts';
import { comparedPathOf, listPathExamples, pathReachOf, type PathReach } from './path-reach.ts';

test.each<[ControllerFamily | undefined, string, string, PathReach | undefined]>([
  [undefined, '/foo', 'Exact', 'exact'],
  [undefined, '/foo', 'Prefix', 'elements'],
  [undefined, '/', 'Prefix', 'everything'],
  [undefined, '/foo', 'ImplementationSpecific', undefined],
  [undefined, '', 'ImplementationSpecific', 'everything'],
  [undefined, '/foo', 'Regex', undefined],
  ['ingress-nginx', '/foo', 'Prefix', 'elements'],
  ['ingress-nginx', '/foo', 'ImplementationSpecific', 'elements'],
  ['traefik', '/foo', 'Prefix', 'text'],
  ['traefik', '/', 'Prefix', 'everything'],
  ['nginx-f5', '/foo', 'Prefix', 'text'],
  ['haproxytech', '/foo', 'ImplementationSpecific', 'text'],
  ['haproxy-ingress', '/foo', 'ImplementationSpecific', 'text-any-case'],
  ['kong', '/~/foo$', 'ImplementationSpecific', 'pattern'],
  ['kong', '/foo', 'ImplementationSpecific', 'text'],
  ['contour', '/foo.*', 'ImplementationSpecific', 'pattern'],
  ['istio', '/foo/*', 'ImplementationSpecific', 'elements'],
  ['istio', '/foo.*', 'ImplementationSpecific', 'elements'],
  ['istio', '/*', 'ImplementationSpecific', 'everything'],
  ['istio', '*', 'ImplementationSpecific', 'everything'],
  ['istio', '/', 'ImplementationSpecific', 'exact'],
  ['istio', '/foo/*', 'Prefix', 'elements'],
  ['istio', '/foo', 'ImplementationSpecific', 'exact'],
])('[CTL-11] with %s the path %s of type %s reaches %s', (family, path, pathType, reach) => {
  expect(pathReachOf(family, { path, pathType })).toBe(reach);
});

test.each<[PathReach, string, readonly string[], readonly string[]]>([
  ['exact', '/foo', ['/foo'], ['/foo/', '/foo/x']],
  ['exact', '/foo/', ['/foo/'], ['/foo']],
  ['elements', '/foo/', ['/foo', '/foo/', '/foo/x'], ['/foos']],
  ['text', '/foo', ['/foo', '/foo/x', '/foos'], ['/FOO']],
  ['text-any-case', '/foo', ['/foo', '/foos', '/FOO'], []],
  ['everything', '/', ['/', '/any/path'], []],
  ['pattern', '/~/foo', [], []],
])('[CTL-11] examples of %s for %s', (reach, path, matching, others) => {
  expect(listPathExamples(reach, path)).toEqual({ matching, others });
});

test.each<[ControllerFamily | undefined, string, string, string]>([
  ['istio', '/foo/*', 'ImplementationSpecific', '/foo'],
  ['istio', '/foo.*', 'ImplementationSpecific', '/foo'],
  ['istio', '/*', 'ImplementationSpecific', '/'],
  ['istio', '/foo', 'ImplementationSpecific', '/foo'],
  ['istio', '/foo/*', 'Prefix', '/foo/*'],
  ['ingress-nginx', '/foo/*', 'ImplementationSpecific', '/foo/*'],
])('[CTL-11] with %s the path %s of type %s is compared as %s', (family, path, pathType, compared) => {
  expect(comparedPathOf(family, { path, pathType })).toBe(compared);
});
