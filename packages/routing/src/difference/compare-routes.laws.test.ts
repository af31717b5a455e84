import type { TrimmedObject } from '@fairlead/kube-objects';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { findProfile, profileNames } from '../controllers/find-profile.ts';
import type { ProfileName } from '../controllers/routing-profile.ts';
import { findVerdict } from '../engine/find-verdict.ts';
import { buildRoutingIndex, type RoutingIndex } from '../engine/routing-index.ts';
import { someChange, someObjects, someRequest, storeFor, worldOptions } from '../testing/route-worlds.ts';
import { compareRoutes } from './compare-routes.ts';
import { groupOf, isSameVerdict } from './same-verdict.ts';

const indexOf = (name: ProfileName, objects: readonly TrimmedObject[]): RoutingIndex =>
  buildRoutingIndex({ reader: storeFor(name, objects) }, findProfile(name), worldOptions);

const requests = fc.array(someRequest, { minLength: 60, maxLength: 60 });

test.each(profileNames)('[DIF-1] with %s every example really differs', (name) => {
  fc.assert(
    fc.property(someChange, ([one, other]) => {
      const [before, after] = [indexOf(name, one), indexOf(name, other)];
      for (const change of compareRoutes(before, after).changes) {
        expect(findVerdict(before, change.request)).toEqual(change.before);
        expect(findVerdict(after, change.request)).toEqual(change.after);
        expect(isSameVerdict(change.before, change.after)).toBe(false);
      }
    }),
    { numRuns: 20 },
  );
});

test.each(profileNames)(
  '[DIF-2] with %s no request differs otherwise than listed where all is tried',
  (name) => {
    fc.assert(
      fc.property(someChange, requests, ([one, other], asked) => {
        const [before, after] = [indexOf(name, one), indexOf(name, other)];
        const { isComplete, changes } = compareRoutes(before, after);
        if (!isComplete) return;
        const listed = new Set(changes.map((change) => groupOf(change.before, change.after)));
        for (const request of asked) {
          const [was, is] = [findVerdict(before, request), findVerdict(after, request)];
          if (!isSameVerdict(was, is)) expect(listed).toContain(groupOf(was, is));
        }
      }),
      { numRuns: 30 },
    );
  },
);

test.each(profileNames)('[DIF-4] with %s a world is proven to be like itself', (name) => {
  fc.assert(
    fc.property(someObjects, (objects) => {
      const [before, after] = [indexOf(name, objects), indexOf(name, objects.toReversed())];
      expect(compareRoutes(before, after)).toEqual({
        isComplete: true,
        incomplete: [],
        requestCount: 0,
        changes: [],
      });
    }),
    { numRuns: 30 },
  );
});
