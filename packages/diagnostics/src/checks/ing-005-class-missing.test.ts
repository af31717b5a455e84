import { aCluster, anIngress, anIngressClass } from '@fairlead/kube-objects/testing';
import { expect, test } from 'vitest';
import { findingsAbout, findingsIn } from '../testing/diagnose-objects.ts';

const ingress = anIngress('shop/web');

test.each([
  ['a class that does not exist', [ingress.withClass('ngnix')], 1],
  ['a class in other letters', [ingress.withClass('Nginx'), anIngressClass('nginx')], 1],
  ['a class that exists', [ingress.withClass('nginx'), anIngressClass('nginx')], 0],
  ['only the old annotation', [ingress.withClassAnnotation('ngnix')], 0],
  ['no class', [ingress], 0],
])('%s', (_, objects, count) => {
  expect(findingsAbout('ING-005', ...objects)).toHaveLength(count);
});

test('nothing is said while IngressClasses cannot be read', () => {
  const store = aCluster().with(ingress.withClass('ngnix')).withoutAccessTo('IngressClass').build();
  expect(findingsIn(store, 'ING-005')).toEqual([]);
});

test('it names the class for the ghost, and the one that was meant', () => {
  const [finding] = findingsAbout(
    'ING-005',
    ingress.withClass('ngnix').withPath('a.example.com', '/', 'Prefix', 'web', 80),
    anIngressClass('nginx'),
    anIngressClass('traefik'),
  );
  expect(finding?.related).toEqual([{ kind: 'IngressClass', namespace: undefined, name: 'ngnix' }]);
  expect(finding?.fixes[0]?.change).toMatchObject({
    field: 'spec.ingressClassName',
    from: 'ngnix',
    to: 'nginx',
  });
  expect(finding?.requests).toEqual(['a.example.com/']);
});
