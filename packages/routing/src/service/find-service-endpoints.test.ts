import { aCluster, aPod, aService, aSlice, endpointsOf } from '@fairlead/kube-objects/testing';
import { expect, test } from 'vitest';
import { findServiceEndpoints } from './find-service-endpoints.ts';

const web = aService('shop/web').withPort(80, { name: 'http', targetPort: 'http' }).selecting({ app: 'web' });
const pod = (name: string) => aPod(`shop/${name}`).labelled({ app: 'web' }).withContainerPort('http', 8080);
const manual = aService('shop/db').withPort(5432, { name: 'pg' });

const names = (pods: readonly { readonly metadata: { readonly name: string } }[]) =>
  pods.map(({ metadata }) => metadata.name);

test('[SVC-1] an ExternalName, a Service without selector, a headless and a plain one are told apart', () => {
  const reader = aCluster().build();
  const form = (service: { build(): ReturnType<typeof web.build> }) =>
    findServiceEndpoints(reader, service.build()).form;
  expect(form(web)).toBe('cluster-ip');
  expect(form(web.headless())).toBe('headless');
  expect(form(manual)).toBe('no-selector');
  expect(form(manual.headless())).toBe('no-selector');
  expect(form(manual.selecting({}))).toBe('no-selector');
  expect(form(web.external('db.example.org'))).toBe('external-name');
});

test('[SVC-2] a Pod is selected by all pairs, in its namespace, in whatever phase', () => {
  const service = web.selecting({ app: 'web', tier: 'front' });
  const reader = aCluster()
    .with(
      pod('both').labelled({ tier: 'front' }),
      pod('done').labelled({ tier: 'front' }).inPhase('Succeeded'),
      pod('one-pair'),
      aPod('other/both').labelled({ app: 'web', tier: 'front' }),
    )
    .build();
  expect(names(findServiceEndpoints(reader, service.build()).selectedPods)).toEqual(['both', 'done']);
});

test('[SVC-2] no selector and an empty one select nothing', () => {
  const reader = aCluster().with(pod('a')).build();
  expect(findServiceEndpoints(reader, manual.build()).selectedPods).toEqual([]);
  expect(findServiceEndpoints(reader, manual.selecting({}).build()).selectedPods).toEqual([]);
});

test('[SVC-3] a slice belongs to a Service by its label and namespace, whatever its name and owner say', () => {
  const slice = (place: string) => aSlice(place).withPort(5432, { name: 'pg' }).withEndpoint('192.0.2.1');
  const reader = aCluster()
    .with(slice('shop/anything').of('db'), slice('shop/db-1').ownedBy(manual), slice('other/db-2').of('db'))
    .build();
  expect(names(findServiceEndpoints(reader, manual.build()).slices)).toEqual(['anything']);
});

test('[SVC-4] Pods that have ended or have no address are no endpoints; those not ready or terminating are', () => {
  const reader = aCluster()
    .with(
      web,
      pod('ready'),
      pod('not-ready').notReady(),
      pod('terminating').terminating(),
      pod('done').inPhase('Succeeded'),
      pod('failed').inPhase('Failed'),
      pod('no-address').withoutIp(),
    )
    .withEndpoints()
    .build();
  const { ports, readyCount, servingTerminatingCount, notReadyCount } = findServiceEndpoints(
    reader,
    web.build(),
  );
  expect(ports[0]?.endpoints.map((endpoint) => endpoint.pod?.metadata.name)).toEqual([
    'ready',
    'not-ready',
    'terminating',
  ]);
  expect([readyCount, servingTerminatingCount, notReadyCount]).toEqual([1, 1, 1]);
});

test('[SVC-5] publishNotReadyAddresses makes Pods that are not ready or terminating ready endpoints', () => {
  const service = web.publishingNotReady();
  const reader = aCluster()
    .with(service, pod('not-ready').notReady(), pod('terminating').terminating())
    .withEndpoints()
    .build();
  expect(findServiceEndpoints(reader, service.build()).readyCount).toBe(2);
});

