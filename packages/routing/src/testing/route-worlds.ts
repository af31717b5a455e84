import { ObjectStore, type TrimmedObject } from '@fairlead/kube-objects';
import {
  anIngress,
  anIngressClass,
  aService,
  aSlice,
  type IngressBuilder,
} from '@fairlead/kube-objects/testing';
import fc from 'fast-check';
import type { ControllerOptions } from '../controllers/options.ts';
import type { ProfileName } from '../controllers/routing-profile.ts';
import type { RoutingRequest } from '../request.ts';

/** Every profile takes the class of these worlds when its controller goes by that name. */
export const worldOptions: ControllerOptions = { controllerClass: 'example.com/web' };

const hosts = ['a.example.com', 'b.example.com', '*.example.com', '*.a.example.com', ''];
const paths = ['/', '/foo', '/foo/', '/foo/bar', '/Foo', '/fo', '/fo/o', '/foo/bar/', '/x', ''];
const patterns = ['/foo(/|$)(.*)', '/[a-f]+', '/fo.'];

/** Annotations that change where requests go, for whichever controller. */
const annotation = fc.constantFrom<readonly [string, string]>(
  ['nginx.ingress.kubernetes.io/use-regex', 'true'],
  ['nginx.ingress.kubernetes.io/rewrite-target', '/new'],
  ['nginx.ingress.kubernetes.io/ssl-redirect', 'false'],
  ['nginx.ingress.kubernetes.io/force-ssl-redirect', 'true'],
  ['nginx.ingress.kubernetes.io/app-root', '/app'],
  ['nginx.ingress.kubernetes.io/server-alias', 'alias.example.com'],
  ['nginx.ingress.kubernetes.io/permanent-redirect', 'https://example.org/'],
  ['nginx.ingress.kubernetes.io/default-backend', 'b'],
  ['traefik.ingress.kubernetes.io/router.priority', '7'],
  ['traefik.ingress.kubernetes.io/router.tls', 'true'],
  ['haproxy-ingress.github.io/path-type', 'exact'],
  ['haproxy-ingress.github.io/app-root', '/app'],
  ['haproxy-ingress.github.io/ssl-redirect', 'false'],
  ['haproxy-ingress.github.io/server-alias', 'alias.example.com'],
  ['haproxy-ingress.github.io/server-alias-regex', '^[a-z]+\\.a\\.example\\.com$'],
  ['nginx.org/mergeable-ingress-type', 'master'],
  ['nginx.org/mergeable-ingress-type', 'minion'],
  ['konghq.com/protocols', 'https'],
  ['haproxy.org/path-rewrite', '/foo /new'],
  ['haproxy.org/ssl-redirect', 'true'],
  ['haproxy.org/request-redirect', 'example.org'],
  ['nginx.org/path-regex', 'case_insensitive'],
  ['nginx.org/rewrites', 'serviceName=a rewrite=/new/'],
  ['konghq.com/methods', 'POST'],
  ['konghq.com/headers.x-new', 'yes,no'],
  ['konghq.com/strip-path', 'true'],
  ['ingress.kubernetes.io/force-ssl-redirect', 'true'],
  ['kubernetes.io/ingress.allow-http', 'false'],
  ['alb.ingress.kubernetes.io/group.name', 'front'],
  ['alb.ingress.kubernetes.io/listen-ports', '[{"HTTP":80},{"HTTPS":443}]'],
  [
    'alb.ingress.kubernetes.io/conditions.a',
    '[{"field":"http-request-method","httpRequestMethodConfig":{"values":["POST"]}}]',
  ],
  [
    'alb.ingress.kubernetes.io/conditions.b',
    '[{"field":"query-string","queryStringConfig":{"values":[{"key":"v","value":"1"}]}}]',
  ],
  [
    'alb.ingress.kubernetes.io/conditions.c',
    '[{"field":"http-header","httpHeaderConfig":{"httpHeaderName":"X-New","values":["yes"]}}]',
  ],
);

