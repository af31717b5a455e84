import type { TrimmedObject } from '@fairlead/kube-objects';
import { anIngress, aPod, aService, aSlice } from '@fairlead/kube-objects/testing';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { findProfile, profileNames } from '../controllers/find-profile.ts';
import type { ProfileName } from '../controllers/routing-profile.ts';
import type { RoutingRequest } from '../request.ts';
import { plainWorld, someObjects, someRequest, storeFor, worldOptions } from '../testing/route-worlds.ts';
import type { Trace } from '../trace.ts';
import { buildRoutingIndex } from './routing-index.ts';
import { traceRequest } from './trace-request.ts';

const someRequests = fc.array(someRequest, { minLength: 10, maxLength: 10 });

function tracesOf(
  name: ProfileName,
  objects: readonly TrimmedObject[],
  requests: readonly RoutingRequest[],
): readonly Trace[] {
  const index = buildRoutingIndex({ reader: storeFor(name, objects) }, findProfile(name), worldOptions);
  return requests.map((request) => traceRequest(index, request));
}

test.each(profileNames)('%s routes something in the worlds of these laws', (name) => {
  const url = { method: 'GET', host: 'a.example.com', path: '/foo' } as const;
  const traces = tracesOf(name, plainWorld, [
    { ...url, scheme: 'http' },
    { ...url, scheme: 'https' },
  ]);
  expect(traces.map(({ hostRule }) => hostRule)).toContain('a.example.com');
});

test.each(profileNames)('with %s the order of objects changes no trace', (name) => {
  const shuffled = someObjects.chain((objects) =>
    fc.tuple(fc.constant(objects), fc.shuffledSubarray([...objects], { minLength: objects.length })),
  );
  fc.assert(
    fc.property(shuffled, someRequests, ([one, other], requests) => {
      expect(tracesOf(name, other, requests)).toEqual(tracesOf(name, one, requests));
    }),
    { numRuns: 30 },
  );
});

const elsewhere: readonly TrimmedObject[] = [
  aService('shop/elsewhere').withType('NodePort').withPort(80, { targetPort: 8080 }).build(),
  aSlice('shop/elsewhere-1').of('elsewhere').withPort(8080).withEndpoint('10.9.9.9', { ready: true }).build(),
];

test.each(profileNames)('with %s an Ingress for another host changes no trace', (name) => {
  const another = fc
    .record({
      pathType: fc.constantFrom('Exact' as const, 'Prefix' as const),
      age: fc.constantFrom('2025-01-01T00:00:00Z', '2027-01-01T00:00:00Z'),
      path: fc.constantFrom('/', '/foo'),
    })
    .map(({ pathType, age, path }) =>
      anIngress('shop/another')
        .withClass('web')
        .createdAt(age)
        .withPath('another.example.net', path, pathType, 'elsewhere', 80)
        .build(),
    );
  fc.assert(
    fc.property(someObjects, another, someRequests, (objects, ingress, requests) => {
      const world = [...objects, ...elsewhere];
      expect(tracesOf(name, [...world, ingress], requests)).toEqual(tracesOf(name, world, requests));
    }),
    { numRuns: 30 },
  );
});

const notReady: readonly TrimmedObject[] = ['a', 'empty'].flatMap((service) => {
  const pod = aPod(`shop/${service}-9`).withIps('10.8.8.8').notReady().build();
  const slice = aSlice(`shop/${service}-9`)
    .of(service)
    .withPort(8080, { name: 'http' })
    .withEndpoint('10.8.8.8', { ready: false, serving: false, terminating: false, pod })
    .build();
  return [pod, slice];
});

test.each(profileNames)('with %s a Pod that is not ready changes no trace', (name) => {
  fc.assert(
    fc.property(someObjects, someRequests, (objects, requests) => {
      expect(tracesOf(name, [...objects, ...notReady], requests)).toEqual(tracesOf(name, objects, requests));
    }),
    { numRuns: 30 },
  );
});
