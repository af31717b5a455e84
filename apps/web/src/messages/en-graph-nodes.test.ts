import {
  aCluster,
  aJob,
  anIngress,
  anIngressClass,
  aNode,
  aPod,
  aService,
} from '@fairlead/kube-objects/testing';
import { buildExposure, buildLane, type GraphNode } from '@fairlead/resource-graph';
import { expect, test } from 'vitest';
import { messagesOf } from './languages.ts';

const { graph, details } = messagesOf('en');

const factsOf = ({ rows }: GraphNode): readonly string[] =>
  rows.flatMap((row) => (row.kind === 'fact' ? [graph.fact(row.fact)] : []));

const tellExposure = (cluster: ReturnType<typeof aCluster>) =>
  buildExposure(cluster.build()).nodes.map((node) => [graph.nodeName(node), ...factsOf(node)]);

test('what permissions hide is told by kind and namespace, on the node, in its tooltip, in the panel and to those who hear it', () => {
  const [hidden] = buildLane(aCluster().withoutAccessTo('Service', 'sec').build(), 'sec').nodes;
  if (hidden === undefined) throw new Error('nothing is hidden');
  const words = 'You may not see Services in sec';
  expect(graph.nodeName(hidden)).toBe('Services');
  expect([graph.nodeLine(hidden), graph.nodeHint(hidden), graph.nodeSentence(hidden, [])]).toEqual([
    words,
    words,
    words,
  ]);
  expect(details.picture.hidden.kinds(['Service'], 'sec')).toBe(`${words}.`);
});

test('what is only not known yet is not blamed on permissions', () => {
  const [hidden] = buildLane(aCluster().withoutAccessTo('Service', 'shop').build(), 'shop').nodes;
  if (hidden === undefined) throw new Error('nothing is hidden');
  const node: GraphNode = { ...hidden, hiddenKinds: [] };
  expect([graph.nodeName(node), graph.nodeLine(node), graph.nodeHint(node)]).toEqual([
    'Services',
    'Not known yet',
    'Services',
  ]);
  expect(graph.nodeSentence(node, [])).toBe('Services, namespace shop, Not known yet');
});

test('the Exposure column tells where clients arrive, and of controllers and classes', () => {
  const nodes = ['a', 'b', 'c', 'd'].map((name, at) =>
    aNode(name).withAddresses({ type: 'InternalIP', address: `192.0.2.${at}` }),
  );
  const cluster = aCluster().with(
    ...nodes,
    anIngressClass('nginx').asDefault(),
    anIngressClass('bare').withController(''),
    anIngress('shop/a').withClass('ngnix'),
    anIngress('shop/b').withClassAnnotation('gce'),
  );
  expect(tellExposure(cluster)).toEqual([
    ['Clients', 'a 192.0.2.0', '+ b, c, 1 more'],
    ['no controller named', 'No Pods of it recognised', 'Class bare'],
    ['ingress-nginx', 'No Pods of it recognised', 'Class nginx (default)'],
    ['gce', 'Named by annotation, no IngressClass'],
    ['ngnix', 'class ngnix does not exist'],
  ]);
  expect(tellExposure(cluster.withoutAccessTo('IngressClass'))).toContainEqual([
    'ngnix',
    'IngressClasses cannot be read',
  ]);
});

test.each([
  [{ kind: 'workload', workloadKind: 'DaemonSet', way: 'hostNetwork' }, 'DaemonSet, host network'],
  [{ kind: 'several-workloads', count: 2 }, '2 workloads'],
  [{ kind: 'ports', ports: [80, 443] }, 'Ports 80, 443'],
  [{ kind: 'ready-pods', ready: 1, all: 2 }, '1 of 2 ready'],
  [{ kind: 'classes', classes: [] }, 'No IngressClass'],
] as const)('%j is told as %s', (fact, words) => {
  expect(graph.fact(fact)).toBe(words);
});

test('nodes are heard with what their heads show', () => {
  const job = aJob('shop/migrate');
  const { nodes } = buildLane(
    aCluster()
      .with(
        anIngress('shop/shop').withClass('nginx').withPath('', '/', 'Prefix', 'web', 80),
        aService('shop/web').selecting({ app: 'web' }).withPort(80, { targetPort: 8080 }),
        aPod('shop/web').labelled({ app: 'web' }).terminating(),
        job,
        aPod('shop/migrate-1').ownedBy(job).inPhase('Succeeded'),
      )
      .withEndpoints()
      .build(),
    'shop',
  );
  expect(nodes.map((node) => graph.nodeSentence(node, []))).toEqual([
    'Ingress shop, namespace shop, nginx, 1 rule',
    'Service web, namespace shop, ClusterIP, port 80 to 8080',
    'Workload web, namespace shop, Pod, 0 of 0 ready, 1 ending',
    'Finished, namespace shop, Jobs, 1 finished',
  ]);
  expect(nodes.flatMap(({ pods }) => pods.map(graph.podFacts))).toEqual(['terminating, still serving']);
});
