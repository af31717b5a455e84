import type { ClusterObject, KindAccess, ObjectChange } from '@fairlead/kube-objects';
import { keyOf, kinds } from '@fairlead/kube-objects';
import {
  aDeployment,
  anIngress,
  anIngressClass,
  aNode,
  aPod,
  aReplicaSet,
  aService,
  aSlice,
} from '@fairlead/kube-objects/testing';
import fc from 'fast-check';
import { nowOfTests } from './diagnose-objects.ts';

/**
 * Arbitrary objects from so few names, labels, ports and addresses that they meet each other all the time: that is
 * where incremental work goes wrong.
 */
const aNamespaceName = fc.constantFrom('east', 'west');
const aName = fc.constantFrom('web', 'wob');
const aLabel = fc.constantFrom('web', 'web', 'wob', 'cart');
const aPortName = fc.constantFrom('http', 'htpp', 'admin');
const aTime = fc
  .integer({ min: -90, max: 60 })
  .map((seconds) => `${new Date(nowOfTests + seconds * 1000).toISOString().slice(0, 19)}Z`);
const somePlace = fc.tuple(aNamespaceName, aName).map(([namespace, name]) => `${namespace}/${name}`);
const someLabels = fc.record(
  { app: aLabel, tier: fc.constantFrom('front', 'back') },
  { requiredKeys: ['app'] },
);
const anAddress = fc.constantFrom('10.0.0.1', '10.0.0.2', '127.0.0.1', '192.0.2.7');

const someService = fc
  .record({
    place: somePlace,
    selector: fc.option(someLabels),
    targetPort: fc.oneof(aPortName, fc.constantFrom(80, 8080)),
    portName: fc.option(aPortName),
    clusterIp: anAddress,
    external: fc.constantFrom(undefined, undefined, '10.1.1.1', 'example.org'),
    createdAt: aTime,
  })
  .map(({ place, selector, targetPort, portName, clusterIp, external, createdAt }) => {
    const service = aService(place)
      .withPort(80, { targetPort, ...(portName === null ? {} : { name: portName }) })
      .withClusterIps(clusterIp)
      .createdAt(createdAt);
    const selecting = selector === null ? service : service.selecting(selector);
    return (external === undefined ? selecting : selecting.external(external)).build();
  });

const someIngress = fc
  .record({
    place: somePlace,
    className: fc.constantFrom(undefined, 'nginx', 'traefik', 'ngnix'),
    annotation: fc.constantFrom(undefined, undefined, undefined, 'traefik', 'nginx'),
    tlsHost: fc.constantFrom(undefined, undefined, 'a.example.com'),
    paths: fc.array(
      fc.tuple(
        fc.constantFrom('a.example.com', ''),
        fc.constantFrom('/', '/x', '/x', '/', '/xy', '/[a-z]+'),
        fc.constantFrom('Prefix' as const, 'Prefix' as const, 'Exact' as const),
        fc.tuple(aName, fc.oneof(aPortName, fc.constantFrom(80, 8080))),
      ),
      { maxLength: 3 },
    ),
    defaultBackend: fc.option(aName),
    isCanary: fc.boolean(),
    createdAt: aTime,
  })
  .map(({ place, className, annotation, tlsHost, paths, defaultBackend, isCanary, createdAt }) => {
    let ingress = anIngress(place).createdAt(createdAt);
    if (className !== undefined) ingress = ingress.withClass(className);
    if (annotation !== undefined) ingress = ingress.withClassAnnotation(annotation);
    if (tlsHost !== undefined) ingress = ingress.withTls([tlsHost], 'tls');
    if (defaultBackend !== null) ingress = ingress.withDefaultBackend(defaultBackend, 80);
    if (isCanary) ingress = ingress.annotated({ 'nginx.ingress.kubernetes.io/canary': 'true' });
    for (const [host, path, type, [service, port]] of paths)
      ingress = ingress.withPath(host, path, type, service, port);
    return ingress.build();
  });

const someClass = fc
  .tuple(
    fc.constantFrom('nginx', 'traefik'),
    fc.constantFrom('k8s.io/ingress-nginx', 'traefik.io/ingress-controller'),
  )
  .map(([name, controller]) => anIngressClass(name).withController(controller).build());

const someDeployment = fc
  .tuple(somePlace, someLabels, fc.constantFrom(0, 2), aTime)
  .map(([place, labels, replicas, createdAt]) =>
    aDeployment(place).withPodLabels(labels).withReplicas(replicas).createdAt(createdAt).build(),
  );

