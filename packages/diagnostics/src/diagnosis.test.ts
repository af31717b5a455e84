import type { ClusterObject, ObjectChange, TrimmedObject } from '@fairlead/kube-objects';
import { keyOf } from '@fairlead/kube-objects';
import {
  aCluster,
  aDeployment,
  anIngress,
  anIngressClass,
  aPod,
  aService,
  aSlice,
  endpointsOf,
} from '@fairlead/kube-objects/testing';
import { expect, test } from 'vitest';
import { catalogue, type Catalogue } from './catalogue.ts';
import type { Check, UnitKind } from './check.ts';
import { Diagnosis } from './diagnosis.ts';
import { inEnglish, nowOfTests } from './testing/diagnose-objects.ts';
import { classesOf, runningTraefik } from './testing/cases/controllers.ts';
import { rolledOut } from './testing/rolled-out.ts';

/** The catalogue with every check noting the units it is run on. */
function noting(units: Set<string>): Catalogue {
  const note = <K extends UnitKind>(checks: readonly Check<K>[]): readonly Check<K>[] =>
    checks.map((check) => ({
      ...check,
      run(unit: TrimmedObject<K>, context: Parameters<typeof check.run>[1]) {
        units.add(keyOf(unit as TrimmedObject));
        return check.run(unit, context);
      },
    }));
  return {
    Service: note(catalogue.Service),
    Ingress: note(catalogue.Ingress),
    IngressClass: note(catalogue.IngressClass),
    EndpointSlice: note(catalogue.EndpointSlice),
    Pod: note(catalogue.Pod),
  };
}

/** 1 000 Services in 10 namespaces, each with a Pod, its slice and an Ingress; every tenth selector is mistyped. */
function bigCluster() {
  const objects = Array.from({ length: 1000 }, (_, index) => {
    const [namespace, name] = [`ns-${index % 10}`, `s${index}`];
    const labels = { app: name, env: 'prod' };
    const service = aService(`${namespace}/${name}`).selecting(
      index % 10 === 3 ? { app: `${name}x` } : labels,
    );
    const pod = aPod(`${namespace}/${name}-0`).labelled(labels);
    const ingress = anIngress(`${namespace}/${name}`)
      .withClass('nginx')
      .withPath(`${name}.example.com`, '/', 'Prefix', name, 80);
    return [service, pod, ingress, ...endpointsOf(service, [pod])];
  });
  return aCluster()
    .with(anIngressClass('nginx'), ...objects.flat())
    .build();
}

test('in a cluster of 1 000 Services one event runs checks for a handful of objects', () => {
  const store = bigCluster();
  const units = new Set<string>();
  const diagnosis = new Diagnosis(store, nowOfTests, { ...inEnglish, catalogue: noting(units) });
  expect(units.size).toBe(1000 + 1000 + 1000 + 900 + 1);
  const unitsRunBy = (object: ClusterObject): readonly string[] => {
    units.clear();
    diagnosis.update(store.apply([{ op: 'put', object }]), nowOfTests);
    return [...units].toSorted();
  };
  const labels = { app: 's500', env: 'prod' };
  const service = aService('ns-0/s500').selecting(labels);
  const unready = aPod('ns-0/s500-0').labelled(labels).notReady();
  expect(unitsRunBy(unready.build())).toEqual(['Pod/ns-0/s500-0', 'Service/ns-0/s500']);
  expect(unitsRunBy(unready.labelled({ app: 'other' }).build())).toEqual([
    'Pod/ns-0/s500-0',
    'Service/ns-0/s500',
  ]);
  expect(unitsRunBy(endpointsOf(service, [unready])[0] ?? service.build())).toEqual([
    'EndpointSlice/ns-0/s500-0',
    'Service/ns-0/s500',
  ]);
  expect(unitsRunBy(service.withPort(81).build())).toEqual(['Ingress/ns-0/s500', 'Service/ns-0/s500']);
  expect(
    unitsRunBy(anIngress('ns-1/s501').withPath('s501.example.com', '/', 'Prefix', 's501', 80).build()),
  ).toEqual(['Ingress/ns-1/s501']);
  expect(unitsRunBy(aDeployment('ns-1/new').build())).toEqual([]);
});

const start = () => aCluster().with(anIngressClass('nginx'));
const put = (object: { build(): ClusterObject }): ObjectChange => ({ op: 'put', object: object.build() });
const ids = (findings: readonly { id: string }[]) => findings.map(({ id }) => id);

