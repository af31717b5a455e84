import {
  aCluster,
  aDeployment,
  anIngress,
  anIngressClass,
  aPod,
  aService,
  type Buildable,
} from '@fairlead/kube-objects/testing';
import { expect, test } from 'vitest';
import { diagnose } from '../diagnose.ts';
import { Diagnosis } from '../diagnosis.ts';
import { findingsAbout, findingsIn, nowOfTests, secondsAgo } from '../testing/diagnose-objects.ts';
import { rolledOut } from '../testing/rolled-out.ts';

const web = aService('shop/web').selecting({ app: 'web' });

test.each([
  ['no Pod at all', [web], 1],
  ['only Pods with another value', [web, aPod('shop/a').labelled({ app: 'cart' })], 1],
  ['only Pods of another namespace', [web, aPod('other/a').labelled({ app: 'web' })], 1],
  [
    'one of two pairs is missing',
    [web.selecting({ app: 'web', tier: 'front' }), aPod('shop/a').labelled({ app: 'web' })],
    1,
  ],
  ['a Pod that matches', [web, aPod('shop/a').labelled({ app: 'web', more: 'x' })], 0],
  ['a Pod that matches and has ended', [web, aPod('shop/a').labelled({ app: 'web' }).inPhase('Failed')], 0],
  ['no selector', [aService('shop/web')], 0],
  ['an empty selector', [aService('shop/web').selecting({})], 0],
  ['an ExternalName with a selector left over', [web.external('example.org')], 0],
])('%s', (_, objects, count) => {
  expect(findingsAbout('SVC-001', ...objects)).toHaveLength(count);
});

test('while Pods cannot be read nothing is said, and the check is named as skipped', () => {
  const store = aCluster().with(web).withoutAccessTo('Pod', 'shop').build();
  const { findings, skipped } = diagnose(store, nowOfTests);
  expect(findings).toEqual([]);
  expect(skipped).toContainEqual({
    checkId: 'SVC-001',
    kind: 'Pod',
    state: 'forbidden',
    missingVerb: 'list',
    namespaces: ['shop'],
  });
});

test.each([
  ['the Service is younger than 60 s', [web.createdAt(secondsAgo(59))], 1000],
  [
    'a workload that would match is younger than 60 s',
    [web, aDeployment('shop/web').createdAt(secondsAgo(20))],
    40_000,
  ],
])('quiet while %s, and looked at again when that is over', (_, objects, laterMs) => {
  const store = aCluster()
    .with(...objects)
    .build();
  const diagnosis = new Diagnosis(store, nowOfTests);
  expect(diagnosis.list()).toEqual([]);
  expect(diagnosis.lookAgainAtMs).toBe(nowOfTests + laterMs);
  const { added } = diagnosis.update([], nowOfTests + laterMs);
  expect(added.map(({ checkId }) => checkId)).toEqual(['SVC-001']);
  expect(diagnosis.lookAgainAtMs).toBeUndefined();
});

test('a workload scaled to 0 is not a wrong selector', () => {
  const [finding] = findingsAbout('SVC-001', web, aDeployment('shop/web').withReplicas(0));
  expect(finding).toMatchObject({
    label: 'Workload scaled to 0',
    title: 'Deployment web is scaled to 0',
    happens: 'Connections to Service web are refused by kube-proxy.',
    why: 'Selector `app=web` matches the Pods of Deployment web, which is asked for 0 replicas.',
    related: [{ kind: 'Deployment', namespace: 'shop', name: 'web' }],
  });
  expect(finding?.fixes[0]?.change).toMatchObject({ field: 'spec.replicas', from: '0', to: '1' });
});

test('a workload that makes no Pods is told with what the cluster says about it', () => {
  const stuck = aDeployment('shop/web').withStatus({
    conditions: [{ type: 'ReplicaFailure', status: 'True', message: 'exceeded quota: pods' }],
  });
  expect(findingsAbout('SVC-001', web, stuck)[0]).toMatchObject({
    label: 'Workload has no Pods',
    why: 'Selector `app=web` matches the Pods of Deployment web, but there are none. The cluster says: exceeded quota: pods',
  });
});

const closestIn = (...objects: readonly Buildable[]) => {
  const [finding] = findingsAbout('SVC-001', ...objects);
  return { why: finding?.why.split('. ').slice(1).join('. '), to: finding?.fixes[0]?.change?.to };
};

