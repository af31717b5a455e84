import type { IngressTls, TrimmedObject } from '@fairlead/kube-objects';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { findProfile, profileNames } from '../controllers/find-profile.ts';
import type { CertificateFacts } from '../controllers/routing-profile.ts';
import { someObjects, someRequest, storeFor, worldOptions } from '../testing/route-worlds.ts';
import { listTlsSecrets } from './find-tls.ts';
import { buildRoutingIndex } from './routing-index.ts';
import { traceRequest } from './trace-request.ts';
import { withCertificates } from './with-certificates.ts';

const hosts = ['a.example.com', 'b.example.com', '*.example.com', '*.a.example.com'];
const secretNames = ['one', 'two', 'three'];

const entries: fc.Arbitrary<readonly IngressTls[]> = fc.array(
  fc.record(
    {
      hosts: fc.subarray(hosts, { minLength: 1, maxLength: 2 }),
      secretName: fc.constantFrom(...secretNames),
    },
    { requiredKeys: [] },
  ),
  { maxLength: 3 },
);

const secured = (objects: readonly TrimmedObject[], tls: readonly (readonly IngressTls[])[]) =>
  objects.map((object, index) =>
    object.kind === 'Ingress'
      ? { ...object, spec: { ...object.spec, tls: tls[index % tls.length] ?? [] } }
      : object,
  );

const facts: fc.Arbitrary<CertificateFacts> = fc.record({
  names: fc.subarray(hosts, { minLength: 1 }),
  isUsable: fc.boolean(),
});

const certificates = fc
  .tuple(...secretNames.map(() => fc.option(facts, { nil: undefined })))
  .map(
    (all) =>
      new Map(
        all.flatMap((each, index) =>
          each === undefined ? [] : [[`shop/${secretNames[index]}`, each] as const],
        ),
      ),
  );

/** Google's controller opens a port for https only where it knows the certificate (GCE-14). */
const names = profileNames.filter((name) => name !== 'gce');

test.each(names)('[TRC-13] %s: the Secrets that are named for a request are enough to trace it', (name) => {
  fc.assert(
    fc.property(
      someObjects,
      fc.array(entries, { minLength: 1, maxLength: 4 }),
      certificates,
      fc.array(someRequest, { minLength: 5, maxLength: 5 }),
      (objects, tls, known, requests) => {
        const reader = storeFor(name, secured(objects, tls));
        const profile = findProfile(name);
        const bare = buildRoutingIndex({ reader }, profile, worldOptions);
        const whole = buildRoutingIndex({ reader, certificates: known }, profile, worldOptions);
        for (const each of requests) {
          const request = { ...each, scheme: 'https' as const };
          const named = listTlsSecrets(bare, request);
          const read = new Map([...known].filter(([secret]) => named.includes(secret)));
          expect(traceRequest(withCertificates(bare, read), request)).toEqual(traceRequest(whole, request));
        }
      },
    ),
    { numRuns: 60 },
  );
});
