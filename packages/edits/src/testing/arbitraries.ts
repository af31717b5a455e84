import { deepFreeze } from '@fairlead/kube-objects/testing';
import fc from 'fast-check';
import type { EditedObject, ObjectEdit } from '../edit.ts';
import { listEdits } from '../list-edits.ts';
import { ingressOf, serviceOf, type Meta } from './notation.ts';

const few = { maxLength: 4 } as const;
const name = fc.constantFrom('a', 'b', 'c', 'd', 'e');

const labels = fc.dictionary(fc.constantFrom('app', 'team', 'tier', 'constructor'), name, { maxKeys: 3 });
const metaOf = fc.record({
  labels,
  annotations: fc.dictionary(fc.constantFrom('example.com/a', 'example.com/b', 'note'), name, { maxKeys: 3 }),
  finalizers: fc.uniqueArray(fc.constantFrom('example.com/one', 'example.com/two'), few),
});

/** Empty maps and lists are left out: the API server does not tell them from absent ones. */
const filled = (meta: {
  readonly labels: Record<string, string>;
  readonly annotations: Record<string, string>;
  readonly finalizers: readonly string[];
}): Meta => ({
  ...(Object.keys(meta.labels).length > 0 ? { labels: meta.labels } : {}),
  ...(Object.keys(meta.annotations).length > 0 ? { annotations: meta.annotations } : {}),
  ...(meta.finalizers.length > 0 ? { finalizers: meta.finalizers } : {}),
});

const port = fc.record({
  name: fc.constantFrom('http', 'admin', 'metrics', 'dns', 'grpc'),
  number: fc.constantFrom(53, 80, 81, 443, 9100),
  protocol: fc.constantFrom('TCP', 'UDP'),
  target: fc.constantFrom('80', '8080', '9090', 'http', 'web'),
});

const isUnique = (texts: readonly string[]): boolean => new Set(texts).size === texts.length;

/** A ClusterIP Service that an API server accepts, without what the server fills in by itself. */
export const aServiceToEdit: fc.Arbitrary<EditedObject> = fc
  .record({
    ports: fc
      .array(port, { minLength: 1, maxLength: 4 })
      .filter(
        (list) =>
          isUnique(list.map((each) => each.name)) &&
          isUnique(list.map(({ number, protocol }) => `${number}/${protocol}`)),
      ),
    selector: fc.dictionary(fc.constantFrom('app', 'tier', 'track'), name, { minKeys: 1, maxKeys: 3 }),
    sessionAffinity: fc.constantFrom('None', 'ClientIP'),
    internalTrafficPolicy: fc.constantFrom('Cluster', 'Local'),
    externalIPs: fc.uniqueArray(fc.constantFrom('192.0.2.1', '192.0.2.2'), { minLength: 1, maxLength: 2 }),
    publishNotReadyAddresses: fc.boolean(),
    meta: metaOf,
  })
  .map(({ ports, meta, ...spec }) =>
    serviceOf(
      'drawn',
      ports.map((each) => `${each.name} ${each.number}>${each.target}/${each.protocol}`),
      {
        ...spec,
        ...(spec.sessionAffinity === 'ClientIP'
          ? { sessionAffinityConfig: { clientIP: { timeoutSeconds: 10_800 } } }
          : {}),
      },
      filled(meta),
    ),
  );

const path = fc
  .tuple(
    fc.constantFrom('/', '/a', '/b', '/c'),
    fc.constantFrom('web', 'api', 'cart'),
    fc.constantFrom('80', '8080', 'http'),
    fc.constantFrom('Prefix', 'Exact', 'ImplementationSpecific'),
  )
  .map(([text, service, number, pathType]) => `${text} ${service}:${number} ${pathType}`);

const rule = fc
  .tuple(
    fc.constantFrom('', 'a.example', 'b.example', '*.example'),
    fc.array(path, { minLength: 1, maxLength: 4 }),
  )
  .map(([host, paths]) => [host, ...paths]);

/** An Ingress that an API server accepts; hosts and paths may stand in it more than once. */
export const anIngressToEdit: fc.Arbitrary<EditedObject> = fc
  .record({
    rules: fc.array(rule, { minLength: 1, maxLength: 4 }),
    tls: fc.array(
      fc.record({
        hosts: fc.uniqueArray(fc.constantFrom('a.example', 'b.example'), { minLength: 1, maxLength: 2 }),
        secretName: fc.constantFrom('one', 'two'),
      }),
      few,
    ),
    ingressClassName: fc.option(fc.constantFrom('nginx', 'traefik'), { nil: undefined }),
    meta: metaOf,
  })
  .map(({ rules, tls, ingressClassName, meta }) =>
    ingressOf(
      'drawn',
      rules,
      {
        ...(tls.length > 0 ? { tls } : {}),
        ...(ingressClassName === undefined ? {} : { ingressClassName }),
      },
      filled(meta),
    ),
  );

/** A Service or an Ingress that an API server accepts. */
export const anEditedObject: fc.Arbitrary<EditedObject> = fc.oneof(aServiceToEdit, anIngressToEdit);

const withSomeOf = (object: EditedObject, other: EditedObject, kept: readonly boolean[]): EditedObject => {
  const parts: Record<string, unknown> = { ...object.spec };
  for (const [index, [key, value]] of Object.entries(other.spec).entries())
    if (kept[index % kept.length] === true) parts[key] = value;
  if (parts['sessionAffinity'] !== 'ClientIP') delete parts['sessionAffinityConfig'];
  else parts['sessionAffinityConfig'] ??= { clientIP: { timeoutSeconds: 10_800 } };
  const metadata = kept[0] === true ? other.metadata : object.metadata;
  return deepFreeze({ ...object, metadata, spec: parts });
};

/** A version of the object in which some fields, or items of its lists, are others. */
export const aVersionOf = (object: EditedObject): fc.Arbitrary<EditedObject> =>
  fc
    .tuple(
      object.kind === 'Service' ? aServiceToEdit : anIngressToEdit,
      fc.array(fc.boolean(), { minLength: 3, maxLength: 5 }),
    )
    .map(([other, kept]) => withSomeOf(object, other, kept));

/** Edits that apply to the object one after the other and lead to one that an API server accepts. */
export const editsOf = (object: EditedObject): fc.Arbitrary<readonly ObjectEdit[]> =>
  aVersionOf(object).map((version) => listEdits(object, version));
