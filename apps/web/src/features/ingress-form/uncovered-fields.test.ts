import { expect, test } from 'vitest';
import { aStoredIngress } from './testing/render-ingress-form.tsx';
import { listUncoveredFields } from './uncovered-fields.ts';

const listText = (...args: Parameters<typeof listUncoveredFields>): readonly string[] =>
  listUncoveredFields(...args).map((path) => path.join('.'));
const isNeverOwn = (): boolean => false;

test('fields without control are listed, at any depth; those of the API server are not', () => {
  const ingress = aStoredIngress(
    {
      ingressClassName: 'nginx',
      newThing: { x: 1 },
      defaultBackend: { service: { name: 'web', port: { number: 80, weight: 3 } } },
      rules: [
        {
          host: 'a.example',
          http: {
            paths: [
              {
                path: '/',
                pathType: 'Prefix',
                timeout: '3s',
                backend: { resource: { kind: 'Bucket', name: 'a', apiGroup: 'x.example' } },
              },
            ],
          },
        },
      ],
      tls: [{ hosts: ['a.example'], secretName: 'a', mode: 'strict' }],
    },
    { uid: '1', resourceVersion: '2', managedFields: [], finalizers: ['a/b'] },
  );
  expect(listText(ingress, isNeverOwn)).toEqual([
    'metadata.finalizers',
    'spec.newThing',
    'spec.defaultBackend.service.port.weight',
    'spec.rules.0.http.paths.0.timeout',
    'spec.tls.0.mode',
  ]);
});

test('an annotation of several lines has no row, unless it has a field of its own', () => {
  const ingress = aStoredIngress({}, { annotations: { notes: 'two\nlines', snippet: 'a;\nb;', short: 'x' } });
  expect(listText(ingress, isNeverOwn)).toEqual([
    'metadata.annotations.notes',
    'metadata.annotations.snippet',
  ]);
  expect(listText(ingress, (key) => key === 'snippet')).toEqual(['metadata.annotations.notes']);
});
