import { anIngress } from '@fairlead/kube-objects/testing';
import { expect, test } from 'vitest';
import { listIngressHosts, listIngressPaths } from './list-ingress-paths.ts';

const ingress = anIngress('shop/web')
  .withPath('b.example.com', '/', 'Prefix', 'web', 80)
  .withPath('a.example.com', '/x', 'Exact', 'web', 80)
  .withRule({ host: 'bare.example.com' })
  .withPath('', '/', 'Prefix', 'web', 80)
  .withPath('b.example.com', '/', 'Prefix', 'other', 80)
  .withPath('b.example.com', '/', 'Exact', 'other', 80)
  .build();

test('[ING-13] paths stand in the order of the object, with their place in it', () => {
  expect(
    listIngressPaths(ingress).map(({ host, path, ruleIndex, pathIndex }) => [
      host,
      path.path,
      ruleIndex,
      pathIndex,
    ]),
  ).toEqual([
    ['b.example.com', '/', 0, 0],
    ['a.example.com', '/x', 1, 0],
    ['', '/', 3, 0],
    ['b.example.com', '/', 4, 0],
    ['b.example.com', '/', 4, 1],
  ]);
  expect(listIngressPaths(ingress)[3]?.path).toBe(ingress.spec.rules?.[4]?.http?.paths[0]);
});

test('[ING-14] equal host, path and path type are told apart by their ordinal', () => {
  expect(listIngressPaths(ingress).map(({ ordinal }) => ordinal)).toEqual([0, 0, 0, 1, 0]);
});

test('[ING-15] hosts stand once each, in the order of their first rule, with paths or without', () => {
  expect(listIngressHosts(ingress)).toEqual(['b.example.com', 'a.example.com', 'bare.example.com', '']);
});

test('[ING-16] a path has TLS when its host has', () => {
  const half = anIngress('shop/web')
    .withPath('a.example.com', '/', 'Prefix', 'web', 80)
    .withPath('b.example.com', '/', 'Prefix', 'web', 80)
    .withTls(['b.example.com'], 'b-tls')
    .build();
  expect(listIngressPaths(half).map(({ hasTls }) => hasTls)).toEqual([false, true]);
});
