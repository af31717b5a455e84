import { expect, test } from 'vitest';
import type { EditedObject, ObjectEdit } from './edit.ts';
import { isImmutableEdit } from './is-immutable-edit.ts';
import { listAssignedFields } from './list-assigned-fields.ts';
import { listDangers } from './list-dangers.ts';
import { listEdits } from './list-edits.ts';
import { listOwners } from './list-owners.ts';
import { treeOf } from './parse-edited-object.ts';
import { planEdits } from './plan-edits.ts';
import { printPatchForSource } from './print-patch-for-source.ts';
import { ingressOf, serviceOf } from './testing/notation.ts';

const withMeta = (object: EditedObject, metadata: object): EditedObject => ({
  ...object,
  metadata: { ...object.metadata, ...metadata },
});

const base = withMeta(serviceOf('web', ['http 80>8080']), { uid: 'one' });
const mine = withMeta(serviceOf('web', ['http 80>9090']), { uid: 'one' });

test.each([
  ['gone', { base, mine, live: undefined }],
  ['made-anew', { base, mine, live: withMeta(base, { uid: 'two' }) }],
  ['being-deleted', { base, mine, live: withMeta(base, { deletionTimestamp: '2026-01-01T00:00:00Z' }) }],
  ['other-object', { base, mine: withMeta(mine, { name: 'other' }), live: base }],
  ['other-object', { base, mine: ingressOf('web', []), live: base }],
  ['exists', { base: undefined, mine, live: base }],
] as const)('[PLAN-1] %s is not written', (code, input) => {
  expect(planEdits(input)).toEqual({ kind: 'invalid', problems: [{ code }] });
});

test('[PLAN-2] a change that live has already is nothing to do', () => {
  expect(planEdits({ base, mine, live: mine })).toEqual({ kind: 'nothing-to-do' });
  expect(planEdits({ base, mine: undefined, live: undefined })).toEqual({ kind: 'nothing-to-do' });
});

test('[PLAN-3] a plan says what is sent, and what others did', () => {
  expect(planEdits({ base, mine, live: withMeta(base, { resourceVersion: '2' }) })).toMatchObject({
    kind: 'ready',
    operation: 'update',
    object: withMeta(mine, { resourceVersion: '2' }),
    isRebased: false,
  });
  const live = withMeta(base, { labels: { team: 'a' } });
  expect(planEdits({ base, mine, live })).toMatchObject({
    isRebased: true,
    edits: [{ kind: 'set-port-field' }],
    fromTheirs: [{ kind: 'set-entry' }],
  });
  expect(planEdits({ base, mine, live: serviceOf('web', ['http 80>1']) }).kind).toBe('conflict');
  expect(planEdits({ base, mine: undefined, live })).toMatchObject({ operation: 'delete', isRebased: true });
  expect(planEdits({ base: undefined, mine, live: undefined })).toMatchObject({ operation: 'create' });
});

const balancer = (spec: object): EditedObject =>
  serviceOf('web', ['http 80'], { type: 'LoadBalancer', ...spec });
const codes = (one: EditedObject, other: EditedObject) => listDangers(one, other).map(({ code }) => code);

test('[PLAN-4] what never changes once it is stored', () => {
  const addressed = serviceOf('web', ['http 80'], { clusterIP: '10.0.0.1', clusterIPs: ['10.0.0.1'] });
  const moved = serviceOf('web', ['http 80'], { clusterIP: '10.0.0.2', clusterIPs: ['10.0.0.2'] });
  expect(codes(addressed, moved)).toEqual(['immutable', 'immutable']);
  expect(codes(addressed, serviceOf('web', ['http 80']))).toEqual([]);
  expect(codes(balancer({ loadBalancerClass: 'a.example/a' }), balancer({}))).toEqual(['immutable']);
  expect(codes(balancer({}), balancer({ loadBalancerClass: 'a.example/a' }))).toEqual(['immutable']);
  expect(codes(base, balancer({ loadBalancerClass: 'a.example/a' }))).toEqual(['type-change']);
  const edit: ObjectEdit = { kind: 'set-field', field: 'clusterIP', from: '10.0.0.1', to: '10.0.0.3' };
  expect(isImmutableEdit(addressed, edit)).toBe(true);
  expect(isImmutableEdit(base, { ...edit, field: 'type', from: 'ClusterIP', to: 'NodePort' })).toBe(false);
});

test('[PLAN-5] what the API server clears and allocates when the type changes', () => {
  const nodePort = serviceOf('web', ['http 80>80@30080'], {
    type: 'NodePort',
    externalTrafficPolicy: 'Cluster',
  });
  expect(listDangers(nodePort, serviceOf('web', ['http 80@30080']))).toEqual([
    {
      code: 'type-change',
      from: 'NodePort',
      to: 'ClusterIP',
      clears: ['ports[].nodePort', 'externalTrafficPolicy'],
      allocates: [],
    },
  ]);
  expect(listDangers(base, serviceOf('web', ['http 80>8080'], { type: 'NodePort' }))).toMatchObject([
    { clears: [], allocates: ['ports[].nodePort'] },
  ]);
  const headless = serviceOf('web', ['http 80'], { clusterIP: 'None' });
  expect(codes(headless, serviceOf('web', ['http 80'], { clusterIP: 'None', type: 'NodePort' }))).toContain(
    'headless-type',
  );
  const given = {
    ...balancer({}),
    status: { loadBalancer: { ingress: [{ ip: '192.0.2.1' }] } },
  } as EditedObject;
  expect(listDangers(given, base)).toContainEqual({ code: 'releases-addresses', addresses: ['192.0.2.1'] });
});