/** What one change takes away or brings. */
const effectOf = (cluster: ReturnType<typeof aCluster>, change: ObjectChange) => {
  const store = cluster.build();
  const diagnosis = new Diagnosis(store, nowOfTests, inEnglish);
  const { added, removed, touched } = diagnosis.update(store.apply([change]), nowOfTests);
  return { added: ids(added), removed: ids(removed), touched };
};

const old = '2025-01-01T00:00:00Z';
const path = ['a.example.com', '/', 'Prefix', 'web', 80] as const;

test('a Pod that gets the labels mends the Service that selects it', () => {
  const cluster = start().with(aService('shop/web').selecting({ app: 'web' }), aPod('shop/a'));
  expect(effectOf(cluster, put(aPod('shop/a').labelled({ app: 'web' }))).removed).toEqual([
    'SVC-001:Service/shop/web',
  ]);
});

test('a Pod that loses a port breaks the Service that selects it, slices or not', () => {
  const service = aService('shop/web').selecting({ app: 'web' }).withPort(80, { targetPort: 'http' });
  const pod = aPod('shop/a').labelled({ app: 'web' });
  const cluster = start().with(service, pod.withContainerPort('http', 80));
  expect(effectOf(cluster, put(pod)).added).toEqual(['SVC-003:Service/shop/web~80/TCP']);
});

test('a Service that selects the Pods of a faulty workload is named by its finding', () => {
  const readinessProbe = { httpGet: { port: 'http' } };
  const pod = aPod('shop/a')
    .labelled({ app: 'web' })
    .withSpec({ containers: [{ name: 'app', readinessProbe }] });
  const { touched } = effectOf(start().with(pod), put(aService('shop/web').selecting({ app: 'web' })));
  expect(touched).toContain('Pod/shop/a');
});

test('a Service that takes an address breaks the slice that lists it', () => {
  const slice = aSlice('shop/x').of('x').withPort(80).withEndpoint('10.96.7.7');
  const late = aService('far/late').withClusterIps('10.96.7.7');
  expect(effectOf(start().with(slice), put(late))).toEqual({
    added: ['SVC-013:EndpointSlice/shop/x'],
    removed: [],
    touched: ['EndpointSlice/shop/x'],
  });
});

test('a class that appears mends the Ingresses that name it', () => {
  const ingress = anIngress('shop/web')
    .withClass('traefik')
    .withPath(...path);
  const cluster = start().with(ingress, aService('shop/web'));
  expect(effectOf(cluster, put(anIngressClass('traefik'))).removed).toEqual(['ING-005:Ingress/shop/web']);
});

test('an older Ingress that appears takes the path from the one that had it', () => {
  const young = anIngress('shop/web')
    .withClass('nginx')
    .withPath(...path);
  const cluster = start().with(young, aService('shop/web'), aService('far/web'));
  const older = anIngress('far/web')
    .withClass('nginx')
    .withPath(...path)
    .createdAt(old);
  expect(effectOf(cluster, put(older)).touched).toEqual(['Ingress/shop/web']);
});

test('an Ingress that goes takes its findings along', () => {
  const ingress = anIngress('shop/web')
    .withClass('nginx')
    .withPath(...path);
  expect(effectOf(start().with(ingress), { op: 'remove', key: 'Ingress/shop/web' }).removed).toEqual([
    'ING-001:Ingress/shop/web~a.example.com~/~Prefix~0',
  ]);
});

test('when the list of Pods is complete the checks that waited for it run', () => {
  const store = start()
    .with(aService('shop/web').selecting({ app: 'web' }))
    .withAccess('loading', 'Pod')
    .build();
  const diagnosis = new Diagnosis(store, nowOfTests, inEnglish);
  expect(diagnosis.list()).toEqual([]);
  expect(diagnosis.skipped()).toEqual([]);
  store.setAccess(store.listAccess().map((access) => ({ ...access, state: 'ready' })));
  expect(ids(diagnosis.update([], nowOfTests).added)).toEqual(['SVC-001:Service/shop/web']);
});

