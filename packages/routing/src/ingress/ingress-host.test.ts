import { anIngress } from '@fairlead/kube-objects/testing';
import { expect, test } from 'vitest';
import { isTlsHost, matchesWildcardHost } from './ingress-host.ts';

test.each([
  ['*.foo.com', 'bar.foo.com', true],
  ['*.foo.com', 'BAR.Foo.com', true],
  ['*.foo.com', 'baz.bar.foo.com', false],
  ['*.foo.com', 'foo.com', false],
  ['*.foo.com', '.foo.com', false],
  ['*.foo.com', 'barfoo.com', false],
  ['foo.com', 'foo.com', false],
  ['*', 'foo.com', false],
])('[ING-17] wildcard %s and host %s: %s', (pattern, host, expected) => {
  expect(matchesWildcardHost(pattern, host)).toBe(expected);
});

test.each([
  [['shop.example.com'], 'shop.example.com', true],
  [['shop.example.com'], 'pay.example.com', false],
  [['*.example.com'], 'pay.example.com', true],
  [['*.example.com'], '*.example.com', true],
  [['*.example.com'], 'a.b.example.com', false],
  [['*.example.com'], '', false],
  [['pay.example.com'], '*.example.com', false],
  [[], 'shop.example.com', true],
  [[], '', true],
] as const)('[ING-16] TLS for %j and host %j: %s', (hosts, host, expected) => {
  expect(isTlsHost(anIngress('shop/web').withTls(hosts).build(), host)).toBe(expected);
});

test('[ING-16] without TLS entries no host has TLS', () => {
  expect(isTlsHost(anIngress('shop/web').build(), 'shop.example.com')).toBe(false);
});
