import {
  aCluster,
  aDeployment,
  anIngress,
  anIngressClass,
  aNode,
  aPod,
  aService,
} from '@fairlead/kube-objects/testing';
import { expect, test } from 'vitest';
import { buildExposure } from './build-exposure.ts';
import { GraphModel } from './graph-model.ts';
import type { GraphExposure, GraphNode, GraphRow } from './graph.ts';
import type { NodeFact } from './node-fact.ts';

const factsOf = ({ rows }: GraphNode): readonly NodeFact[] =>
  rows.flatMap((row: GraphRow) => (row.kind === 'fact' ? [row.fact] : []));
const tell = ({ nodes }: GraphExposure) => nodes.map((node) => [node.kind, node.name, ...factsOf(node)]);

const controller = aDeployment('ingress-nginx/controller')
  .withPodLabels({ app: 'nginx' })
  .withPodSpec({
    containers: [
      {
        name: 'controller',
        image: 'registry.k8s.io/ingress-nginx/controller:v1.15.1',
        ports: [
          { name: 'http', containerPort: 80, hostPort: 80 },
          { name: 'https', containerPort: 443, hostPort: 443 },
        ],
      },
    ],
  });
const controllerPod = aPod('ingress-nginx/controller-1').labelled({ app: 'nginx' }).onNode('edge-1');
const edge = (name: string, address: string) => aNode(name).withAddresses({ type: 'InternalIP', address });

test('a controller tells what runs it, its classes and ports; clients arrive at its Nodes', () => {
  const store = aCluster()
    .with(
      anIngressClass('nginx').asDefault(),
      anIngressClass('internal'),
      controller,
      controllerPod,
      edge('edge-1', '192.0.2.11'),
      edge('worker', '192.0.2.12'),
    )
    .build();
  const exposure = buildExposure(store);
  expect(tell(exposure)).toEqual([
    ['clients', '', { kind: 'arrival', name: 'edge-1', address: '192.0.2.11' }],
    [
      'controller',
      'ingress-nginx',
      { kind: 'workload', workloadKind: 'Deployment', way: 'hostPort' },
      {
        kind: 'classes',
        classes: [
          { name: 'internal', isDefault: false },
          { name: 'nginx', isDefault: true },
        ],
      },
      { kind: 'ports', ports: [80, 443] },
      { kind: 'ready-pods', ready: 1, all: 1 },
    ],
  ]);
  expect(exposure.nodes.map(({ stands }) => stands)).toEqual([
    ['Node/-/edge-1', 'Node/-/worker'],
    ['IngressClass/-/internal', 'IngressClass/-/nginx'],
  ]);
  expect(exposure.nodes[1]?.ref).toEqual({
    kind: 'Deployment',
    namespace: 'ingress-nginx',
    name: 'controller',
  });
});

test('without a recognised controller clients are told all Nodes, the first with its address', () => {
  const nodes = ['a', 'b', 'c', 'd'].map((name, at) => edge(name, `192.0.2.${at}`));
  expect(
    tell(
      buildExposure(
        aCluster()
          .with(...nodes)
          .build(),
      ),
    ),
  ).toEqual([
    [
      'clients',
      '',
      { kind: 'arrival', name: 'a', address: '192.0.2.0' },
      { kind: 'other-arrivals', names: ['b', 'c'], moreCount: 1 },
    ],
  ]);
});

test('a controller that serves no IngressClass is drawn all the same', () => {
  const store = aCluster().with(controller, controllerPod).build();
  expect(tell(buildExposure(store))[1]).toEqual([
    'controller',
    'controller',
    { kind: 'workload', workloadKind: 'Deployment', way: 'hostPort' },
    { kind: 'ports', ports: [80, 443] },
    { kind: 'ready-pods', ready: 1, all: 1 },
    { kind: 'classes', classes: [] },
  ]);
});

test('a controller is called by the part of its name that tells it from others, and by nothing where none is named', () => {
  const controllers = ['k8s.io/ingress-nginx', 'traefik.io/ingress-controller', 'own', ''];
  const classes = controllers.map((text, at) => anIngressClass(`class-${at}`).withController(text));
  const { nodes } = buildExposure(
    aCluster()
      .with(...classes)
      .build(),
  );
  expect(nodes.slice(1).map(({ name }) => name)).toEqual(['', 'ingress-nginx', 'own', 'traefik.io']);
});

test('a class that does not exist is a ghost, one that may not be read is not', () => {
  const cluster = aCluster().with(
    anIngress('shop/a').withClass('ngnix'),
    anIngress('shop/b').withClass('ngnix'),
  );
  expect(tell(buildExposure(cluster.build()))[1]).toEqual([
    'ingress-class-ghost',
    'ngnix',
    { kind: 'unresolved-class', className: 'ngnix', why: 'missing' },
  ]);
  expect(tell(buildExposure(cluster.withoutAccessTo('IngressClass').build()))[1]).toEqual([
    'controller',
    'ngnix',
    { kind: 'unresolved-class', className: 'ngnix', why: 'not-known' },
  ]);
});

test('a class that only an annotation names needs no IngressClass; a field that names the same one does', () => {
  const annotated = anIngress('shop/a').withClassAnnotation('gce');
  const told = tell(buildExposure(aCluster().with(annotated).build()));
  expect(told.slice(1)).toEqual([
    ['controller', 'gce', { kind: 'unresolved-class', className: 'gce', why: 'annotated' }],
  ]);
  const both = tell(buildExposure(aCluster().with(annotated, anIngress('shop/b').withClass('gce')).build()));
  expect(both.map(([kind]) => kind)).toEqual(['clients', 'controller', 'ingress-class-ghost']);
});

test('the kept column follows the Pods of its controllers and no others', () => {
  const store = aCluster().with(anIngressClass('nginx'), controller, controllerPod, aPod('shop/web')).build();
  const model = new GraphModel(store, {
    level: 'full',
    metrics: { exposure: 1, ingress: 1, service: 1, pods: 1, gutters: [1, 1, 1] },
    namespaces: undefined,
    classNames: undefined,
    foldedNamespaces: [],
    expandedNodes: [],
    onlyProblems: false,
    marked: new Set(),
  });
  const before = model.exposure();
  model.update(store.apply([{ op: 'put', object: aPod('shop/web').notReady().build() }]), store);
  expect(model.exposure()).toBe(before);
  model.update(store.apply([{ op: 'put', object: controllerPod.notReady().build() }]), store);
  expect(tell(model.exposure())[1]).toContainEqual({ kind: 'ready-pods', ready: 0, all: 1 });
  model.update(store.apply([{ op: 'put', object: aService('shop/web').build() }]), store);
  expect(tell(model.exposure())[1]).toContainEqual({ kind: 'ready-pods', ready: 0, all: 1 });
});