test('[SVC-6] absent conditions mean ready, serving and not terminating', () => {
  const slice = aSlice('shop/db-1').of('db').withPort(5432, { name: 'pg' }).withEndpoint('192.0.2.1');
  const reader = aCluster().with(slice).build();
  const [endpoint] = findServiceEndpoints(reader, manual.build()).ports[0]?.endpoints ?? [];
  expect(endpoint).toMatchObject({ isReady: true, isServing: true, isTerminating: false });
});

test.each([
  [{ ready: true, serving: true, terminating: false }, 'ready'],
  [{ ready: true, serving: false, terminating: true }, 'ready'],
  [{ ready: false, serving: true, terminating: true }, 'serving'],
  [{ ready: false, terminating: true }, 'serving'],
  [{ ready: false, serving: false, terminating: true }, 'not ready'],
  [{ ready: false, serving: true, terminating: false }, 'not ready'],
  [{ ready: false }, 'not ready'],
] as const)('[SVC-7] conditions %j count as %s', (conditions, state) => {
  const slice = aSlice('shop/db-1')
    .of('db')
    .withPort(5432, { name: 'pg' })
    .withEndpoint('192.0.2.1', conditions);
  const found = findServiceEndpoints(aCluster().with(slice).build(), manual.build());
  expect([found.readyCount, found.servingTerminatingCount, found.notReadyCount]).toEqual(
    ['ready', 'serving', 'not ready'].map((each) => (each === state ? 1 : 0)),
  );
});

test('[SVC-9] a named targetPort is resolved in each Pod on its own', () => {
  const other = aPod('shop/b').labelled({ app: 'web' }).withContainerPort('http', 9090);
  const reader = aCluster().with(web, pod('a'), other).withEndpoints().build();
  const [port] = findServiceEndpoints(reader, web.build()).ports;
  expect(port?.targetNumbers).toEqual([8080, 9090]);
  expect(port?.endpoints.map((endpoint) => [endpoint.pod?.metadata.name, endpoint.port])).toEqual([
    ['a', 8080],
    ['b', 9090],
  ]);
});

test('[SVC-11] Pods without the named port are reported and published where no port leads to them', () => {
  const plain = aPod('shop/plain').labelled({ app: 'web' });
  const reader = aCluster().with(web, plain, pod('done').inPhase('Failed')).withEndpoints().build();
  const found = findServiceEndpoints(reader, web.build());
  expect(names(found.ports[0]?.podsWithoutTarget ?? [])).toEqual(['plain']);
  expect(found.ports[0]).toMatchObject({ targetNumbers: [], endpoints: [], readyCount: 0 });
  expect(found.unusedEndpoints.map((endpoint) => [endpoint.pod?.metadata.name, endpoint.port])).toEqual([
    ['plain', undefined],
  ]);
  expect(found.readyCount).toBe(0);
});

test.each([
  ['http', 'http', 1],
  ['http', '', 0],
  ['', '', 1],
  ['', undefined, 1],
  ['', 'http', 0],
] as const)(
  '[SVC-12] Service port named %j and slice port named %j: %i endpoints',
  (ofService, ofSlice, count) => {
    const service = aService('shop/db').withPort(80, ofService === '' ? {} : { name: ofService });
    const slice = aSlice('shop/db-1')
      .of('db')
      .withPorts([{ port: 8080, ...(ofSlice === undefined ? {} : { name: ofSlice }) }])
      .withEndpoint('192.0.2.1');
    const found = findServiceEndpoints(aCluster().with(slice).build(), service.build());
    expect(found.ports[0]?.endpoints).toHaveLength(count);
    expect(found.unusedEndpoints).toHaveLength(1 - count);
  },
);

