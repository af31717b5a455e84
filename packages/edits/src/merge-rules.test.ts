import { expect, test } from 'vitest';
import type { EditedObject } from './edit.ts';
import { mergeThreeWay, resolveConflicts } from './merge-three-way.ts';
import { withServerFilled } from './server-filled.ts';
import { ingressOf, portOf, serviceOf } from './testing/notation.ts';

const paths = (...texts: readonly string[]) => ingressOf('web', [['a.example', ...texts]]);

const conflictsOf = (base: EditedObject, mine: EditedObject, theirs: EditedObject) => {
  const merge = mergeThreeWay({ base, mine, theirs });
  if (merge.kind === 'merged') throw new Error('no conflict');
  return merge;
};

test('[MERGE-4] one conflict each way: mine, theirs, another value', () => {
  const merge = conflictsOf(paths('/ web:80'), paths('/ mine:80'), paths('/ theirs:80'));
  const [{ id } = { id: '' }] = merge.conflicts;
  expect(merge.object).toEqual(paths('/ theirs:80'));
  expect(resolveConflicts(merge, new Map())).toEqual(paths('/ theirs:80'));
  expect(resolveConflicts(merge, new Map([[id, { take: 'mine' }]]))).toEqual(paths('/ mine:80'));
  const value = { service: { name: 'other', port: { number: 80 } } };
  expect(resolveConflicts(merge, new Map([[id, { take: 'value', value }]]))).toEqual(paths('/ other:80'));
});

test('[MERGE-4] a part that one side took away: mine brings it back at its place, nothing takes it out', () => {
  const theirs = paths('/ web:80', '/c c:80');
  const merge = conflictsOf(
    paths('/ web:80', '/b b:80', '/c c:80'),
    paths('/ web:80', '/b mine:80', '/c c:80'),
    theirs,
  );
  const [{ id } = { id: '' }] = merge.conflicts;
  expect(resolveConflicts(merge, new Map([[id, { take: 'mine' }]]))).toEqual(
    paths('/ web:80', '/b mine:80', '/c c:80'),
  );
  expect(resolveConflicts(merge, new Map([[id, { take: 'value', value: undefined }]]))).toEqual(theirs);
});

test('[MERGE-5] name and port of a backend are one value', () => {
  const merge = conflictsOf(paths('/ web:80'), paths('/ web:8080'), paths('/ web-v2:80'));
  expect(merge.conflicts).toHaveLength(1);
});

test('[MERGE-6] hosts of a TLS entry are a set', () => {
  const tls = (...hosts: readonly string[]) => ingressOf('web', [], { tls: [{ secretName: 'one', hosts }] });
  const merge = mergeThreeWay({ base: tls('a', 'b'), mine: tls('b', 'm'), theirs: tls('a', 'b', 't') });
  expect(merge).toMatchObject({ kind: 'merged', object: tls('b', 't', 'm') });
});

test('[MERGE-7] a path that seems renamed and was changed there is a conflict of the whole path', () => {
  const merge = conflictsOf(paths('/a a:80'), paths('/b a:80'), paths('/a c:80'));
  expect(merge.conflicts).toMatchObject([{ place: { kind: 'path', field: undefined } }]);
});

test('[MERGE-8] what both moved to different orders: either order can be chosen', () => {
  const mine = paths('/c c:80', '/a a:80', '/b b:80');
  const theirs = paths('/b b:80', '/a a:80', '/c c:80');
  const merge = conflictsOf(paths('/a a:80', '/b b:80', '/c c:80'), mine, theirs);
  const [{ id } = { id: '' }] = merge.conflicts;
  expect(merge.object).toEqual(theirs);
  expect(resolveConflicts(merge, new Map([[id, { take: 'mine' }]]))).toEqual(mine);
});

test('[MERGE-8] different orders that end in the same list are no conflict', () => {
  const entry = (secretName: string, ...hosts: readonly string[]) => ({ secretName, hosts });
  const tls = (...entries: readonly ReturnType<typeof entry>[]) => ingressOf('web', [], { tls: entries });
  const one = entry('one', 'a');
  const two = entry('two', 'a');
  const merge = mergeThreeWay({
    base: tls(one, entry('two', 'b'), entry('two', 'b'), entry('two', 'b', 'a')),
    mine: tls(two, two, one),
    theirs: tls(two, one, entry('one', 'b')),
  });
  expect(merge.kind).toBe('merged');
});

test('[MERGE-9] what the API server writes is theirs', () => {
  const stored = (object: EditedObject, resourceVersion: string): EditedObject => ({
    ...object,
    metadata: { ...object.metadata, uid: 'u', resourceVersion },
    status: { loadBalancer: { ingress: [{ ip: `192.0.2.${resourceVersion}` }] } },
  });
  const base = stored(paths('/ web:80'), '1');
  const theirs = stored(paths('/ web:80', '/a a:80'), '2');
  const merge = mergeThreeWay({ base, mine: paths('/ web:8080'), theirs });
  expect(merge).toMatchObject({
    kind: 'merged',
    object: stored(paths('/ web:8080', '/a a:80'), '2'),
    fromMine: [{ kind: 'set-path-field', field: 'backend' }],
    fromTheirs: [{ kind: 'add-path' }],
  });
});

