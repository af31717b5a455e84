import fc from 'fast-check';
import { expect, test } from 'vitest';
import { findProfile, profileNames } from '../controllers/find-profile.ts';
import { normalizeRequest } from '../request.ts';
import { someObjects, someRequest, storeFor, worldOptions } from '../testing/route-worlds.ts';
import { decideOutcome } from './decide-outcome.ts';
import { findVerdict } from './find-verdict.ts';
import { buildRoutingIndex } from './routing-index.ts';
import { traceRequest } from './trace-request.ts';
import { toVerdict } from './verdict.ts';

test.each(profileNames)(
  '[TRC-15] with %s verdict and explanation agree about every request, asked for once or twice',
  (name) => {
    fc.assert(
      fc.property(
        someObjects,
        fc.array(someRequest, { minLength: 20, maxLength: 20 }),
        (objects, requests) => {
          const index = buildRoutingIndex(
            { reader: storeFor(name, objects) },
            findProfile(name),
            worldOptions,
          );
          for (const request of [...requests, ...requests]) {
            const verdict = findVerdict(index, request);
            const normalized = normalizeRequest(request);
            expect(verdict).toEqual(toVerdict(index, normalized, decideOutcome(index, normalized)));
            const trace = traceRequest(index, request);
            const { result, reason, httpStatus, service, servicePort, endpoints } = verdict;
            expect(trace).toMatchObject({ result, reason, httpStatus, service, servicePort, endpoints });
            expect(trace.location ?? null).toBe(verdict.location);
            expect(trace.rewrittenPath ?? null).toBe(verdict.rewrittenPath);
            expect(trace.split ?? []).toEqual(verdict.split);
            if (verdict.routeId !== null) expect(trace.ingress).toBe(verdict.ingress);
          }
        },
      ),
      { numRuns: 30 },
    );
  },
);