const someReplicaSet = fc
  .tuple(aNamespaceName, aName, someLabels, fc.boolean())
  .map(([namespace, name, labels, isOwned]) => {
    const replicaSet = aReplicaSet(`${namespace}/${name}-1`).withPodLabels(labels);
    return (isOwned ? replicaSet.ownedBy(aDeployment(`${namespace}/${name}`)) : replicaSet).build();
  });

const somePod = fc
  .record({
    namespace: aNamespaceName,
    name: aName,
    index: fc.integer({ min: 0, max: 1 }),
    labels: someLabels,
    portName: aPortName,
    probe: fc.option(aPortName),
    isOwned: fc.boolean(),
    isReady: fc.boolean(),
    phase: fc.constantFrom('Running' as const, 'Running' as const, 'Failed' as const),
    isTerminating: fc.boolean(),
    createdAt: aTime,
  })
  .map(({ namespace, name, index, portName, probe, ...rest }) => {
    const readinessProbe = probe === null ? {} : { readinessProbe: { httpGet: { port: probe } } };
    let pod = aPod(`${namespace}/${name}-1-${index}`)
      .labelled(rest.labels)
      .withSpec({
        containers: [{ name: 'app', ports: [{ name: portName, containerPort: 8080 }], ...readinessProbe }],
      })
      .createdAt(rest.createdAt)
      .inPhase(rest.phase);
    pod = rest.isReady ? pod.ready() : pod.notReady();
    if (rest.isOwned) pod = pod.ownedBy(aReplicaSet(`${namespace}/${name}-1`));
    return (rest.isTerminating ? pod.terminating() : pod).build();
  });

const someSlice = fc
  .record({
    place: somePlace,
    service: fc.option(aName),
    portName: fc.option(aPortName),
    address: anAddress,
    ready: fc.constantFrom(undefined, true, false),
    terminating: fc.boolean(),
    isBuiltIn: fc.boolean(),
  })
  .map(({ place, service, portName, address, ready, terminating, isBuiltIn }) => {
    let slice = aSlice(place)
      .withPort(8080, portName === null ? {} : { name: portName })
      .withEndpoint(address, { terminating, ...(ready === undefined ? {} : { ready }) });
    if (service !== null) slice = slice.of(service);
    return (isBuiltIn ? slice.managedBy('endpointslice-controller.k8s.io') : slice).build();
  });

/** Programs that take Ingresses, started in several ways. */
const someController = fc
  .tuple(
    fc.constantFrom('traefik:v3', 'registry.k8s.io/ingress-nginx/controller:v1', 'example/app:1'),
    fc.constantFrom('--watch-ingress-without-class=true', '--entrypoints.websecure.http.tls=true', ''),
    fc.constantFrom(0, 1),
  )
  .map(([image, arg, replicas]) =>
    aDeployment('east/front')
      .withReplicas(replicas)
      .withPodSpec({ containers: [{ name: 'c', image, args: ['--providers.kubernetesingress', arg] }] })
      .build(),
  );

const someNode = fc.constantFrom('one', 'two').map((name) => aNode(name).build());

/** Pods and Services come up more often, as most checks are about them. */
export const someObject: fc.Arbitrary<ClusterObject> = fc.oneof(
  { arbitrary: someService, weight: 3 },
  { arbitrary: somePod, weight: 4 },
  { arbitrary: someIngress, weight: 3 },
  { arbitrary: someSlice, weight: 2 },
  someDeployment,
  someReplicaSet,
  someClass,
  someController,
  someNode,
);

/** A removal says only which object; often it is not there. */
export const someChange: fc.Arbitrary<ObjectChange> = fc.oneof(
  { arbitrary: someObject.map((object) => ({ op: 'put' as const, object })), weight: 3 },
  { arbitrary: someObject.map((object) => ({ op: 'remove' as const, key: keyOf(object) })), weight: 1 },
);

/** All kinds known, but for up to two. */
export const someAccess: fc.Arbitrary<readonly KindAccess[]> = fc
  .subarray([...kinds], { maxLength: 2 })
  .chain((gaps) =>
    fc.constantFrom('loading' as const, 'forbidden' as const).map((state) =>
      kinds.map((kind) => ({
        kind,
        namespace: undefined,
        state: gaps.includes(kind) ? state : ('ready' as const),
      })),
    ),
  );