const filled = {
  clusterIP: '10.0.0.1',
  clusterIPs: ['10.0.0.1'],
  ipFamilies: ['IPv4'],
  ipFamilyPolicy: 'SingleStack',
  sessionAffinity: 'None',
  internalTrafficPolicy: 'Cluster',
} as const;
const nodePort = { type: 'NodePort', externalTrafficPolicy: 'Cluster' } as const;
const stored = serviceOf('web', ['http 80>80@30080', 'b 81>8081@30081'], { ...filled, ...nodePort });
const byHand = (...ports: readonly object[]): EditedObject =>
  ({
    apiVersion: 'v1',
    kind: 'Service',
    metadata: { name: 'web', namespace: 'merge' },
    spec: { type: 'NodePort', selector: { app: 'web' }, ports },
  }) as unknown as EditedObject;

test('[MERGE-10] a manifest written by hand takes nothing away that is filled in again', () => {
  const mine = byHand({ name: 'http', port: 80 }, { name: 'b', port: 81, targetPort: 9 });
  const merge = mergeThreeWay({ base: stored, mine, theirs: stored });
  expect(merge.fromMine).toEqual([
    {
      kind: 'set-port-field',
      target: { port: 81, protocol: 'TCP', ordinal: 0 },
      field: 'targetPort',
      from: 8081,
      to: 9,
    },
  ]);
});

test('[MERGE-10] node ports follow the name of their port, unless another port takes the number', () => {
  const renamed = withServerFilled(stored, byHand({ name: 'web', port: 80 }, { name: 'b', port: 81 }));
  expect(renamed.spec).toMatchObject({ ports: [{ name: 'web' }, { name: 'b', nodePort: 30_081 }] });
  expect(Object.keys(('ports' in renamed.spec && renamed.spec.ports?.[0]) || {})).not.toContain('nodePort');
  const taken = withServerFilled(
    stored,
    byHand({ name: 'http', port: 80 }, { name: 'c', port: 82, nodePort: 30_080 }),
  );
  expect(Object.keys(('ports' in taken.spec && taken.spec.ports?.[0]) || {})).not.toContain('nodePort');
});

test('[MERGE-10] an alias has no addresses to keep', () => {
  const alias = serviceOf('web', [], { type: 'ExternalName', externalName: 'example.com' });
  expect(withServerFilled(stored, alias).spec).not.toHaveProperty('clusterIP');
});

test('[MERGE-11] what is stored and not the default is taken away by leaving it out', () => {
  const base = serviceOf('web', ['- 80'], {
    ...filled,
    sessionAffinity: 'ClientIP',
    internalTrafficPolicy: 'Local',
  });
  const mine = serviceOf('web', ['- 80']);
  const { fromMine } = mergeThreeWay({ base, mine, theirs: base });
  expect(fromMine.map((edit) => edit.kind === 'set-field' && edit.field)).toEqual([
    'sessionAffinity',
    'internalTrafficPolicy',
  ]);
});

test('[MERGE-11] another number without a targetPort means the number', () => {
  const mine = byHand({ name: 'http', port: 8080 }, { name: 'b', port: 81, targetPort: 8081 });
  const { fromMine } = mergeThreeWay({ base: stored, mine, theirs: stored });
  expect(fromMine).toMatchObject([
    { field: 'port', to: 8080 },
    { field: 'targetPort', from: 80, to: undefined },
  ]);
});

test('[MERGE-12] of one path added in two rules of a host the chosen one stays', () => {
  const base = paths('/ web:80');
  const mine = paths('/ web:80', '/x mine:80');
  const theirs = ingressOf('web', [
    ['a.example', '/ web:80'],
    ['a.example', '/x theirs:80'],
  ]);
  const merge = conflictsOf(base, mine, theirs);
  const [{ id } = { id: '' }] = merge.conflicts;
  expect(merge.object).toEqual(theirs);
  expect(resolveConflicts(merge, new Map([[id, { take: 'mine' }]]))).toEqual(mine);
});

test('[MERGE-1] a port that both added: what mine leaves out means what the API server fills in', () => {
  const base = serviceOf('web', ['http 80']);
  const mine = {
    ...base,
    spec: { ...base.spec, ports: [portOf('http 80'), { name: 'b', port: 81 }] },
  } as EditedObject;
  expect(mergeThreeWay({ base, mine, theirs: serviceOf('web', ['http 80', 'b 81']) }).kind).toBe('merged');
  expect(mergeThreeWay({ base, mine, theirs: serviceOf('web', ['http 80', 'b 81>9']) }).kind).toBe(
    'conflicts',
  );
});
