import { anIngress } from '@fairlead/kube-objects/testing';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { toDefaultRoute } from '../controllers/list-rules.ts';
import { elementsMatcher, matchesPath, type PathMatcher } from './path-matcher.ts';
import { findPlace, SharedPathTables } from './path-table.ts';
import type { HostTable } from './route.ts';

const route = toDefaultRoute(anIngress('shop/a').build(), {});

const tableOf = (host: string, matchers: readonly PathMatcher[]): HostTable => ({
  host,
  matchers,
  routes: matchers.map((matcher) => ({ ...route, host, matcher })),
});

const somePath = fc.constantFrom('', '/', '/a', '/a/', '/a/b', '/ab', '/b', '/A', '/A/b');
const someMatcher = fc.oneof(
  somePath.map(elementsMatcher),
  fc.tuple(fc.constantFrom('exact', 'text', 'text-any-case'), somePath).map(([kind, path]): PathMatcher => ({
    kind,
    path: kind === 'text-any-case' ? path.toLowerCase() : path,
  })),
  somePath.map((path): PathMatcher => ({ kind: 'pattern', regex: new RegExp(`^${path}`, 'i') })),
);
const someMatchers = fc.array(someMatcher, { maxLength: 5 });

test('[TRC-7] the place found is that of the first rule that matches', () => {
  fc.assert(
    fc.property(someMatchers, somePath, (matchers, path) => {
      const tables = new SharedPathTables();
      const table = tables.get(tables.share(tableOf('a.example.com', matchers)));
      expect(findPlace(table, path)).toBe(matchers.findIndex((matcher) => matchesPath(matcher, path)));
    }),
  );
});

test('hosts share a table exactly when their rules match alike', () => {
  const tables = new SharedPathTables();
  const share = (host: string, ...matchers: readonly PathMatcher[]) => tables.share(tableOf(host, matchers));
  const first = share('a.example.com', elementsMatcher('/a'), elementsMatcher('/'));
  expect(share('b.example.com', elementsMatcher('/a'), elementsMatcher('/'))).toBe(first);
  expect(share('c.example.com', elementsMatcher('/'), elementsMatcher('/a'))).not.toBe(first);
  expect(share('d.example.com', { kind: 'exact', path: '/a' }, elementsMatcher('/'))).not.toBe(first);
  const patterns = ['^/a', '^/b'].map((source) =>
    share('e.example.com', { kind: 'pattern', regex: new RegExp(source) }),
  );
  expect(patterns[0]).not.toBe(patterns[1]);
});