test('of several workloads the one with the fewest letters changed is suggested', () => {
  const service = aService('shop/shop').selecting({ app: 'frontent' });
  expect(
    closestIn(service, ...rolledOut('shop/frontends'), ...rolledOut('shop/frontend', { pods: 1 })),
  ).toEqual({
    why: 'Closest: 1 Pod of Deployment frontend carries `app=frontend`, one letter apart.',
    to: 'app=frontend',
  });
});

test('pairs that fit weigh more than letters', () => {
  const service = aService('shop/x').selecting({ app: 'web', tier: 'frnot' });
  const fits = rolledOut('shop/a', { labels: { app: 'web', tier: 'front' } });
  const doesNot = rolledOut('shop/b', { labels: { app: 'wep', tier: 'frno' } });
  expect(closestIn(service, ...doesNot, ...fits)).toEqual({
    why: 'Closest: 1 Pod of Deployment a carries `tier=front`, two letters apart.',
    to: 'app=web,tier=front',
  });
});

test('a label that the Pods do not have at all is taken out of the selector', () => {
  const service = aService('shop/x').selecting({ app: 'web', release: 'blue' });
  expect(closestIn(service, ...rolledOut('shop/web', { pods: 3 }))).toEqual({
    why: 'Closest: 3 Pods of Deployment web carry no label `release`.',
    to: 'app=web',
  });
});

test('a workload of the same name is suggested even when the keys differ', () => {
  const labels = { 'app.kubernetes.io/name': 'web' };
  expect(closestIn(web, ...rolledOut('shop/web', { labels }))).toEqual({
    why: 'Closest: 1 Pod of Deployment web carries no label `app`.',
    to: 'app.kubernetes.io/name=web',
  });
});

test('a Pod without a workload may be meant too', () => {
  expect(closestIn(web, aPod('shop/lone').labelled({ app: 'wob' })).why).toBe(
    'Closest: Pod lone carries `app=wob`, one letter apart.',
  );
});

test('what has nothing in common is not suggested', () => {
  const finding = findingsAbout('SVC-001', web, ...rolledOut('shop/payments'))[0];
  expect(finding?.why).toBe('Selector `app=web` matches 0 of 1 Pods in namespace shop.');
  expect(finding?.related).toEqual([]);
  expect(finding?.fixes.every(({ change }) => change === undefined)).toBe(true);
});

test('keys such as __proto__ are labels like others', () => {
  const key = '__proto__';
  const service = aService('shop/x').selecting(Object.fromEntries([[key, 'frontent']]));
  const labels = Object.fromEntries([[key, 'frontend']]);
  expect(closestIn(service, ...rolledOut('shop/web', { labels })).to).toBe('__proto__=frontend');
});

test('requests are those of all Ingresses that lead there; 503 is said only of ingress-nginx', () => {
  const toWeb = (name: string, className: string) =>
    anIngress(`shop/${name}`).withClass(className).withPath(`${name}.example.com`, '/', 'Prefix', 'web', 80);
  const classes = [
    anIngressClass('nginx'),
    anIngressClass('traefik').withController('traefik.io/ingress-controller'),
  ];
  const about = (...ingresses: readonly ReturnType<typeof toWeb>[]) =>
    findingsIn(
      aCluster()
        .with(web, ...classes, ...ingresses)
        .build(),
      'SVC-001',
    )[0];
  expect(about(toWeb('a', 'nginx'))?.happens).toBe('Requests for `a.example.com/` get 503 now.');
  expect(about(toWeb('a', 'traefik'))?.happens).toBe('Requests for `a.example.com/` fail now.');
  expect(about(toWeb('a', 'nginx'), toWeb('b', 'traefik'))).toMatchObject({
    happens: 'Requests for `a.example.com/` and `b.example.com/` fail now.',
    requests: ['a.example.com/', 'b.example.com/'],
    requestCount: 2,
  });
  expect(about(toWeb('a', 'missing'))?.requestCount).toBe(0);
});

test('of many requests the first 20 are listed and all are counted', () => {
  let ingress = anIngress('shop/web').withClass('nginx');
  for (let index = 0; index < 45; index += 1)
    ingress = ingress.withPath('a.example.com', `/${index}`, 'Prefix', 'web', 80);
  const [finding] = findingsAbout('SVC-001', web, anIngressClass('nginx'), ingress);
  expect(finding?.requests).toHaveLength(20);
  expect(finding?.requestCount).toBe(45);
  expect(finding?.happens).toBe(
    'Requests for `a.example.com/0`, `a.example.com/1`, `a.example.com/2` and 42 more get 503 now.',
  );
});