test('[SVC-13] a slice port of another protocol or without a number leads nowhere', () => {
  const slice = aSlice('shop/db-1').of('db').withEndpoint('192.0.2.1');
  const withPorts = (port: object) =>
    findServiceEndpoints(
      aCluster()
        .with(slice.withPorts([{ name: 'pg', ...port }]))
        .build(),
      manual.build(),
    );
  expect(withPorts({ port: 5432, protocol: 'TCP' }).readyCount).toBe(1);
  expect(withPorts({ port: 5432 }).readyCount).toBe(1);
  expect(withPorts({ port: 5432, protocol: 'UDP' }).readyCount).toBe(0);
  expect(withPorts({ protocol: 'TCP' }).readyCount).toBe(0);
  expect(withPorts({ port: 0, protocol: 'TCP' }).readyCount).toBe(0);
});

test('[SVC-14] behind a slice written by hand the numbers of the slice count, not targetPort', () => {
  const service = aService('shop/db').withPort(5432, { name: 'pg', targetPort: 15432 });
  const slice = aSlice('shop/db-1').of('db').withPort(25432, { name: 'pg' }).withEndpoint('192.0.2.1');
  const [port] = findServiceEndpoints(aCluster().with(slice).build(), service.build()).ports;
  expect(port?.endpoints.map((endpoint) => [endpoint.address, endpoint.port])).toEqual([
    ['192.0.2.1', 25432],
  ]);
});

test('[SVC-15] slices of domain names and of a family the Service lacks are not used', () => {
  const service = manual.withFamilies('IPv4').build();
  const slice = aSlice('shop/db-1').of('db').withPort(5432, { name: 'pg' });
  const found = findServiceEndpoints(
    aCluster()
      .with(
        slice.withEndpoint('192.0.2.1'),
        aSlice('shop/db-6')
          .of('db')
          .withAddressType('IPv6')
          .withPort(5432, { name: 'pg' })
          .withEndpoint('2001:db8::1'),
        aSlice('shop/db-f')
          .of('db')
          .withAddressType('FQDN')
          .withPort(5432, { name: 'pg' })
          .withEndpoint('db.example.org'),
      )
      .build(),
    service,
  );
  expect(found.ports[0]?.endpoints.map(({ address }) => address)).toEqual(['192.0.2.1']);
  expect(found.unusedEndpoints.map(({ address }) => address)).toEqual(['2001:db8::1', 'db.example.org']);
});

test('[SVC-16] targetRef names the Pod, unless it is of another kind or a newer Pod has its name', () => {
  const old = pod('a').withUid('old');
  const slice = aSlice('shop/web-1').of('web').withPort(8080, { name: 'http' });
  const podBehind = (endpoints: ReturnType<typeof slice.withEndpoint>, ...pods: (typeof old)[]) =>
    findServiceEndpoints(
      aCluster()
        .with(endpoints, ...pods)
        .build(),
      web.build(),
    ).ports[0]?.endpoints[0]?.pod;
  expect(podBehind(slice.withEndpoint('10.0.0.1', { pod: old }), old)).toBe(old.build());
  expect(podBehind(slice.withEndpoint('10.0.0.1', { pod: old }), old.withUid('new'))).toBeUndefined();
  expect(podBehind(slice.withEndpoint('10.0.0.1', { pod: old }))).toBeUndefined();
  expect(
    podBehind(
      slice.withEndpoints([{ addresses: ['10.0.0.1'], targetRef: { kind: 'Node', name: 'a' } }]),
      old,
    ),
  ).toBeUndefined();
});

test('[SVC-17] a Pod with an address of each family is one backend', () => {
  const service = web.withFamilies('IPv4', 'IPv6');
  const reader = aCluster()
    .with(
      service,
      pod('a').withIps('10.0.0.1', 'fd00::1'),
      pod('b').withIps('10.0.0.2', 'fd00::2').notReady(),
    )
    .withEndpoints()
    .build();
  const found = findServiceEndpoints(reader, service.build());
  expect(found.ports[0]?.endpoints).toHaveLength(4);
  expect(found.ports[0]?.readyCount).toBe(1);
  expect([found.readyCount, found.notReadyCount]).toEqual([1, 1]);
});

