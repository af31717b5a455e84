import {
  aCluster,
  aDaemonSet,
  aDeployment,
  anIngress,
  anIngressClass,
  aService,
  aSlice,
  built,
  type Buildable,
} from '@fairlead/kube-objects/testing';
import type { Ingress } from '@fairlead/kube-objects';
import { expect, test } from 'vitest';
import { runsController } from './controller-arguments.ts';
import {
  findServingControllers,
  listServingControllers,
  listTracedControllers,
} from './list-traced-controllers.ts';
import { traceCluster } from './trace-cluster.ts';

const list = (...objects: readonly Buildable[]) =>
  listTracedControllers(
    aCluster()
      .with(...objects)
      .build(),
  );

const running = (place: string, image: string, ...args: readonly string[]) =>
  aDeployment(place).withPodSpec({ containers: [{ name: 'c', image, args }] });
const nginx = (...args: readonly string[]) =>
  running('edge/nginx', 'registry.k8s.io/ingress-nginx/controller:v1', ...args);
const host = 'shop.example.com';
const web = (name: string) => anIngress(`shop/${name}`).withPath(host, '/', 'Prefix', 'a', 80);
const backends = [
  aService('shop/a').withPort(80),
  aSlice('shop/a-1').of('a').withPort(8080).withEndpoint('10.0.0.7'),
];

test('[CTL-12] what runs is traced by its profile, an unknown class by the letter of the API', () => {
  const [first, second, ...more] = list(
    nginx(),
    anIngressClass('nginx'),
    anIngressClass('own').withController('example.com/own'),
    web('a').withClass('nginx'),
  );
  expect(more).toEqual([]);
  expect(first).toMatchObject({
    id: 'Deployment/edge/nginx',
    profile: 'ingress-nginx',
    isKnown: true,
    classNames: ['nginx'],
    controllerClass: 'k8s.io/ingress-nginx',
    ingressCount: 1,
  });
  expect(first?.running?.name).toBe('nginx');
  expect(second).toMatchObject({
    id: 'example.com/own',
    profile: 'spec',
    isKnown: false,
    classNames: ['own'],
    options: { tracedController: 'example.com/own' },
    running: undefined,
  });
});

test('[CTL-13] options come from the arguments of what runs', () => {
  const [only] = list(nginx('--watch-ingress-without-class'), web('a'), web('b').withClassAnnotation('own'));
  expect(only).toMatchObject({ options: { watchIngressWithoutClass: true }, ingressCount: 1 });
});

test('[CTL-13] Contour reads its options apart from the Envoy that takes requests', () => {
  const envoy = aDaemonSet('edge/envoy').withPodSpec({
    containers: [
      { name: 'envoy', image: 'docker.io/envoyproxy/envoy:v1' },
      { name: 'm', image: 'ghcr.io/projectcontour/contour:v1', args: ['--ingress-class-name=wrong'] },
    ],
  });
  const contour = running(
    'edge/contour',
    'ghcr.io/projectcontour/contour:v1',
    'serve',
    '--ingress-class-name=own',
  );
  expect(list(envoy, contour)).toMatchObject([
    { id: 'DaemonSet/edge/envoy', profile: 'contour', isKnown: true, options: { ingressClass: 'own' } },
  ]);
});

test('[CTL-15] of two installations each has its own classes', () => {
  const blue = running('blue/nginx', 'ingress-nginx/controller:v1', '--controller-class=k8s.io/blue');
  const found = list(
    nginx(),
    blue,
    anIngressClass('nginx'),
    anIngressClass('blue').withController('k8s.io/blue'),
    web('a').withClass('blue'),
  );
  expect(found.map(({ id, classNames, ingressCount }) => [id, classNames, ingressCount])).toEqual([
    ['Deployment/blue/nginx', ['blue'], 1],
    ['Deployment/edge/nginx', ['nginx'], 0],
  ]);
});

test('[CTL-15] a class that nobody here serves has its controller, under its own name too', () => {
  const found = list(
    anIngressClass('green').withController('haproxy-ingress.github.io/controller/green'),
    anIngressClass('internal').withController('k8s.io/ingress-nginx-internal'),
    web('a').withClass('internal'),
  );
  expect(found).toMatchObject([
    {
      profile: 'ingress-nginx',
      options: { controllerClass: 'k8s.io/ingress-nginx-internal' },
      ingressCount: 1,
    },
    { profile: 'haproxy-ingress', id: 'haproxy-ingress.github.io/controller/green', classNames: ['green'] },
  ]);
});

