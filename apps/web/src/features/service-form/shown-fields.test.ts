import type { FieldPath, JsonObject } from '@fairlead/manifests';
import { expect, test } from 'vitest';
import { isFieldShown } from './shown-fields.ts';
import { aStoredService } from './testing/render-service-form.tsx';
import { listUncoveredFields } from './uncovered-fields.ts';

const isShown = (spec: JsonObject, ...path: FieldPath): boolean => isFieldShown(aStoredService(spec), path);
const web: JsonObject = { ports: [{ name: 'http', port: 80 }], selector: { app: 'web' } };

test.each<[string, JsonObject, FieldPath, boolean]>([
  ['a field of a port', web, ['spec', 'ports', 0, 'targetPort'], true],
  ['a node port of a ClusterIP', web, ['spec', 'ports', 0, 'nodePort'], false],
  ['a node port of a NodePort', { ...web, type: 'NodePort' }, ['spec', 'ports', 0, 'nodePort'], true],
  ['a port that is not there', web, ['spec', 'ports', 3, 'port'], false],
  ['an unknown field of a port', web, ['spec', 'ports', 0, 'weight'], false],
  ['all ports', web, ['spec', 'ports'], true],
  ['a label of the selector', web, ['spec', 'selector', 'app'], true],
  ['a label that it lacks', web, ['spec', 'selector', 'tier'], false],
  ['a load balancer field of a ClusterIP', web, ['spec', 'loadBalancerClass'], false],
  ['a source range', { ...web, type: 'LoadBalancer' }, ['spec', 'loadBalancerSourceRanges', 0], true],
  ['the timeout without affinity', web, ['spec', 'sessionAffinityConfig'], false],
  ['the address of a headless Service', { ...web, clusterIP: 'None' }, ['spec', 'clusterIP'], false],
  ['an address of an ExternalName', { type: 'ExternalName' }, ['spec', 'clusterIP'], false],
  ['an external name', { type: 'ExternalName' }, ['spec', 'externalName'], true],
  ['the name', web, ['metadata', 'name'], true],
  ['the object itself', web, [], false],
  ['a field that nobody knows', web, ['spec', 'newThing', 'x'], false],
])('%s', (_title, spec, path, expected) => {
  expect(isShown(spec, ...path)).toBe(expected);
});

test('fields without control are listed, those of the API server are not', () => {
  const service = aStoredService(
    { ports: [{ port: 80, weight: 3 }], loadBalancerIP: '203.0.113.9', newThing: { x: 1 } },
    {
      uid: '1',
      resourceVersion: '2',
      managedFields: [],
      finalizers: ['a/b'],
      annotations: { notes: 'two\nlines' },
    },
  );
  expect(listUncoveredFields(service).map((path) => path.join('.'))).toEqual([
    'metadata.finalizers',
    'metadata.annotations.notes',
    'spec.loadBalancerIP',
    'spec.newThing',
    'spec.ports.0.weight',
  ]);
});
