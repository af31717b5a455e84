import type { Ingress, TrimmedObject } from '@fairlead/kube-objects';
import { anIngress, aService } from '@fairlead/kube-objects/testing';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { findVerdict } from '../engine/find-verdict.ts';
import { buildRoutingIndex } from '../engine/routing-index.ts';
import { traceRequest } from '../engine/trace-request.ts';
import { someObjects, someRequest, storeOf, worldOptions } from '../testing/route-worlds.ts';
import { findProfile, profileNames } from './find-profile.ts';
import type { ProfileName } from './routing-profile.ts';

const requests = fc.array(someRequest, { minLength: 15, maxLength: 15 });

/** Annotations of controllers of clouds and of Contour, which the worlds do not have. */
const annotations = fc.dictionary(
  fc.constantFrom(
    'kubernetes.io/ingress.allow-http',
    'ingress.kubernetes.io/force-ssl-redirect',
    'networking.gke.io/managed-certificates',
    'alb.ingress.kubernetes.io/group.name',
    'alb.ingress.kubernetes.io/group.order',
    'alb.ingress.kubernetes.io/listen-ports',
    'alb.ingress.kubernetes.io/ssl-redirect',
    'alb.ingress.kubernetes.io/conditions.a',
    'alb.ingress.kubernetes.io/conditions.b',
    'alb.ingress.kubernetes.io/target-type',
  ),
  fc.constantFrom(
    'true',
    'false',
    'front',
    '443',
    '-1',
    '[{"HTTP":80},{"HTTPS":443}]',
    '[{"field":"host-header","hostHeaderConfig":{"values":["b.example.com","?.example.com"]}}]',
    '[{"field":"http-request-method","httpRequestMethodConfig":{"values":["POST"]}}]',
    '[{"field":"path-pattern","pathPatternConfig":{"values":["/x*"]}}]',
    'instance',
    '{',
  ),
  { maxKeys: 4 },
);

function annotated(ingress: Ingress, added: Readonly<Record<string, string>>, name: ProfileName): Ingress {
  const { ingressClassName, ...spec } = ingress.spec;
  const isNamed = name !== 'gce' && ingressClassName !== undefined;
  return {
    ...ingress,
    metadata: { ...ingress.metadata, annotations: { ...ingress.metadata.annotations, ...added } },
    spec: isNamed ? { ...spec, ingressClassName } : spec,
  };
}

/** Worlds in which the profile takes the Ingresses. */
const worldsOf = (name: ProfileName): fc.Arbitrary<readonly TrimmedObject[]> =>
  fc
    .tuple(someObjects, fc.array(annotations, { minLength: 4, maxLength: 4 }))
    .map(([objects, added]) =>
      objects.map((object, index) =>
        object.kind === 'Ingress' ? annotated(object, added[index % added.length] ?? {}, name) : object,
      ),
    );

const indexOf = (objects: readonly TrimmedObject[], name: ProfileName) =>
  buildRoutingIndex({ reader: storeOf(objects) }, findProfile(name), worldOptions);

test.each(profileNames)('[TRC-15] with %s verdict and explanation agree, whatever is annotated', (name) => {
  fc.assert(
    fc.property(worldsOf(name), requests, (objects, asked) => {
      const index = indexOf(objects, name);
      for (const request of asked) {
        const { result, reason, httpStatus, service, location } = findVerdict(index, request);
        const trace = traceRequest(index, request);
        expect(trace).toMatchObject({ result, reason, httpStatus, service });
        expect(trace.location ?? null).toBe(location);
      }
    }),
    { numRuns: 25 },
  );
});

test.each(profileNames)('[TRC-9] with %s no two routes share a name', (name) => {
  fc.assert(
    fc.property(worldsOf(name), (objects) => {
      const ids = indexOf(objects, name).built.routes.map(({ id }) => id);
      expect(ids.filter((id, place) => ids.indexOf(id) !== place)).toEqual([]);
    }),
    { numRuns: 20 },
  );
});

const stranger: readonly TrimmedObject[] = [
  aService('far/away').withPort(80).build(),
  anIngress('far/away').withClass('web').withPath('far.example.org', '/', 'Prefix', 'away', 80).build(),
];

test.each(profileNames)('[TRC-4] with %s an Ingress for another host changes nothing', (name) => {
  fc.assert(
    fc.property(worldsOf(name), requests, (objects, asked) => {
      const far = stranger.map((object) =>
        object.kind === 'Ingress' ? annotated(object, {}, name) : object,
      );
      const [before, after] = [indexOf(objects, name), indexOf([...objects, ...far], name)];
      for (const request of asked) expect(findVerdict(after, request)).toEqual(findVerdict(before, request));
    }),
    { numRuns: 20 },
  );
});