test('skipped checks are named with kind, verb and namespaces', () => {
  const store = start()
    .with(aPod('a/x'), aPod('b/x'), aPod('c/x'))
    .withoutAccessTo('Pod', 'b')
    .withoutAccessTo('Pod', 'a')
    .withoutAccessTo('IngressClass')
    .build();
  const asked = new Set(['ING-005', 'SVC-001', 'SVC-002', 'SVC-003', 'SVC-042']);
  const skipped = new Diagnosis(store, nowOfTests, inEnglish)
    .skipped()
    .filter(({ checkId }) => asked.has(checkId));
  const pods = { kind: 'Pod', state: 'forbidden', missingVerb: 'list', namespaces: ['a', 'b'] };
  expect(skipped).toEqual([
    {
      checkId: 'ING-005',
      kind: 'IngressClass',
      state: 'forbidden',
      missingVerb: 'list',
      namespaces: undefined,
    },
    { checkId: 'SVC-001', ...pods },
    { checkId: 'SVC-002', ...pods },
    { checkId: 'SVC-003', ...pods },
    { checkId: 'SVC-042', ...pods },
  ]);
});

test('findings come in order of harm and by object, and consequences are not counted', () => {
  const readinessProbe = { httpGet: { port: 'http' } };
  const store = start()
    .with(
      ...rolledOut('shop/web', { isReady: false, containers: [{ name: 'app', readinessProbe }] }),
      aService('shop/web').selecting({ app: 'web' }).withPort(80, { targetPort: 3000 }),
      anIngress('shop/web').withClass('nginx').withPath('a.example.com', '/', 'Prefix', 'web', 3000),
      anIngress('far/web')
        .withClass('nginx')
        .withPath('b.example.com', '/', 'Prefix', 'web', 80)
        .createdAt(old),
    )
    .withEndpoints()
    .build();
  const diagnosis = new Diagnosis(store, nowOfTests, inEnglish);
  expect(diagnosis.list().map(({ checkId }) => checkId)).toEqual([
    'ING-001',
    'SVC-042',
    'SVC-002',
    'ING-004',
  ]);
  expect(diagnosis.countBySeverity()).toEqual({ error: 2, warning: 1, info: 0 });
  expect(diagnosis.listFor('Service/shop/web').map(({ checkId }) => checkId)).toEqual(['SVC-002']);
  expect(diagnosis.listFor('Service/shop/none')).toEqual([]);
});

test('odd objects do not disturb the others', () => {
  const many = Object.fromEntries(Array.from({ length: 10_000 }, (_, index) => [`k${index}`, 'v']));
  const odd = Object.fromEntries([
    ['__proto__', 'x'],
    ['constructor', 'y'],
  ]);
  const store = start()
    .with(
      aService('shop/__proto__').selecting(odd),
      aService('shop/constructor').selecting(many),
      aPod('shop/__proto__').labelled(many),
      aPod('shop/toString').labelled(odd),
      aService(`shop/${'a'.repeat(253)}`).selecting({ app: '\u202Eoops`' }),
      anIngress('shop/hasOwnProperty').withClass('__proto__').withPath('', '/', 'Prefix', '__proto__', 80),
    )
    .build();
  const diagnosis = new Diagnosis(store, nowOfTests, inEnglish);
  expect(diagnosis.listFor(`Service/shop/${'a'.repeat(253)}`)).toMatchObject([
    { why: 'Selector `app=\u202Eoopsˋ` matches 0 of 2 Pods in namespace shop.' },
  ]);
  expect(diagnosis.listFor('Ingress/shop/hasOwnProperty')).toMatchObject([{ checkId: 'ING-005' }]);
});

test('objects with nothing in them are no reason to fail', () => {
  const bare = (kind: string) =>
    ({ kind, apiVersion: 'v1', metadata: { name: 'bare', namespace: 'shop' }, spec: {} }) as ClusterObject;
  const store = start()
    .with(...['Service', 'Pod', 'Ingress', 'EndpointSlice', 'Deployment'].map(bare))
    .with({
      ...aService('shop/web').selecting({ app: 'web' }).build(),
      metadata: { name: 'web', namespace: 'shop' },
    })
    .build();
  expect(ids(new Diagnosis(store, nowOfTests, inEnglish).list())).toEqual([
    'ING-006:Ingress/shop/bare',
    'SVC-001:Service/shop/web',
  ]);
});

test('a controller that is started another way is looked at again by those it serves', () => {
  const secured = anIngress('shop/web')
    .withClass('traefik')
    .withPath(...path)
    .withTls(['a.example.com'], 'tls');
  const cluster = start().with(
    secured,
    aService('shop/web').withPort(80),
    ...classesOf('traefik'),
    runningTraefik(),
  );
  const { removed } = effectOf(cluster, put(runningTraefik('--entrypoints.websecure.http.tls')));
  expect(removed).toEqual(['TLS-013:Ingress/shop/web']);
  const { touched } = effectOf(cluster, put(runningTraefik().withStatus({ readyReplicas: 1 })));
  expect(touched).toEqual([]);
});
