import { aCluster, aDeployment, anIngress, anIngressClass } from '@fairlead/kube-objects/testing';
import { expect, test } from 'vitest';
import { diagnose } from '../diagnose.ts';
import { Diagnosis } from '../diagnosis.ts';
import { findingsAbout, findingsIn, inEnglish, nowOfTests, secondsAgo } from '../testing/diagnose-objects.ts';
import { rolledOut } from '../testing/rolled-out.ts';
import { svc001Cases, svc001ClosestCases, web } from '../testing/cases/svc-001.ts';

test.each(svc001Cases)('%s', (_, objects, count) => {
  expect(findingsAbout('SVC-001', ...objects)).toHaveLength(count);
});

test('while Pods cannot be read nothing is said, and the check is named as skipped', () => {
  const store = aCluster().with(web).withoutAccessTo('Pod', 'shop').build();
  const { findings, skipped } = diagnose(store, nowOfTests, inEnglish);
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
  const diagnosis = new Diagnosis(store, nowOfTests, inEnglish);
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

test.each(svc001ClosestCases)('%s', (_, objects, expected) => {
  const [finding] = findingsAbout('SVC-001', ...objects);
  const why = finding?.why.split('. ').slice(1).join('. ');
  expect({ why, to: finding?.fixes[0]?.change?.to }).toEqual(expected);
});

test('what has nothing in common is not suggested', () => {
  const finding = findingsAbout('SVC-001', web, ...rolledOut('shop/payments'))[0];
  expect(finding?.why).toBe('Selector `app=web` matches 0 of 1 Pods in namespace shop.');
  expect(finding?.related).toEqual([]);
  expect(finding?.fixes.every(({ change }) => change === undefined)).toBe(true);
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