test('[SVC-17] a backend behind two ports counts once, in its best state', () => {
  const service = web.withPort(9100, { name: 'metrics', targetPort: 9100 });
  const reader = aCluster()
    .with(
      aSlice('shop/web-1')
        .of('web')
        .withPort(8080, { name: 'http' })
        .withEndpoint('10.0.0.1', { ready: false }),
      aSlice('shop/web-2').of('web').withPort(9100, { name: 'metrics' }).withEndpoint('10.0.0.1'),
    )
    .build();
  const found = findServiceEndpoints(reader, service.build());
  expect(found.ports.map(({ readyCount }) => readyCount)).toEqual([0, 1]);
  expect([found.readyCount, found.notReadyCount]).toEqual([1, 0]);
});

test('[SVC-18] an endpoint that stands in several slices is listed once, in its best state', () => {
  const slice = (name: string, ready: boolean) =>
    aSlice(`shop/${name}`).of('db').withPort(5432, { name: 'pg' }).withEndpoint('192.0.2.1', { ready });
  const reader = aCluster().with(slice('db-1', false), slice('db-2', true), slice('db-3', false)).build();
  const [port] = findServiceEndpoints(reader, manual.build()).ports;
  expect(port?.endpoints.map(({ address, isReady }) => [address, isReady])).toEqual([['192.0.2.1', true]]);
});

test('[SVC-18] endpoints of all slices are collected', () => {
  const pods = Array.from({ length: 250 }, (_, index) =>
    pod(`p${index}`).withIps(`10.1.${index >> 7}.${index & 127}`),
  );
  const [all] = endpointsOf(web, pods);
  const parts = [0, 100, 200].map((start) =>
    aSlice(`shop/web-${start}`)
      .of('web')
      .withPorts(all?.ports ?? [])
      .withEndpoints((all?.endpoints ?? []).slice(start, start + 100)),
  );
  const reader = aCluster()
    .with(...pods, ...parts)
    .build();
  expect(findServiceEndpoints(reader, web.build()).readyCount).toBe(250);
});

test('[SVC-19] of a headless Service every published address counts, with ports or without', () => {
  const service = web.headless().withSpec({ ports: [] });
  const reader = aCluster().with(service, pod('a'), pod('b').notReady()).withEndpoints().build();
  const found = findServiceEndpoints(reader, service.build());
  expect(found.ports).toEqual([]);
  expect([found.readyCount, found.notReadyCount]).toEqual([1, 1]);
});

test('[SVC-20] an ExternalName has neither Pods nor endpoints, whatever selector and slices are left', () => {
  const reader = aCluster().with(web, pod('a')).withEndpoints().build();
  expect(findServiceEndpoints(reader, web.external('db.example.org').build())).toMatchObject({
    selectedPods: [],
    slices: [],
    readyCount: 0,
    unusedEndpoints: [],
  });
});

test('[SVC-21] only the first address of an endpoint counts, and one without address is none', () => {
  const slice = aSlice('shop/db-1')
    .of('db')
    .withPort(5432, { name: 'pg' })
    .withEndpoints([{ addresses: ['192.0.2.1', '192.0.2.2'] }, { addresses: [] }]);
  const [port] = findServiceEndpoints(aCluster().with(slice).build(), manual.build()).ports;
  expect(port?.endpoints.map(({ address }) => address)).toEqual(['192.0.2.1']);
});

test('[SVC-22] counts prove nothing where Pods or EndpointSlices of the namespace cannot be read', () => {
  const cluster = aCluster().with(web, pod('a')).withEndpoints();
  expect(findServiceEndpoints(cluster.build(), web.build()).isKnown).toBe(true);
  expect(findServiceEndpoints(cluster.withoutAccessTo('Pod', 'shop').build(), web.build()).isKnown).toBe(
    false,
  );
  expect(findServiceEndpoints(cluster.withoutAccessTo('EndpointSlice').build(), web.build()).isKnown).toBe(
    false,
  );
  expect(findServiceEndpoints(cluster.withoutAccessTo('Pod', 'other').build(), web.build()).isKnown).toBe(
    true,
  );
});