const canary = fc
  .record(
    {
      header: fc.constantFrom('X-New', 'X-Other'),
      value: fc.constantFrom('yes', 'no'),
      cookie: fc.constant('new'),
      weight: fc.constantFrom('0', '20'),
    },
    { requiredKeys: [] },
  )
  .map(({ header, value, cookie, weight }): readonly (readonly [string, string])[] =>
    [
      ['canary', 'true'],
      ['canary-by-header', header],
      ['canary-by-header-value', value],
      ['canary-by-cookie', cookie],
      ['canary-weight', weight],
    ].flatMap(([key = '', text]) =>
      text === undefined ? [] : [[`nginx.ingress.kubernetes.io/${key}`, text] as const],
    ),
  );

const rule = fc.record({
  host: fc.constantFrom(...hosts),
  path: fc.oneof(
    { weight: 12, arbitrary: fc.constantFrom(...paths) },
    { weight: 1, arbitrary: fc.constantFrom(...patterns) },
  ),
  pathType: fc.constantFrom('Exact', 'Prefix', 'Prefix', 'ImplementationSpecific'),
  service: fc.constantFrom('a', 'b', 'c', 'empty', 'gone'),
});

interface DrawnIngress {
  readonly name: string;
  readonly age: number;
  readonly rules: readonly { host: string; path: string; pathType: string; service: string }[];
  readonly annotations: readonly (readonly [string, string])[];
  readonly tlsHost: string | undefined;
  readonly fallback: string | undefined;
}

/** A path that the API server would take: patterns are ImplementationSpecific, and so is the absence of one. */
function addRule(builder: IngressBuilder, { host, path, pathType, service }: DrawnIngress['rules'][number]) {
  const isFree = path === '' || patterns.includes(path);
  return builder.withPathTo(host, {
    ...(path === '' ? {} : { path }),
    pathType: isFree ? 'ImplementationSpecific' : pathType,
    backend: { service: { name: service, port: { number: 80 } } },
  });
}

function buildIngress({
  name,
  age,
  rules,
  annotations,
  tlsHost,
  fallback,
}: DrawnIngress): TrimmedObject<'Ingress'> {
  const bare = anIngress(`shop/${name}`)
    .withClass('web')
    .createdAt(`2026-01-0${age}T00:00:00Z`)
    .annotated(Object.fromEntries(annotations));
  const withTls = tlsHost === undefined ? bare : bare.withTls([tlsHost], 'tls');
  const isDefaultNeeded = fallback !== undefined || rules.length === 0;
  const withDefault = isDefaultNeeded ? withTls.withDefaultBackend(fallback ?? 'a', 80) : withTls;
  return rules.reduce(addRule, withDefault).build();
}

const ingress = fc
  .record({
    name: fc.constantFrom('i', 'j', 'k', 'l'),
    age: fc.integer({ min: 1, max: 3 }),
    rules: fc.array(rule, { maxLength: 4 }),
    annotations: fc.oneof(
      { weight: 4, arbitrary: fc.constant([]) },
      { weight: 4, arbitrary: fc.array(annotation, { maxLength: 3 }) },
      { weight: 1, arbitrary: canary },
    ),
    tlsHost: fc.option(fc.constantFrom(...hosts.filter((host) => host !== '')), { nil: undefined, freq: 4 }),
    fallback: fc.option(fc.constantFrom('a', 'b', 'empty'), { nil: undefined, freq: 5 }),
  })
  .map(buildIngress);

const ingressesOf = (max: number): fc.Arbitrary<TrimmedObject<'Ingress'>[]> =>
  fc.uniqueArray(ingress, { selector: ({ metadata }) => metadata.name, maxLength: max });

const backends = fc
  .record({
    a: fc.constantFrom(1, 1, 2),
    b: fc.constantFrom(1, 1, 0),
    isMoved: fc.constantFrom(false, false, true),
  })
  .map(({ a, b, isMoved }): readonly TrimmedObject[] =>
    Object.entries({ a, b, c: 1, empty: 0 }).flatMap(([name, count], place) => [
      aService(`shop/${name}`)
        .withType('NodePort')
        .withPort(isMoved && name === 'b' ? 8080 : 80, { name: 'http', targetPort: 8080 })
        .build(),
      Array.from({ length: count })
        .reduce<ReturnType<typeof aSlice>>(
          (slice, _each, index) =>
            slice.withEndpoint(`10.0.${place}.${index + 1}`, index === 0 ? { ready: true } : {}),
          aSlice(`shop/${name}-1`).of(name).withPort(8080, { name: 'http' }),
        )
        .build(),
    ]),
  );

