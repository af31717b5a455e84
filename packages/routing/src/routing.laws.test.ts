import { keyOf, ObjectStore, type TrimmedObject } from '@fairlead/kube-objects';
import {
  aCluster,
  aDaemonSet,
  aNode,
  anIngress,
  anIngressClass,
  aPod,
  aService,
  aSlice,
} from '@fairlead/kube-objects/testing';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  findIngressControllers,
  findIngressReferences,
  findServiceEndpoints,
  isPodReady,
  listRuleUrls,
  listServiceAddresses,
} from './index.ts';

const label = fc.constantFrom('web', 'api');
const name = fc.constantFrom('a', 'b', 'c');
const portName = fc.constantFrom('', 'http', 'grpc');
const namespace = fc.constantFrom('shop', 'pay');
const address = fc.integer({ min: 1, max: 6 }).map((last) => `10.0.0.${last}`);
const condition = fc.record(
  { ready: fc.boolean(), serving: fc.boolean(), terminating: fc.boolean() },
  { requiredKeys: [] },
);

const service = fc
  .record({
    namespace,
    name,
    label,
    portName,
    target: fc.constantFrom<number | string>(8080, 'http'),
    isBare: fc.boolean(),
  })
  .map((given) => {
    const builder = aService(`${given.namespace}/${given.name}`).withPort(80, {
      targetPort: given.target,
      ...(given.portName === '' ? {} : { name: given.portName }),
    });
    return (given.isBare ? builder : builder.selecting({ app: given.label })).build();
  });

const pod = fc
  .record({ namespace, name, label, ip: address, port: fc.constantFrom(8080, 9090), isReady: fc.boolean() })
  .map(({ namespace: ns, name: text, label: app, ip, port, isReady }) => {
    const builder = aPod(`${ns}/${text}`)
      .labelled({ app })
      .withIps(ip)
      .withContainerPort('http', port)
      .onNode('a');
    return (isReady ? builder : builder.notReady()).build();
  });

const slice = fc
  .record({
    namespace,
    name,
    owner: name,
    portName,
    endpoints: fc.array(fc.tuple(address, condition), { maxLength: 4 }),
  })
  .map(({ namespace: ns, name: text, owner, portName: published, endpoints }) =>
    endpoints
      .reduce(
        (builder, [ip, conditions]) => builder.withEndpoint(ip, conditions),
        aSlice(`${ns}/${text}`).of(owner).withPort(8080, { name: published }),
      )
      .build(),
  );

const ingress = fc
  .record({
    namespace,
    name,
    className: fc.constantFrom('nginx', 'gone'),
    backend: name,
    port: fc.constantFrom<number | string>(80, 'http'),
  })
  .map(({ namespace: ns, name: text, className, backend, port }) =>
    anIngress(`${ns}/${text}`)
      .withClass(className)
      .withPath(`${text}.example.com`, '/', 'Prefix', backend, port)
      .withPath('', '/', 'Exact', backend, 80)
      .withTls([`${text}.example.com`])
      .build(),
  );

const edge = fc.constantFrom<TrimmedObject>(
  anIngressClass('nginx').build(),
  aNode('a').build(),
  aNode('b').notReady().build(),
  aDaemonSet('pay/edge')
    .withPodLabels({ app: 'api' })
    .withPodSpec({
      hostNetwork: true,
      containers: [{ name: 'c', image: 'ingress-nginx/controller', ports: [{ containerPort: 80 }] }],
    })
    .build(),
);

const objects = fc.uniqueArray(fc.oneof<fc.Arbitrary<TrimmedObject>[]>(service, pod, slice, ingress, edge), {
  selector: keyOf,
  maxLength: 24,
});

const clusterOf = (given: readonly TrimmedObject[]): ObjectStore =>
  aCluster()
    .with(...given)
    .build();

/** Every answer there is about a cluster. */
function answers(store: ObjectStore): unknown {
  return {
    services: store
      .list('Service')
      .map((each) => [findServiceEndpoints(store, each), listServiceAddresses(store, each)]),
    ingresses: store.list('Ingress').map((each) => {
      const references = findIngressReferences(store, each);
      return [references, references.hosts.map((host) => listRuleUrls(store, each, { host, path: '/' }))];
    }),
    controllers: findIngressControllers(store),
  };
}

test('the order in which objects arrive changes no answer', () => {
  const shuffled = objects.chain((given) =>
    fc.tuple(fc.constant(given), fc.shuffledSubarray(given, { minLength: given.length })),
  );
  fc.assert(
    fc.property(shuffled, ([one, other]) => {
      expect(answers(clusterOf(one))).toEqual(answers(clusterOf(other)));
    }),
  );
});

test('objects of another namespace change no answer about a Service or the backends of an Ingress', () => {
  fc.assert(
    fc.property(objects, (given) => {
      const all = clusterOf(given);
      const alone = clusterOf(given.filter(({ metadata }) => metadata.namespace !== 'pay'));
      for (const each of alone.list('Service', 'shop')) {
        expect(findServiceEndpoints(all, each)).toEqual(findServiceEndpoints(alone, each));
        expect(listServiceAddresses(all, each)).toEqual(listServiceAddresses(alone, each));
      }
      for (const each of alone.list('Ingress', 'shop'))
        expect(findIngressReferences(all, each)).toEqual(findIngressReferences(alone, each));
    }),
  );
});

test('Ingresses change no answer about a Service, and Pods and slices none about the backends of an Ingress', () => {
  fc.assert(
    fc.property(objects, (given) => {
      const all = clusterOf(given);
      const without = (...kinds: readonly string[]) =>
        clusterOf(given.filter(({ kind }) => !kinds.includes(kind)));
      for (const each of all.list('Service'))
        expect(findServiceEndpoints(without('Ingress', 'IngressClass'), each)).toEqual(
          findServiceEndpoints(all, each),
        );
      for (const each of all.list('Ingress'))
        expect(findIngressReferences(without('Pod', 'EndpointSlice', 'Node'), each)).toEqual(
          findIngressReferences(all, each),
        );
    }),
  );
});

test('every backend is in exactly one state, and none is ready that no slice publishes as ready', () => {
  fc.assert(
    fc.property(objects, (given) => {
      const store = clusterOf(given);
      for (const each of store.list('Service')) {
        const found = findServiceEndpoints(store, each);
        const addresses = new Set(
          found.ports.flatMap(({ endpoints }) => endpoints.map((endpoint) => endpoint.address)),
        );
        expect(found.readyCount + found.servingTerminatingCount + found.notReadyCount).toBe(addresses.size);
        const published = found.slices.flatMap(({ endpoints = [] }) =>
          endpoints
            .filter(({ conditions }) => conditions?.ready !== false)
            .map((endpoint) => endpoint.addresses[0]),
        );
        for (const { endpoints } of found.ports)
          for (const { isReady, address: each } of endpoints) if (isReady) expect(published).toContain(each);
      }
    }),
  );
});

test('with the slices that the controller writes exactly the ready Pods in which the port resolves are ready', () => {
  fc.assert(
    fc.property(fc.uniqueArray(pod, { selector: keyOf }), service, (pods, target) => {
      fc.pre(new Set(pods.map(({ status }) => status?.podIP)).size === pods.length);
      const store = aCluster()
        .with(target, ...pods)
        .withEndpoints()
        .build();
      const found = findServiceEndpoints(store, target);
      const missing = new Set(found.ports.flatMap(({ podsWithoutTarget }) => podsWithoutTarget));
      expect(found.readyCount).toBe(
        found.selectedPods.filter((each) => isPodReady(each) && !missing.has(each)).length,
      );
    }),
  );
});
