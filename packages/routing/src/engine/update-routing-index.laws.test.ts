import { keyOf, refOf, type ObjectRef, type ObjectStore } from '@fairlead/kube-objects';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { findProfile, profileNames } from '../controllers/find-profile.ts';
import type { ControllerOptions } from '../controllers/options.ts';
import type { ProfileName } from '../controllers/routing-profile.ts';
import { someObjects, somePut, someRequest, storeOf, worldOptions } from '../testing/route-worlds.ts';
import { findVerdict } from './find-verdict.ts';
import type { HostTable } from './route.ts';
import { buildRoutingIndex, type RoutingIndex } from './routing-index.ts';
import { updateRoutingIndex } from './update-routing-index.ts';

const byKey = <T>(map: ReadonlyMap<string, T>): readonly (readonly [string, T])[] =>
  [...map].toSorted(([a], [b]) => (a < b ? -1 : 1));

const textOf = (value: unknown): string => JSON.stringify(value);

/** Everything of an index that answers depend on, in an order of its own. */
function contentOf(index: RoutingIndex): unknown {
  const { built, anyHost, exactHosts, wildcardHosts, patternHosts } = index;
  const { tlsHosts, listeners, tlsClaims, owners } = built;
  const tables = [...byKey(exactHosts), ...byKey(wildcardHosts), ['', anyHost] as const];
  const targetsOf = (table: HostTable | undefined) => table?.routes.map((route) => index.targetOf(route));
  return {
    tables,
    patterns: patternHosts.map(({ table, regex }) => [table, regex.source]),
    targets: tables.map(([host, table]) => [host, targetsOf(table)]),
    routes: built.routes.map(textOf).toSorted(),
    dropped: byKey(index.droppedByHost),
    defaults: [built.defaults, byKey(index.defaultByHost)],
    tlsHosts: [...tlsHosts].toSorted(),
    facts: [listeners, tlsClaims, owners].map((known) => byKey<unknown>(known ?? new Map())),
    admitted: index.admitted,
    taken: index.taken,
    rejected: index.rejected,
    assumed: [...index.assumedIngresses].toSorted(),
  };
}

/** One change: objects that are put, or the Ingress of that place in the list that is deleted. */
const someStep = fc.oneof({ weight: 3, arbitrary: somePut }, { weight: 1, arbitrary: fc.nat({ max: 3 }) });

function applyStep(
  store: ObjectStore,
  step: typeof someStep extends fc.Arbitrary<infer T> ? T : never,
): readonly ObjectRef[] {
  const gone = typeof step === 'number' ? store.list('Ingress').slice(step, step + 1) : [];
  const put = typeof step === 'number' ? [] : step;
  store.apply([
    ...gone.map((object) => ({ op: 'remove' as const, key: keyOf(object) })),
    ...put.map((object) => ({ op: 'put' as const, object })),
  ]);
  return [...gone, ...put].map((object) => refOf(object));
}

const optionsOf: readonly (readonly [ProfileName, ControllerOptions])[] = [
  ...profileNames.map((name) => [name, worldOptions] as const),
  ['haproxy-ingress', { ...worldOptions, strictHost: true }],
];

test.each(optionsOf)(
  '[TRC-15] with %s an index kept up to date is the one that is built anew %j',
  (name, options) => {
    const profile = findProfile(name);
    fc.assert(
      fc.property(
        someObjects,
        fc.array(someStep, { minLength: 1, maxLength: 5 }),
        someRequest,
        (objects, steps, request) => {
          const store = storeOf(objects);
          let index = buildRoutingIndex({ reader: store }, profile, options);
          for (const step of steps) {
            findVerdict(index, request);
            index = updateRoutingIndex(index, { reader: store }, applyStep(store, step));
            const fresh = buildRoutingIndex({ reader: store }, profile, options);
            expect(contentOf(index)).toEqual(contentOf(fresh));
            expect(findVerdict(index, request)).toEqual(findVerdict(fresh, request));
          }
        },
      ),
      { numRuns: 25 },
    );
  },
);
