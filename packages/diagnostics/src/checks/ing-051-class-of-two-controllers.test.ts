import { aDeployment, anIngress, type Buildable } from '@fairlead/kube-objects/testing';
import { expect, test } from 'vitest';
import { classesOf, runningNginx } from '../testing/cases/controllers.ts';
import { findingsAbout } from '../testing/diagnose-objects.ts';

const web = anIngress('shop/web').withClass('nginx').withPath('a.example.com', '/', 'Prefix', 'web', 80);
const second = (...args: readonly string[]) =>
  aDeployment('other/nginx').withPodSpec({
    containers: [{ name: 'controller', image: 'registry.k8s.io/ingress-nginx/controller:v1.12', args }],
  });

test.each<[string, readonly Buildable[], number]>([
  ['two look for the same name', [runningNginx(), second()], 1],
  ['each has a name of its own', [runningNginx(), second('--controller-class=example.com/x')], 0],
  ['one of them is scaled to 0', [runningNginx(), second().withReplicas(0)], 0],
  ['one', [runningNginx()], 0],
])('%s', (_, workloads, count) => {
  expect(findingsAbout('ING-051', web, ...workloads, ...classesOf('nginx'))).toHaveLength(count);
});

test('nobody names the class', () => {
  expect(findingsAbout('ING-051', runningNginx(), second(), ...classesOf('nginx'))).toEqual([]);
});

test('both are named', () => {
  const [finding] = findingsAbout('ING-051', web, runningNginx(), second(), ...classesOf('nginx'));
  expect(finding).toMatchObject({ place: { ref: { kind: 'IngressClass', name: 'nginx' } } });
  expect(finding?.related?.map(({ namespace }) => namespace)).toEqual(['edge', 'other']);
});
