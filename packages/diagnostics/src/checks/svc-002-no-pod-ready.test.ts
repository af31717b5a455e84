import {
  aCluster,
  anIngress,
  anIngressClass,
  aPod,
  aService,
  aSlice,
  type PodBuilder,
} from '@fairlead/kube-objects/testing';
import { expect, test } from 'vitest';
import { Diagnosis } from '../diagnosis.ts';
import { findingsAbout, findingsIn, inEnglish, nowOfTests, secondsAgo } from '../testing/diagnose-objects.ts';

const web = aService('shop/web').selecting({ app: 'web' });
const pod = (name: string) => aPod(`shop/${name}`).labelled({ app: 'web' });
const waiting = (reason: string) => ({
  containerStatuses: [{ name: 'app', ready: false, state: { waiting: { reason } } }],
});

test.each([
  ['no Pod is ready', [web, pod('a').notReady(), pod('b').notReady()], 1],
  ['one of two Pods is ready', [web, pod('a').notReady(), pod('b')], 0],
  ['not-ready addresses are published', [web.publishingNotReady(), pod('a').notReady()], 0],
  ['the only Pod has ended', [web, pod('a').notReady().inPhase('Failed')], 0],
  ['no Pod matches: another check tells that', [web], 0],
  [
    'a ready Pod without the named port: another check tells that',
    [aService('shop/web').selecting({ app: 'web' }).withPort(80, { targetPort: 'http' }), pod('a')],
    0,
  ],
  ['a headless Service without a ready Pod', [web.headless(), pod('a').notReady()], 1],
  ['no selector', [aService('shop/web'), pod('a').notReady()], 0],
])('%s', (_, objects, count) => {
  expect(findingsAbout('SVC-002', ...objects)).toHaveLength(count);
});

test('an endpoint without conditions is a ready one', () => {
  const slice = aSlice('shop/web-1').of('web').withPort(80).withEndpoint('10.0.0.1');
  const store = aCluster().with(web, pod('a').notReady(), slice).build();
  expect(findingsIn(store, 'SVC-002')).toEqual([]);
});

test.each(['Pod', 'EndpointSlice'] as const)('nothing is said while %s objects cannot be read', (kind) => {
  const store = aCluster().with(web, pod('a').notReady()).withEndpoints().withoutAccessTo(kind).build();
  expect(findingsIn(store, 'SVC-002')).toEqual([]);
});

test.each<[string, PodBuilder, string]>([
  [
    'a container that crashes',
    pod('a').notReady().withStatus(waiting('CrashLoopBackOff')),
    'CrashLoopBackOff',
  ],
  [
    'an image that cannot be had',
    pod('a').notReady().withStatus(waiting('ImagePullBackOff')),
    'ImagePullBackOff',
  ],
  [
    'no node',
    pod('a')
      .withoutIp()
      .withStatus({ phase: 'Pending', conditions: [{ type: 'PodScheduled', status: 'False' }] }),
    'not scheduled to a node',
  ],
  ['on its way out', pod('a').notReady().terminating(), 'shutting down'],
  [
    'a failing probe',
    pod('a')
      .withSpec({ containers: [{ name: 'app', readinessProbe: { httpGet: { port: 80 } } }] })
      .notReady(),
    'readiness probe failing',
  ],
  [
    'a readiness gate',
    pod('a')
      .withSpec({ readinessGates: [{ conditionType: 'example.com/gate' }] })
      .withStatus({
        conditions: [
          { type: 'Ready', status: 'False' },
          { type: 'ContainersReady', status: 'True' },
        ],
      }),
    'readiness gate `example.com/gate` is not met',
  ],
  ['nothing known', pod('a').notReady(), 'not ready'],
])('the reason is told: %s', (_, unready, reason) => {
  expect(findingsAbout('SVC-002', web, unready)[0]?.title).toBe(`1 Pod matches but is not ready: ${reason}`);
});