test('[CTL-15] Google is named by annotation, and takes those without class then', () => {
  const named = anIngress('shop/b').withClassAnnotation('gce').withDefaultBackend('a', 80);
  expect(list(web('a'), named)).toMatchObject([
    { id: 'gce', profile: 'gce', isKnown: true, classNames: [], ingressCount: 2 },
  ]);
});

test('[CTL-16] never empty: without classes the letter of the API is asked', () => {
  expect(list(web('a').withClassAnnotation('any'))).toMatchObject([
    { id: 'spec', profile: 'spec', isKnown: false, options: {}, ingressCount: 1, controllerClass: undefined },
  ]);
});

test('[CTL-17] a request goes to the controller that knows its host best', () => {
  const world = (...objects: readonly Buildable[]) => ({
    reader: aCluster()
      .with(
        ...backends,
        nginx(),
        anIngressClass('nginx'),
        anIngressClass('traefik').withController('traefik.io/ingress-controller'),
        ...objects,
      )
      .build(),
  });
  const request = { method: 'GET', scheme: 'http', host, path: '/x' } as const;
  const many = ['b', 'c', 'd'].map((name) =>
    anIngress(`shop/${name}`).withClass('nginx').withPath('*.example.com', '/', 'Prefix', 'a', 80),
  );
  const both = traceCluster(world(web('a').withClass('traefik'), ...many), request);
  expect(both.controller.profile).toBe('traefik');
  expect(both.trace.ingress).toBe('shop/a');
  expect(both.index.profile.name).toBe('traefik');
  expect(both.others.map(({ controller, trace }) => [controller.profile, trace.ingress])).toEqual([
    ['ingress-nginx', 'shop/d'],
  ]);
  const unnamed = traceCluster(world(anIngress('shop/z').withPath(host, '/', 'Prefix', 'a', 80)), request);
  expect(unnamed).toMatchObject({ controller: { profile: 'traefik' }, trace: { result: 'ok' } });
  const missing = traceCluster(world(web('a').withClass('nowhere')), request);
  expect(missing.trace.reason).toBe('CLASS_NOT_FOUND');
});

const serving = (ingress: Buildable<Ingress>, ...objects: readonly Buildable[]) => {
  const reader = aCluster()
    .with(...objects)
    .build();
  return findServingControllers(reader, listServingControllers(reader), built(ingress)).map(
    ({ id, profile, workload }) => `${id} ${profile} ${workload?.name ?? 'outside'}`,
  );
};

test('[CTL-15] who takes an Ingress: what runs, what a class tells of, Google where it is named, else nobody', () => {
  const classes = [
    anIngressClass('nginx'),
    anIngressClass('alb').withController('ingress.k8s.aws/alb'),
    anIngressClass('own').withController('example.com/own'),
  ];
  const at = (ingress: Buildable<Ingress>) => serving(ingress, nginx(), ...classes);
  expect(at(web('a').withClass('nginx'))).toEqual(['Deployment/edge/nginx ingress-nginx nginx']);
  expect(at(web('a').withClass('alb'))).toEqual(['ingress.k8s.aws/alb alb outside']);
  expect(at(web('a').withClass('own'))).toEqual(['example.com/own spec outside']);
  expect(at(web('a').withClassAnnotation('gce'))).toEqual([
    'example.com/own spec outside',
    'gce gce outside',
  ]);
  expect(at(web('a'))).toEqual([]);
  const f5 = anIngressClass('f5').withController('nginx.org/ingress-controller');
  expect(serving(web('a').withClass('nginx'), anIngressClass('nginx'), f5)).toEqual([
    'k8s.io/ingress-nginx ingress-nginx outside',
  ]);
  expect(serving(web('a').withClass('nginx'))).toEqual([]);
});

test('[CTL-1] what runs a controller or reads its options is told from what does not', () => {
  const isController = (image: string) => runsController(running('x/y', image).build());
  expect(isController('registry.k8s.io/ingress-nginx/controller:v1')).toBe(true);
  expect(isController('public.ecr.aws/eks/aws-load-balancer-controller:v2')).toBe(false);
  const started = running('x/y', 'public.ecr.aws/eks/aws-load-balancer-controller:v2', '--ingress-class=alb');
  expect(runsController(started.build())).toBe(true);
  expect(isController('example/app:1')).toBe(false);
});
