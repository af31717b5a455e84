import {
  aCluster,
  anIngress,
  anIngressClass,
  aPod,
  aService,
  aSlice,
  built,
  type Buildable,
  type IngressBuilder,
} from '@fairlead/kube-objects/testing';
import {
  buildRoutingIndex,
  findProfile,
  traceRequest,
  type ProfileName,
  type RoutingRequest,
  type Trace,
  type TraceReason,
  type TraceWarning,
} from '@fairlead/routing';
import { expect, test } from 'vitest';
import { CertificateReader } from '../input/certificate-reader.ts';
import { toTraceFields } from '../trace/trace-fields.ts';
import { traceFields } from './batch-answer-schema.ts';
import { BatchTracer } from './batch-tracer.ts';

const host = 'shop.example.com';

interface World {
  readonly objects: readonly Buildable[];
  readonly stage: Trace['stage'];
  /** By default `spec`. */
  readonly profile?: ProfileName;
  readonly request?: Partial<RoutingRequest>;
}

/** A code that nothing yields yet. */
interface Later {
  readonly comesWith: string;
}

const service = aService('shop/a').withPort(80, { name: 'http', targetPort: 8080 });
const slice = aSlice('shop/a-1').of('a').withPort(8080, { name: 'http' });
const ready = [service, slice.withEndpoint('10.0.0.7', { ready: true })];
const classes = [
  anIngressClass('web').withController('example.com/web'),
  anIngressClass('nginx').withController('k8s.io/ingress-nginx'),
  anIngressClass('alb').withController('ingress.k8s.aws/alb'),
];
const bare = (name = 'web'): IngressBuilder =>
  anIngress(`shop/${name}`).withPath(host, '/', 'Prefix', 'a', 80);
const rule = bare().withClass('web');
const https = { scheme: 'https' } as const;
const secured = bare().withClass('nginx').withTls([host], 'gone');
const gateway: Later = { comesWith: 'Gateway API' };

const reasons: { readonly [R in Exclude<TraceReason, 'SHADOWED'>]: World | Later } = {
  INVALID_INGRESS: {
    stage: 'admission',
    objects: [rule.withPath('Shop.example.com', '/', 'Prefix', 'a', 80), ...ready],
  },
  CLASS_NOT_FOUND: { stage: 'class', objects: [bare().withClass('nowhere'), ...ready] },
  CLASS_OTHER_CONTROLLER: { stage: 'class', profile: 'ingress-nginx', objects: [rule, ...ready] },
  NO_CLASS: { stage: 'class', objects: [bare(), ...ready] },
  NO_HOST_MATCH: { stage: 'host', objects: [rule, ...ready], request: { host: 'else.example.com' } },
  NO_PATH_MATCH: {
    stage: 'path',
    objects: [anIngress('shop/web').withClass('web').withPath(host, '/cart', 'Exact', 'a', 80), ...ready],
  },
  SERVICE_NOT_FOUND: { stage: 'backend', objects: [rule] },
  RESOURCE_BACKEND_UNSUPPORTED: {
    stage: 'backend',
    objects: [
      anIngress('shop/web')
        .withClass('web')
        .withPathTo(host, {
          path: '/',
          pathType: 'Prefix',
          backend: { resource: { kind: 'Bucket', name: 'files' } },
        }),
    ],
  },
  SERVICE_PORT_NOT_FOUND: { stage: 'backend', objects: [rule, aService('shop/a').withPort(8080)] },
  EXTERNALNAME: { stage: 'backend', objects: [rule, aService('shop/a').external('api.example.org')] },
  NO_ENDPOINTSLICES: { stage: 'endpoints', objects: [rule, service] },
  SELECTOR_MATCHES_NO_PODS: {
    stage: 'endpoints',
    objects: [rule, service.selecting({ app: 'a' }), slice, aPod('shop/b-1').labelled({ app: 'b' })],
  },
  NO_READY_ENDPOINTS: {
    stage: 'endpoints',
    objects: [rule, service, slice.withEndpoint('10.0.0.7', { ready: false })],
  },
  TARGET_PORT_UNRESOLVED: {
    stage: 'endpoints',
    objects: [
      rule,
      aService('shop/a').withPort(80, { targetPort: 'web' }).selecting({ app: 'a' }),
      aPod('shop/a-1').labelled({ app: 'a' }).withContainerPort('http', 8080),
      aSlice('shop/a-1').of('a').withEndpoint('10.0.0.7', { ready: true }),
    ],
  },
  ENDPOINT_PORT_NAME_MISMATCH: {
    stage: 'endpoints',
    objects: [
      rule,
      service,
      aSlice('shop/a-1').of('a').withPort(8080, { name: 'web' }).withEndpoint('10.0.0.7', { ready: true }),
    ],
  },
  PROTOCOL_MISMATCH: {
    stage: 'endpoints',
    objects: [rule, aService('shop/a').withPort(80, { protocol: 'UDP' })],
  },
  TLS_SECRET_NOT_FOUND: {
    stage: 'tls',
    profile: 'contour',
    objects: [bare().withClass('contour').withTls([host], 'gone'), ...ready],
    request: https,
  },
  TLS_HOST_NOT_COVERED: {
    stage: 'tls',
    profile: 'contour',
    objects: [bare().withClass('contour'), ...ready],
    request: https,
  },
  REDIRECT: { stage: 'tls', profile: 'ingress-nginx', objects: [secured, ...ready] },
  NO_LISTENER: {
    stage: 'entry',
    profile: 'alb',
    objects: [bare().withClass('alb'), ...ready],
    request: https,
  },
  BACKEND_NOT_FOUND: {
    stage: 'backend',
    profile: 'alb',
    objects: [
      anIngress('shop/web')
        .withClass('alb')
        .annotated({
          'alb.ingress.kubernetes.io/actions.stop':
            '{"type":"fixed-response","fixedResponseConfig":{"statusCode":"418"}}',
        })
        .withPath(host, '/', 'Prefix', 'stop', 'use-annotation'),
    ],
  },
  NOT_ATTACHED: gateway,
  REF_NOT_PERMITTED: gateway,
};