test('different reasons are counted, the most frequent first', () => {
  const crash = waiting('CrashLoopBackOff');
  const [finding] = findingsAbout(
    'SVC-002',
    web,
    pod('a').notReady().terminating(),
    pod('b').notReady().withStatus(crash),
    pod('c').notReady().withStatus(crash),
  );
  expect(finding).toMatchObject({
    severity: 'error',
    label: 'No Pod is ready',
    title: '3 Pods match but none is ready: CrashLoopBackOff',
    why: 'The selector matches 3 Pods in namespace shop. Why none is ready: 2 CrashLoopBackOff and 1 shutting down.',
  });
});

test('ready Pods that no slice lists are told as that', () => {
  const store = aCluster().with(web, pod('a')).build();
  expect(findingsIn(store, 'SVC-002')[0]).toMatchObject({
    label: 'In no EndpointSlice',
    title: '1 Pod is ready, but no EndpointSlice lists it',
  });
});

const severityWith = (...pods: readonly PodBuilder[]) => {
  const store = aCluster()
    .with(web, ...pods)
    .withEndpoints()
    .build();
  const diagnosis = new Diagnosis(store, nowOfTests, inEnglish);
  const laterMs = diagnosis.lookAgainAtMs === undefined ? undefined : diagnosis.lookAgainAtMs - nowOfTests;
  return [diagnosis.list()[0]?.severity, laterMs];
};
const young = (name: string, seconds: number) => pod(name).notReady().createdAt(secondsAgo(seconds));
const probed = (startupProbe: object) => ({ containers: [{ name: 'app', startupProbe }] });

test.each<[string, readonly PodBuilder[], unknown]>([
  ['all Pods are younger than 30 s', [young('a', 10), young('b', 20)], ['info', 10_000]],
  ['one Pod is 30 s old', [young('a', 10), young('b', 30)], ['error', undefined]],
  ['an old one is on its way out', [young('a', 10), young('b', 500).terminating()], ['info', 20_000]],
  [
    'a startup probe allows 60 s more',
    [young('a', 80).withSpec(probed({ periodSeconds: 10, failureThreshold: 6 }))],
    ['info', 10_000],
  ],
  ['a young Pod crashes', [young('a', 10).withStatus(waiting('CrashLoopBackOff'))], ['error', undefined]],
  [
    'a young Pod has a probe on a port that is not there',
    [young('a', 10).withSpec(probed({ httpGet: { port: 'nowhere' } }))],
    ['error', undefined],
  ],
  ['all Pods are on their way out', [young('a', 10).terminating()], ['error', undefined]],
])('starting or late: %s', (_, pods, expected) => {
  expect(severityWith(...pods)).toEqual(expected);
});

test('the hint becomes an error when the time is over, without any object changing', () => {
  const store = aCluster().with(web, young('a', 10)).withEndpoints().build();
  const diagnosis = new Diagnosis(store, nowOfTests, inEnglish);
  expect(diagnosis.list()[0]).toMatchObject({ severity: 'info', label: 'Pod is starting' });
  const { added, removed, changed } = diagnosis.update([], nowOfTests + 20_000);
  expect([added, removed]).toEqual([[], []]);
  expect(changed).toMatchObject([{ severity: 'error', label: 'No Pod is ready' }]);
});

test('Pods that still serve while they shut down are a warning, but not behind ingress-nginx', () => {
  const leaving = pod('a').terminating();
  expect(findingsAbout('SVC-002', web, leaving)[0]).toMatchObject({
    severity: 'warning',
    happens: 'Connections to Service web go to 1 Pod that is shutting down. Then they are refused.',
  });
  const ingress = anIngress('shop/web')
    .withClass('nginx')
    .withPath('a.example.com', '/', 'Prefix', 'web', 80);
  expect(findingsAbout('SVC-002', web, leaving, anIngressClass('nginx'), ingress)[0]).toMatchObject({
    severity: 'error',
    happens: 'Requests for `a.example.com/` get 503 now.',
  });
});