const webClass = anIngressClass('web').withController('example.com/web').build();

/** One Ingress with one path to a Service that is ready. */
export const plainWorld: readonly TrimmedObject[] = [
  webClass,
  aService('shop/a').withType('NodePort').withPort(80, { name: 'http', targetPort: 8080 }).build(),
  aSlice('shop/a-1')
    .of('a')
    .withPort(8080, { name: 'http' })
    .withEndpoint('10.0.0.1', { ready: true })
    .build(),
  anIngress('shop/plain').withClass('web').withPath('a.example.com', '/foo', 'Prefix', 'a', 80).build(),
];

/** Objects of a small world of Ingresses whose hosts and paths meet. */
export const someObjects: fc.Arbitrary<readonly TrimmedObject[]> = fc
  .tuple(ingressesOf(4), backends)
  .map(([ingresses, rest]) => [webClass, ...rest, ...ingresses]);

/** A change of one object or of some Services' backends, as the objects that are put. */
export const somePut: fc.Arbitrary<readonly TrimmedObject[]> = fc.oneof(
  { weight: 3, arbitrary: ingress.map((each) => [each]) },
  { weight: 2, arbitrary: backends },
);

/** Two worlds, most often one with a few things changed. */
export const someChange: fc.Arbitrary<readonly [readonly TrimmedObject[], readonly TrimmedObject[]]> = fc
  .tuple(ingressesOf(4), backends, ingressesOf(2), fc.option(backends, { nil: undefined, freq: 3 }))
  .map(([ingresses, rest, others, moved]) => {
    const named = new Map([...ingresses, ...others].map((each) => [each.metadata.name, each]));
    return [
      [webClass, ...rest, ...ingresses],
      [webClass, ...(moved ?? rest), ...named.values()],
    ];
  });

const withoutClass = (object: TrimmedObject): TrimmedObject => {
  if (object.kind !== 'Ingress') return object;
  const { ingressClassName: _ignored, ...spec } = object.spec;
  return { ...object, spec };
};

/** The world as a profile's controller takes it: that of Google's load balancers wants no class in the field. */
export const storeFor = (name: ProfileName, objects: readonly TrimmedObject[]): ObjectStore =>
  storeOf(name === 'gce' ? objects.map(withoutClass) : objects);

export function storeOf(objects: readonly TrimmedObject[]): ObjectStore {
  const store = new ObjectStore();
  store.apply(objects.map((object) => ({ op: 'put', object })));
  store.setAccess(
    (['Service', 'Ingress', 'IngressClass', 'EndpointSlice', 'Pod', 'Namespace'] as const).map((kind) => ({
      kind,
      namespace: undefined,
      state: 'ready',
    })),
  );
  return store;
}

const pathText = fc
  .array(
    fc.constantFrom('/', '/', 'foo', 'fo', 'o', 'x', 'bar', 'FOO', 'Foo', '%6f', '..', '.', '%2F', 'new'),
    { maxLength: 6 },
  )
  .map((parts) => `/${parts.join('')}`);

/** Requests about the hosts and paths of such worlds, and others. */
export const someRequest: fc.Arbitrary<RoutingRequest> = fc.record({
  method: fc.constantFrom('GET', 'POST'),
  scheme: fc.constantFrom('http', 'https'),
  host: fc.constantFrom(
    'a.example.com',
    'b.example.com',
    'A.example.com:8080',
    'x.example.com',
    'x.a.example.com',
    'y.x.example.com',
    'alias.example.com',
    'b.example.com.',
    'example.com',
    'example.org',
  ),
  path: fc.oneof(pathText, fc.constantFrom(...paths)),
  query: fc.constantFrom('', '', 'v=1', 'v=2&w=1'),
  headers: fc.constantFrom<Record<string, string>>(
    {},
    {},
    { 'x-new': 'yes' },
    { 'X-New': 'always' },
    { 'x-other': 'never' },
    { 'x-new': 'z' },
  ),
  cookies: fc.constantFrom<Record<string, string>>({}, {}, { new: 'always' }, { new: 'never' }, { new: 'z' }),
});
