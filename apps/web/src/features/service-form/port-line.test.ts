import { aCluster, aPod } from '@fairlead/kube-objects/testing';
import type { JsonObject } from '@fairlead/manifests';
import { expect, test } from 'vitest';
import { messagesOf } from '../../messages/languages.ts';
import { answerServiceForm } from '../../workers/answer-service-form.ts';
import { modelOf } from '../../workers/testing/model-of.ts';
import { suggestPortName } from './port-fields.ts';
import { describePort } from './port-line.ts';
import { suggestTargets, targetNotes } from './port-targets.ts';
import { aStoredService } from './testing/render-service-form.tsx';

const words = messagesOf('en').serviceForm;
const facts = answerServiceForm(
  modelOf(
    aCluster()
      .with(
        aPod('shop/web-1').labelled({ app: 'web' }).withContainerPort('http', 3000).ready(),
        aPod('shop/web-2').labelled({ app: 'web' }).withContainerPort('http', 4000).ready(),
        aPod('shop/web-3').labelled({ app: 'web' }).withContainerPort('', 5000).ready(),
      )
      .build(),
  ),
  { kind: 'serviceFormFacts', namespace: 'shop', name: 'web', selector: { app: 'web' } },
);

function line(spec: JsonObject): string {
  const service = aStoredService(spec);
  const [port] = service.spec.ports ?? [];
  return port === undefined ? '' : describePort(service, port, { facts, words });
}

test.each<[string, JsonObject, string]>([
  [
    'a name that Pods give different numbers',
    { ports: [{ port: 80, targetPort: 'http' }] },
    'Leads to http, which is 3000 or 4000 in the Pods.',
  ],
  ['a name that no Pod has', { ports: [{ port: 80, targetPort: 'htpp' }] }, 'Leads to htpp in the Pods.'],
  [
    'a number that some Pods declare',
    { ports: [{ port: 80, targetPort: 3000 }] },
    'Leads to 3000, declared by 1 of 3 Pods.',
  ],
  [
    'no target: the port itself',
    { ports: [{ port: 8088 }] },
    'Leads to 8088, which no Pod declares; fine if one listens there.',
  ],
  [
    'a headless Service',
    { clusterIP: 'None', ports: [{ port: 80, targetPort: 3000 }] },
    'Clients connect to the Pods themselves, at 3000: nothing translates ports.',
  ],
  [
    'an ExternalName',
    { type: 'ExternalName', externalName: 'a.example', ports: [{ port: 80 }] },
    'An ExternalName has no use for ports.',
  ],
])('where a port leads: %s', (_title, spec, expected) => {
  expect(line(spec)).toBe(expected);
});

test('targets are offered by name before number, for the protocol of the port', () => {
  expect(suggestTargets({ port: 80 }, facts, words).map(({ value }) => value)).toEqual([
    'http',
    '3000',
    '4000',
    '5000',
  ]);
  expect(suggestTargets({ port: 80, protocol: 'UDP' }, facts, words)).toEqual([]);
});

test('a name that not every matching Pod has is warned about, a number never is', () => {
  expect(targetNotes({ port: 80, targetPort: 'http' }, facts, words).map(({ message }) => message)).toEqual([
    'Only 2 of 3 matching Pods have a container port called http.',
  ]);
  expect(targetNotes({ port: 80, targetPort: 'htpp' }, facts, words)[0]?.message).toBe(
    'No matching Pod has a container port called htpp: nothing will answer.',
  );
  expect(targetNotes({ port: 80, targetPort: 9999 }, facts, words)).toEqual([]);
});

test('a port is called by its target, its usual use, or its number, and never like another', () => {
  const grpc = { port: 9000, targetPort: 'grpc' };
  expect(suggestPortName(grpc, [grpc])).toBe('grpc');
  const web = { port: 8080 };
  expect(suggestPortName(web, [web])).toBe('http');
  expect(suggestPortName(web, [{ name: 'http', port: 80 }, web])).toBe('port-8080');
});
