import { applyEdits, listEdits, listServiceTypeEdits, parseEditedObject } from '@fairlead/edits';
import type { EditedObject } from '@fairlead/edits';
import {
  pick,
  randomBackend,
  randomIngress,
  randomPath,
  randomRule,
  randomServices,
  randomTls,
} from '../../../commands/testing/random-routes.ts';
import type { Manifest } from '../../../commands/testing/routing-ground.ts';
import type { Random } from './random-change.ts';

type Fields = Readonly<Record<string, unknown>>;
interface Rule {
  readonly host?: string;
  readonly http: { readonly paths: readonly Fields[] };
}
interface Spec {
  readonly rules?: readonly Rule[];
  readonly tls?: readonly Fields[];
  readonly ports?: readonly Fields[];
}

export function toEdited(manifest: Fields): EditedObject {
  const parsed = parseEditedObject(JSON.parse(JSON.stringify(manifest)));
  if (parsed.kind === 'problems') throw new Error(JSON.stringify(parsed.problems));
  return parsed.object;
}

const specOf = (object: EditedObject): Spec => object.spec as unknown as Spec;
const withSpec = (object: EditedObject, spec: Fields): Fields => ({
  ...object,
  spec: Object.fromEntries(
    Object.entries({ ...object.spec, ...spec }).filter(([, value]) => value !== undefined),
  ),
});

/** One item of the list in another way. */
const changedAt = <T>(items: readonly T[], at: number, change: (item: T) => T): readonly T[] =>
  items.map((item, index) => (index === at ? change(item) : item));

type Vary = (object: EditedObject, random: Random, prefix: string) => Fields;

const editPort = (object: EditedObject, random: Random, change: Fields): Fields => {
  const { ports = [] } = specOf(object);
  return withSpec(object, {
    ports: changedAt(ports, random(ports.length || 1), (port) => ({ ...port, ...change })),
  });
};

const serviceChanges: readonly Vary[] = [
  (object, random) =>
    withSpec(object, {
      selector: pick(random, [
        { app: 'web' },
        { app: 'api' },
        { app: 'none' },
        { app: 'nobody' },
        { app: 'slow' },
        { tier: 'front' },
        { tier: 'front', app: 'web' },
      ]),
    }),
  (object) => withSpec(object, { selector: undefined }),
  (object, random) =>
    editPort(object, random, { targetPort: pick(random, ['http', 'admin', 'htpp', 8080, 8081, 9000]) }),
  (object, random) => editPort(object, random, { port: pick(random, [80, 81, 82]) }),
  (object, random) => editPort(object, random, { name: pick(random, ['http', 'admin', 'other']) }),
  (object, random) => editPort(object, random, { protocol: pick(random, ['TCP', 'UDP']) }),
  (object, random) => {
    const { ports = [] } = specOf(object);
    const added = { name: `p${random(9)}`, port: 80 + random(9), targetPort: pick(random, ['admin', 8080]) };
    return withSpec(object, { ports: ports.toSpliced(random(ports.length + 1), 0, added) });
  },
  (object, random) => {
    const { ports = [] } = specOf(object);
    return withSpec(object, { ports: ports.toSpliced(random(ports.length || 1), 1) });
  },
  (object, random) => withSpec(object, { publishNotReadyAddresses: random(2) === 0 }),
];

const editRule = (object: EditedObject, random: Random, change: (rule: Rule) => Fields): Fields => {
  const { rules = [] } = specOf(object);
  return withSpec(object, {
    rules: changedAt<Fields>(rules as unknown as readonly Fields[], random(rules.length || 1), (rule) =>
      change(rule as unknown as Rule),
    ),
  });
};

const editPaths = (
  object: EditedObject,
  random: Random,
  change: (paths: readonly Fields[]) => readonly Fields[],
): Fields => editRule(object, random, (rule) => ({ ...rule, http: { paths: change(rule.http.paths) } }));

const setAnnotation = (object: EditedObject, key: string, value: string): Fields => ({
  ...object,
  metadata: { ...object.metadata, annotations: { ...object.metadata.annotations, [key]: value } },
});

const ingressChanges: readonly Vary[] = [
  (object, random) =>
    editPaths(object, random, (paths) => paths.toSpliced(random(paths.length + 1), 0, randomPath(random))),
  (object, random) =>
    editPaths(object, random, (paths) => changedAt(paths, random(paths.length), () => randomPath(random))),
  (object, random) =>
    editPaths(object, random, (paths) =>
      changedAt(paths, random(paths.length), (path) => ({ ...path, backend: randomBackend(random) })),
    ),
  (object, random) =>
    editPaths(object, random, (paths) =>
      paths.length > 1 ? paths.toSpliced(random(paths.length), 1) : paths,
    ),
  (object, random) =>
    editRule(object, random, (rule) => ({ ...rule, host: pick(random, ['a.law.example', '*.law.example']) })),
  (object, random) => withSpec(object, { rules: [...(specOf(object).rules ?? []), randomRule(random)] }),
  (object, random) => withSpec(object, { defaultBackend: randomBackend(random) }),
  (object, random) => withSpec(object, { tls: random(3) === 0 ? undefined : [randomTls(random)] }),
  (object, random, prefix) =>
    withSpec(object, {
      ingressClassName: `${prefix}-${pick(random, ['nginx', 'traefik', 'haproxy', 'gone'])}`,
    }),
  (object) => setAnnotation(object, 'nginx.ingress.kubernetes.io/rewrite-target', '/new'),
  (object) => setAnnotation(object, 'nginx.ingress.kubernetes.io/use-regex', 'true'),
];

const types = ['ClusterIP', 'NodePort', 'LoadBalancer', 'ExternalName'] as const;

/** An object as somebody leaves it in the editor: what it says otherwise is found as edits, and they are applied. */
export function randomEdit(object: EditedObject, random: Random, prefix: string): EditedObject {
  if (object.kind === 'Service' && random(6) === 0) {
    const type = pick(random, types);
    const retyped = applyEdits(object, listServiceTypeEdits(object, type));
    if (retyped.kind === 'stale') throw new Error('an edit of the type is stale');
    if (type !== 'ExternalName') return retyped.object;
    return toEdited(withSpec(retyped.object, { externalName: 'other.example.net' }));
  }
  const changes = object.kind === 'Service' ? serviceChanges : ingressChanges;
  let wanted = object;
  for (let count = 1 + random(2); count > 0; count -= 1)
    wanted = toEdited(pick(random, changes)(wanted, random, prefix));
  const applied = applyEdits(object, listEdits(object, wanted));
  if (applied.kind === 'stale') throw new Error('an edit is stale');
  return applied.object;
}

/** A new object of that name. */
export function randomNew(
  {
    kind,
    name,
    namespace,
  }: { readonly kind: 'Service' | 'Ingress'; readonly name: string; readonly namespace: string },
  random: Random,
  prefix: string,
): Manifest {
  if (kind === 'Ingress') return randomIngress(random, { name, namespace, prefix });
  const service = pick(random, randomServices(random, namespace));
  return { ...service, metadata: { ...service.metadata, name } };
}
