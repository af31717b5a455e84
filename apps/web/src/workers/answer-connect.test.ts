import { aCluster, anIngress, aPod, aService, aStatefulSet } from '@fairlead/kube-objects/testing';
import { expect, test } from 'vitest';
import { answerConnect } from './answer-connect.ts';
import type { ConnectQuestion } from './connect-facts.ts';
import { modelOf } from './testing/model-of.ts';
import { aShop } from './testing/shop.ts';

const shop = aShop();
const ask = (target: ConnectQuestion['target'], model = shop) =>
  answerConnect(model, { kind: 'connectFacts', target });
const anIngressRef = (name: string) => ({ kind: 'Ingress', namespace: 'shop', name }) as const;
const aServiceRef = (name: string, namespace = 'shop') => ({ kind: 'Service', namespace, name }) as const;

test('an Ingress can lead each of its paths, and a new one of each host, elsewhere', () => {
  expect(ask(anIngressRef('shop')).sources.map(({ from }) => from)).toEqual([
    { kind: 'path', host: 'shop.example.com', path: '/', pathType: 'Prefix', backend: 'web:http' },
    { kind: 'path', host: 'shop.example.com', path: '/api', pathType: 'Prefix', backend: 'api:8080' },
    { kind: 'new-path', host: 'shop.example.com', hasRoot: true },
  ]);
});

test('rows that say the same are one source, and the first is meant', () => {
  const model = modelOf(
    aCluster()
      .with(
        anIngress('shop/twins')
          .withPath('a.example', '/x', 'Prefix', 'one', 80)
          .withPath('a.example', '/x', 'Prefix', 'two', 80),
      )
      .build(),
  );
  const { sources } = ask(anIngressRef('twins'), model);
  expect(sources.map(({ from }) => ('backend' in from ? from.backend : from.kind))).toEqual([
    'one:80',
    'new-path',
  ]);
  expect(sources[1]?.from).toMatchObject({ hasRoot: false });
});

test('an Ingress without rules can get a default backend; one with rules has the one it has', () => {
  const model = modelOf(
    aCluster()
      .with(
        anIngress('shop/empty'),
        anIngress('shop/both').withPath('a.example', '/', 'Prefix', 'one', 80).withDefaultBackend('two', 80),
      )
      .build(),
  );
  expect(ask(anIngressRef('empty'), model).sources.map(({ from }) => from)).toEqual([
    { kind: 'default-backend', backend: '' },
  ]);
  expect(ask(anIngressRef('both'), model).sources.at(-1)?.from).toEqual({
    kind: 'default-backend',
    backend: 'two:80',
  });
});

test('a Service can select other Pods; one that is not there is led away from by the rules that name it', () => {
  expect(ask(aServiceRef('api')).sources).toMatchObject([
    { ref: aServiceRef('api'), from: { kind: 'selector', selector: { app: 'apii' } } },
  ]);
  expect(ask(aServiceRef('pay', 'sec')).sources).toMatchObject([
    {
      ref: { kind: 'Ingress', namespace: 'sec', name: 'pay' },
      from: { kind: 'path', host: 'pay.example.com', path: '/', backend: 'pay:80' },
    },
  ]);
});

test('what leads out of the cluster, and what is not there at all, has no sources', () => {
  const model = modelOf(aCluster().with(aService('shop/out').external('example.com')).build());
  expect(ask(aServiceRef('out'), model).sources).toEqual([]);
  expect(ask(anIngressRef('gone')).sources).toEqual([]);
});

test('what there is to lead to: Services that answer first, and Pods by their owner', () => {
  const { services, workloads, areServicesKnown, arePodsKnown } = ask(anIngressRef('shop'));
  expect(services.map(({ name }) => name)).toEqual(['web', 'api']);
  expect([areServicesKnown, arePodsKnown]).toEqual([true, true]);
  expect(workloads.map(({ name, readyPods, allPods }) => [name, readyPods, allPods])).toEqual([
    ['api-1', 1, 1],
    ['web-1', 1, 1],
    ['web-2', 0, 1],
  ]);
});

test('of the labels of Pods those are offered that all carry and that last', () => {
  const db = aStatefulSet('shop/db');
  const pod = (name: string, labels: Readonly<Record<string, string>>) =>
    aPod(`shop/${name}`).ownedBy(db).labelled(labels).ready();
  const model = modelOf(
    aCluster()
      .with(
        db,
        pod('db-0', { app: 'db', team: 'core', 'controller-revision-hash': 'x', part: 'a' }),
        pod('db-1', { app: 'db', team: 'core', 'controller-revision-hash': 'x', part: 'b' }),
        aPod('shop/bare').labelled({ purpose: 'one' }).ready(),
        aPod('shop/unlabelled').ready(),
      )
      .build(),
  );
  const { workloads } = ask(aServiceRef('any'), model);
  expect(workloads.map(({ kind, name, labels }) => [kind, name, labels])).toEqual([
    ['Pod', 'bare', [{ key: 'purpose', value: 'one', isUsual: true }]],
    [
      'StatefulSet',
      'db',
      [
        { key: 'app', value: 'db', isUsual: true },
        { key: 'team', value: 'core', isUsual: false },
      ],
    ],
  ]);
});