test('[PLAN-5] a finalizer or selector taken away, and a delete, are said', () => {
  const held = serviceOf('web', ['http 80'], {}, { finalizers: ['example.com/one'] });
  const { selector: _selector, ...spec } = serviceOf('web', ['http 80']).spec as { selector?: unknown };
  const bare = { ...serviceOf('web', ['http 80']), spec } as EditedObject;
  expect(codes(held, bare)).toEqual(['selector-removed', 'finalizer-removed']);
  expect(listDangers(held, undefined)).toEqual([{ code: 'delete', finalizers: ['example.com/one'] }]);
});

test('[PLAN-6] what a dry run allocated is made up, what was sent is not', () => {
  const sent = treeOf(serviceOf('web', ['a 80', 'b 81>81@30081'], { type: 'NodePort' }));
  const result = treeOf(
    withMeta(
      serviceOf('web', ['a 80>80@32000', 'b 81>81@30081'], {
        type: 'NodePort',
        clusterIP: '10.0.0.1',
        clusterIPs: ['10.0.0.1'],
      }),
      { uid: 'made-up' },
    ),
  );
  expect(listAssignedFields(sent, result)).toEqual([
    'metadata.uid',
    'spec.clusterIP',
    'spec.clusterIPs',
    'spec.ports[0].nodePort',
  ]);
  expect(listAssignedFields(result, result)).toEqual([]);
});

test('[PLAN-7] owners by labels, annotations, references and managers', () => {
  const owned = withMeta(base, {
    labels: { 'app.kubernetes.io/managed-by': 'Helm', 'kustomize.toolkit.fluxcd.io/name': 'apps' },
    annotations: {
      'meta.helm.sh/release-name': 'shop',
      'meta.helm.sh/release-namespace': 'shop',
      'argocd.argoproj.io/tracking-id': 'shop-app:/Service:shop/web',
    },
    ownerReferences: [{ apiVersion: 'a/v1', kind: 'App', name: 'shop', uid: 'u', controller: true }],
  });
  expect(listOwners(owned)).toEqual([
    { kind: 'helm', release: 'shop', namespace: 'shop', consequence: 'overwritten-on-next-release' },
    { kind: 'argo-cd', application: 'shop-app', consequence: 'reverted-if-self-heal' },
    { kind: 'flux', source: 'Kustomization', name: 'apps', namespace: undefined, consequence: 'reverted' },
    {
      kind: 'reference',
      owner: { kind: 'App', name: 'shop' },
      isController: true,
      consequence: 'rebuilt-by-owner',
    },
  ]);
  expect(listOwners(base)).toEqual([]);
});

test('[PLAN-8] field managers name the fields of theirs that an edit changes', () => {
  const fieldsV1 = {
    'f:spec': {
      'f:ports': {
        'k:{"port":80,"protocol":"TCP"}': { '.': {}, 'f:targetPort': {} },
        'k:{"port":81,"protocol":"TCP"}': { '.': {}, 'f:name': {} },
      },
      'f:selector': {},
    },
  };
  const managed = withMeta(base, {
    managedFields: [
      { manager: 'kubectl', operation: 'Apply', time: '2026-01-01T00:00:00Z', fieldsV1 },
      { manager: 'controller', operation: 'Update', subresource: 'status', fieldsV1: {} },
      { manager: 'fairlead', operation: 'Update', fieldsV1 },
    ],
  });
  const changed = withMeta(
    serviceOf('web', ['http 80>9090'], { selector: { app: 'x' }, type: 'NodePort' }),
    managed.metadata,
  );
  expect(listOwners(managed, listEdits(managed, changed))).toMatchObject([
    {
      manager: 'kubectl',
      operation: 'Apply',
      editedFields: [
        { kind: 'set-entry', map: 'selector' },
        { kind: 'set-port-field', field: 'targetPort' },
      ],
      consequence: 'field-taken-over',
    },
  ]);
});

test('[PLAN-9] the patch names what changed: null for what went, lists in full', () => {
  const before = withMeta(ingressOf('web', [['a.example', '/ web:80']]), { labels: { old: '1', team: 'a' } });
  const after = withMeta(ingressOf('web', [['a.example', '/ web:81']], { ingressClassName: 'nginx' }), {
    labels: { team: 'a' },
  });
  const patch = printPatchForSource(before, after);
  expect(patch).toContain('old: null');
  expect(patch).toContain('ingressClassName: nginx');
  expect(patch).toContain('number: 81');
  expect(patch).not.toContain('team');
  expect(printPatchForSource(before, before)).toBe('');
});