const warnings: { readonly [W in TraceWarning]: Omit<World, 'stage'> } = {
  SHADOWED: { objects: [rule, bare('other').withClass('web'), ...ready] },
  TLS_SECRET_NOT_FOUND: { profile: 'ingress-nginx', objects: [secured, ...ready], request: https },
  TLS_HOST_NOT_COVERED: {
    profile: 'ingress-nginx',
    objects: [bare().withClass('nginx'), ...ready],
    request: https,
  },
};

/** The trace as the package gives it, and as one line of a batch answers it. */
function traceBoth({ objects, profile = 'spec', request = {} }: Omit<World, 'stage'>) {
  const asked = { method: 'GET', scheme: 'http', host, path: '/', ...request } as const;
  const reader = aCluster()
    .with(...classes, ...objects)
    .build();
  const trace = traceRequest(
    buildRoutingIndex({ reader, certificates: new Map() }, findProfile(profile)),
    asked,
  );
  const line = { id: 'a', profile, objects: [...classes, ...objects].map(built), request: asked };
  const answer = new BatchTracer(new CertificateReader()).answer(Buffer.from(JSON.stringify(line)));
  return { trace, batch: JSON.parse(answer?.json ?? '{}') };
}

const reachable = Object.entries(reasons).flatMap(([reason, world]) =>
  'objects' in world ? [[reason, world] as const] : [],
);

test.each(reachable)('%s ends a request, by the package and by the batch', (reason, world) => {
  const { trace, batch } = traceBoth(world);
  expect(trace).toMatchObject({ reason, stage: world.stage });
  expect(batch).toEqual({ id: 'a', ...toTraceFields(trace) });
});

test.each(Object.entries(warnings))('%s is told of a request that arrives', (warning, world) => {
  const { trace, batch } = traceBoth(world);
  expect(trace).toMatchObject({ result: 'ok', warnings: [warning] });
  expect(batch).toEqual({ id: 'a', ...toTraceFields(trace) });
});

const later = Object.entries(reasons).flatMap(([reason, world]) =>
  'comesWith' in world ? [[reason, world.comesWith] as const] : [],
);

test.each(later)('%s has to wait for %s, whose profile the batch refuses', (reason) => {
  const line = { id: 'a', profile: 'gateway-api', objects: [], request: {} };
  const answer = new BatchTracer(new CertificateReader()).answer(Buffer.from(JSON.stringify(line)));
  expect(JSON.parse(answer?.json ?? '')).toMatchObject({ error: { code: 'PROFILE_NOT_SUPPORTED' } });
  expect(traceFields.reason.unwrap().options).toContain(reason);
});

test('no code of the schema is left without a world, and one that is no end of a request is a warning', () => {
  const listed = [...reachable, ...later].map(([reason]) => reason);
  const known = traceFields.warnings.element.options;
  const ends = traceFields.reason.unwrap().options.filter((reason) => !listed.includes(reason));
  expect(ends).toEqual(['SHADOWED']);
  expect(known).toContain('SHADOWED');
  expect(Object.keys(warnings).toSorted()).toEqual([...known].toSorted());
});
