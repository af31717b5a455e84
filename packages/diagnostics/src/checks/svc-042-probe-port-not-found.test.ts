import type { Container } from '@fairlead/kube-objects';
import { aCluster, anIngress, aPod, aService } from '@fairlead/kube-objects/testing';
import { expect, test } from 'vitest';
import { Diagnosis } from '../diagnosis.ts';
import { findingsAbout, inEnglish, nowOfTests } from '../testing/diagnose-objects.ts';
import { rolledOut } from '../testing/rolled-out.ts';

const ports = [{ name: 'web', containerPort: 8080 }];
const on = (port: number | string) => ({ httpGet: { port } });
const withApp = (app: Partial<Container>, ...others: readonly Container[]) =>
  aPod('shop/a').withSpec({ containers: [{ name: 'app', ports, ...app }, ...others] });

test.each([
  ['readiness names a missing port', withApp({ readinessProbe: on('http') }), 1],
  ['startup names a missing port', withApp({ startupProbe: on('http') }), 1],
  ['a TCP probe names a missing port', withApp({ readinessProbe: { tcpSocket: { port: 'http' } } }), 1],
  [
    'another container declares it',
    withApp({ readinessProbe: on('http') }, { name: 'b', ports: [{ name: 'http', containerPort: 1 }] }),
    1,
  ],
  ['the container declares it', withApp({ readinessProbe: on('web') }), 0],
  ['a number needs no declaration', withApp({ readinessProbe: on(9999) }), 0],
  ['no port to probe', withApp({ readinessProbe: { exec: { command: ['true'] } } }), 0],
  ['the Pod has ended', withApp({ readinessProbe: on('http') }).inPhase('Succeeded'), 0],
  ['the Pod is on its way out', withApp({ readinessProbe: on('http') }).terminating(), 0],
  [
    'a sidecar has probes too',
    aPod('shop/a').withSpec({
      initContainers: [{ name: 's', restartPolicy: 'Always', readinessProbe: on('http') }],
    }),
    1,
  ],
])('%s', (_, pod, count) => {
  expect(findingsAbout('SVC-042', pod)).toHaveLength(count);
});

test('probes of one container on one port are told together', () => {
  const [finding, ...more] = findingsAbout(
    'SVC-042',
    withApp({ readinessProbe: on('http'), livenessProbe: on('http') }).notReady(),
  );
  expect(more).toEqual([]);
  expect(finding?.title).toBe(
    'Readiness and liveness probes of container app name port “http”, which it does not declare',
  );
  expect(finding?.happens).toBe('Pod a never becomes ready and gets no requests.');
});

test('a liveness probe alone has no effect, which is a warning', () => {
  expect(findingsAbout('SVC-042', withApp({ livenessProbe: on('http') }))[0]).toMatchObject({
    severity: 'warning',
    effect: 'hygiene',
    happens: 'The liveness probe never has a result: a container that hangs is not restarted.',
  });
});

const faulty = rolledOut('shop/web', {
  pods: 3,
  isReady: false,
  containers: [{ name: 'app', ports, readinessProbe: on('http') }],
});

test('the Pods of a workload share one finding, at the workload', () => {
  const service = aService('shop/web').selecting({ app: 'web' });
  const ingress = anIngress('shop/web').withPath('a.example.com', '/', 'Prefix', 'web', 80);
  const findings = findingsAbout('SVC-042', ...faulty, service, ingress);
  expect(findings).toMatchObject([
    {
      place: { ref: { kind: 'Deployment', namespace: 'shop', name: 'web' } },
      related: [{ kind: 'Service', namespace: 'shop', name: 'web' }],
      happens: '3 Pods of Deployment web never become ready and get no requests.',
      requests: ['a.example.com/'],
    },
  ]);
});

test('when the Pod that told it goes, the next one does, and it stays the same finding', () => {
  const store = aCluster()
    .with(...faulty)
    .build();
  const diagnosis = new Diagnosis(store, nowOfTests, inEnglish);
  const applied = store.apply([{ op: 'remove', key: 'Pod/shop/web-5d8f-0' }]);
  const { added, removed, changed } = diagnosis.update(applied, nowOfTests);
  expect([added, removed]).toEqual([[], []]);
  expect(changed?.map(({ happens }) => happens)).toEqual([
    '2 Pods of Deployment web never become ready and get no requests.',
  ]);
});

test('a Service without ready Pods for that reason follows from it', () => {
  const findings = findingsAbout('SVC-002', ...faulty, aService('shop/web').selecting({ app: 'web' }));
  expect(findings[0]?.causedBy).toBe('SVC-042:Deployment/shop/web~app~http');
});

test('a Service with another unready Pod has more than that cause', () => {
  const another = aPod('shop/z').labelled({ app: 'web' }).notReady();
  const findings = findingsAbout(
    'SVC-002',
    ...faulty,
    another,
    aService('shop/web').selecting({ app: 'web' }),
  );
  expect(findings).toHaveLength(1);
  expect(findings[0]?.causedBy).toBeUndefined();
});
