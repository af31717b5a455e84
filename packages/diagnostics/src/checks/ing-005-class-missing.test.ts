import { aCluster, anIngressClass } from '@fairlead/kube-objects/testing';
import { expect, test } from 'vitest';
import { findingsAbout, findingsIn } from '../testing/diagnose-objects.ts';
import { ing005Cases, ingress } from '../testing/cases/ing-005.ts';

test.each(ing005Cases)('%s', (_, objects, count) => {
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
