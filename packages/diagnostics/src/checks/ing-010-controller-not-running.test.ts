import { aNode, anIngress, type Buildable } from '@fairlead/kube-objects/testing';
import { aCluster } from '@fairlead/kube-objects/testing';
import { expect, test } from 'vitest';
import { classesOf, runningNginx } from '../testing/cases/controllers.ts';
import { findingsAbout, findingsIn } from '../testing/diagnose-objects.ts';

const node = aNode('one');
const web = anIngress('shop/web').withClass('nginx').withPath('a.example.com', '/', 'Prefix', 'web', 80);

test.each<[string, readonly Buildable[], number]>([
  ['nothing runs it', [web, node, ...classesOf('nginx')], 1],
  [
    'another controller runs',
    [web, node, ...classesOf('nginx'), runningNginx('--controller-class=example.com/x')],
    1,
  ],
  ['it is scaled to 0', [web, node, ...classesOf('nginx'), runningNginx().withReplicas(0)], 1],
  ['it runs', [web, node, ...classesOf('nginx'), runningNginx()], 0],
  [
    'the class by annotation',
    [anIngress('shop/web').withClassAnnotation('nginx'), node, ...classesOf('nginx')],
    1,
  ],
  ['nobody names the class', [node, ...classesOf('nginx')], 0],
  ['that of a cloud', [anIngress('shop/web').withClass('alb'), node, ...classesOf('alb')], 0],
  ['one that is not known here', [anIngress('shop/web').withClass('own'), node, ...classesOf('own')], 0],
  ['objects of files, without Nodes', [web, ...classesOf('nginx')], 0],
])('%s', (_, objects, count) => {
  expect(findingsAbout('ING-010', ...objects)).toHaveLength(count);
});

test('nothing is said while workloads cannot be read', () => {
  const store = aCluster()
    .with(web, node, ...classesOf('nginx'))
    .withoutAccessTo('Deployment')
    .build();
  expect(findingsIn(store, 'ING-010')).toEqual([]);
});

test('it sits in the class, names what is scaled away and the requests that are lost', () => {
  const [found] = findingsAbout('ING-010', web, node, ...classesOf('nginx'), runningNginx().withReplicas(0));
  expect(found).toMatchObject({
    place: { ref: { kind: 'IngressClass', name: 'nginx' } },
    related: [{ kind: 'Deployment', name: 'nginx' }],
    why: 'Deployment edge/nginx runs it, but is scaled to 0.',
    requests: ['a.example.com/'],
  });
});
