import { anIngress, aPod, aService } from '@fairlead/kube-objects/testing';
import { expect, test } from 'vitest';
import { answer } from './answer.ts';
import { answerImpact } from './answer-impact.ts';
import type { LiveModel } from './live-model.ts';
import type { ProposedChange } from './proposed-change.ts';
import { nowMs } from './testing/model-of.ts';
import { aShop } from './testing/shop.ts';
import { asDrafted, updated } from './testing/some-draft.ts';

const shop = anIngress('shop/shop')
  .withClass('nginx')
  .withPath('shop.example.com', '/', 'Prefix', 'web', 'http')
  .withTls(['shop.example.com'], 'shop-tls');
const withApi = shop.withPath('shop.example.com', '/api', 'Prefix', 'api', 8080);
const api = aService('shop/api').withPort(8080);
const view = {
  level: 'full',
  metrics: { exposure: 164, ingress: 270, service: 196, pods: 166, gutters: [42, 68, 50] },
  namespaces: undefined,
  classNames: undefined,
  foldedNamespaces: [],
  expandedNodes: [],
  onlyProblems: false,
} as const;

const impactOf = (model: LiveModel, ...changes: readonly ProposedChange[]) =>
  answerImpact(model, { kind: 'impact', changes });
const labels = (parts: readonly { readonly label: string }[]): readonly string[] =>
  parts.map(({ label }) => label);
const ids = (findings: readonly { readonly id: string }[]): readonly string[] =>
  findings.map(({ id }) => id).toSorted();

const nothing = {
  counts: { added: 0, changed: 0, removed: 0 },
  conflicts: [],
  nodesAdded: [],
  nodesRemoved: [],
  edgesAdded: [],
  edgesRemoved: [],
  rowsChanged: [],
  introduced: [],
  fixed: [],
  findings: [],
};

test('no draft, and one that says what the cluster says, changes nothing', () => {
  const model = aShop();
  expect(impactOf(model)).toEqual(nothing);
  expect(impactOf(model, updated(withApi), updated(api.selecting({ app: 'apii' })))).toEqual(nothing);
});

test('a selector that is mended fixes its finding and brings the edge to its Pods', () => {
  const impact = impactOf(aShop(), updated(api.selecting({ app: 'api' })));
  expect(labels(impact.edgesAdded)).toEqual(['api:8080 → api-1']);
  expect(impact.fixed.map(({ checkId }) => checkId)).toContain('SVC-001');
  expect(impact.introduced).toEqual([]);
  expect([...impact.nodesAdded, ...impact.nodesRemoved, ...impact.edgesRemoved]).toEqual([]);
});

test('a row that only says something else is named with both values', () => {
  const moved = shop.withPath('shop.example.com', '/api', 'Prefix', 'web', 'http');
  const [first] = impactOf(aShop(), updated(moved)).rowsChanged;
  expect(first).toMatchObject({ label: 'shop.example.com/api', was: 'api:8080', value: 'web:http' });
});

test('another target port is named as one, before and after', () => {
  const moved = aService('shop/web')
    .withPort(80, { name: 'http', targetPort: 'htpp' })
    .selecting({ app: 'web' });
  const [first] = impactOf(aShop(), updated(moved)).rowsChanged;
  expect(first).toMatchObject({ label: 'web:http', was: 'target port 3000', value: 'target port htpp' });
});

test('the findings of the object asked about are those of the draft', () => {
  const model = aShop();
  const about = { kind: 'Service', namespace: 'shop', name: 'api' } as const;
  const found = (...changes: readonly ProposedChange[]) =>
    answerImpact(model, { kind: 'impact', changes, about }).findings.map(({ checkId }) => checkId);
  expect(found()).toContain('SVC-001');
  expect(found(updated(api.selecting({ app: 'api' })))).not.toContain('SVC-001');
});

test('a path to a Service that is not there is named before it is applied', () => {
  const impact = impactOf(
    aShop(),
    updated(withApi.withPath('shop.example.com', '/cart', 'Prefix', 'cart', 80)),
  );
  expect(labels(impact.nodesAdded)).toEqual(['Missing Service cart']);
  expect(impact.edgesAdded).toEqual([
    expect.objectContaining({
      label: 'shop.example.com/cart → cart',
      host: 'shop.example.com',
      path: '/cart',
    }),
  ]);
  expect(impact.introduced.map(({ checkId }) => checkId)).toEqual(['ING-001']);
});

test('a host and path that another Ingress has is a finding of the draft', () => {
  const claim = anIngress('sec/claim')
    .withClass('nginx')
    .withPath('shop.example.com', '/', 'Prefix', 'x', 80);
  const impact = impactOf(aShop(), { operation: 'create', object: asDrafted(claim) });
  expect(impact.introduced.map(({ checkId }) => checkId)).toContain('ING-013');
});

test('with a Service go its ways; a rule that needs it then leads nowhere', () => {
  const ref = { kind: 'Service', namespace: 'shop', name: 'web' } as const;
  const impact = impactOf(aShop(), { operation: 'delete', ref });
  expect(labels(impact.nodesRemoved)).toEqual(['Service web']);
  expect(labels(impact.nodesAdded)).toEqual(['Missing Service web']);
  expect(labels(impact.edgesRemoved)).toEqual([
    'shop.example.com/ → web:http',
    'web:http → web-1',
    'web:http → web-2',
  ]);
  expect(impact.edgesRemoved[0]).toMatchObject({ port: 'http' });
});

test.each([
  ['a selector', [updated(api.selecting({ app: 'api' }))]],
  ['a path', [updated(shop.withPath('shop.example.com', '/cart', 'Prefix', 'cart', 80))]],
  ['a delete', [{ operation: 'delete', ref: { kind: 'Ingress', namespace: 'sec', name: 'pay' } }]],
  ['two objects', [updated(api.headless()), updated(shop.withClass('ngnix'))]],
] satisfies readonly (readonly [string, readonly ProposedChange[]])[])(
  'the findings are those of the cluster once it is applied: %s',
  (_, changes) => {
    const model = aShop();
    const before = ids(model.diagnosis.list());
    const marks = model.marks;
    const impact = impactOf(model, ...changes);
    expect(model.marks).toBe(marks);
    const applied = aShop();
    applied.apply(
      changes.map((change) =>
        change.operation === 'delete'
          ? { op: 'remove', key: `${change.ref.kind}/${change.ref.namespace}/${change.ref.name}` }
          : { op: 'put', object: change.object },
      ),
      nowMs,
    );
    // The slices of Services follow in a cluster; here those of the draft that still are wanted are taken over.
    const after = ids(applied.diagnosis.list());
    const wanted = [...before.filter((id) => !ids(impact.fixed).includes(id)), ...ids(impact.introduced)];
    const isAboutEndpoints = (id: string): boolean => /^SVC-0(01|02|03|12)/.test(id);
    expect(wanted.filter((id) => !isAboutEndpoints(id)).toSorted()).toEqual(
      after.filter((id) => !isAboutEndpoints(id)),
    );
  },
);

test('the answer follows the cluster, and the same question is not worked out twice', () => {
  const model = aShop();
  const question = { kind: 'impact', changes: [updated(api.selecting({ app: 'api' }))] } as const;
  const first = answerImpact(model, question);
  expect(answerImpact(model, question).introduced).toBe(first.introduced);
  model.apply([{ op: 'put', object: aPod('shop/api-2').labelled({ app: 'api' }).ready().build() }], nowMs);
  expect(labels(answerImpact(model, question).edgesAdded)).toEqual(['api:8080 → api-1', 'api:8080 → api-2']);
});

test('the window of a draft tells what it adds, changes, removes and affects', () => {
  const model = aShop();
  const draft = [
    updated(
      anIngress('shop/shop')
        .withClass('nginx')
        .withPath('shop.example.com', '/', 'Prefix', 'api', 8080)
        .withPath('shop.example.com', '/new', 'Prefix', 'web', 'http')
        .withTls(['shop.example.com'], 'shop-tls'),
    ),
  ];
  const question = { kind: 'graphWindow', view, rectangle: { x: 0, y: 0, width: 9e5, height: 9e5 } } as const;
  expect(answer(model, question)).not.toHaveProperty('draft');
  const { draft: drawn } = answer(model, { ...question, draft }) as {
    draft: { marks: readonly object[]; counts: object; edgesRemoved: readonly string[] };
  };
  expect(drawn.counts).toEqual({ added: 1, changed: 1, removed: 1 });
  expect(drawn.marks).toContainEqual(
    expect.objectContaining({ change: 'changed', before: expect.objectContaining({ backend: 'web:http' }) }),
  );
  expect(drawn.marks).toContainEqual({ target: 'Service/shop/web', change: 'affected' });
  expect(drawn.marks).toContainEqual({ target: 'Ingress/shop/shop', change: 'changed' });
  expect(drawn.edgesRemoved).toHaveLength(2);
  expect(answer(model, question)).not.toHaveProperty('draft');
});

const based = (change: ProposedChange, base: ReturnType<typeof asDrafted>): ProposedChange =>
  change.operation === 'delete' ? change : { ...change, base };

/** The path `/api` leads to `web`, as somebody else has it meanwhile; the draft began with `api`. */
const movedByOthers = (): { model: LiveModel; base: ReturnType<typeof asDrafted> } => {
  const model = aShop();
  const theirs = shop.withPath('shop.example.com', '/api', 'Prefix', 'web', 'http').build();
  const object = { ...theirs, metadata: { ...theirs.metadata, resourceVersion: '2' } };
  model.apply([{ op: 'put', object }], nowMs);
  return { model, base: asDrafted(withApi) };
};

test('what others changed since a draft began is not a change of the draft', () => {
  const { model, base } = movedByOthers();
  const mine = updated(withApi.withPath('shop.example.com', '/new', 'Prefix', 'web', 'http'));
  const impact = impactOf(model, based(mine, base));
  expect(labels(impact.edgesAdded)).toEqual(['shop.example.com/new → web:http']);
  expect([...impact.edgesRemoved, ...impact.rowsChanged]).toEqual([]);
  expect(impact.counts).toEqual({ added: 1, changed: 0, removed: 0 });
  expect(impact.conflicts).toEqual([]);
});

test('where others changed the same the picture has the side of the draft, and names the place', () => {
  const { model, base } = movedByOthers();
  const mine = updated(shop.withPath('shop.example.com', '/api', 'Prefix', 'cart', 80));
  const impact = impactOf(model, based(mine, base));
  expect(impact.rowsChanged.map(({ was, value }) => [was, value])).toEqual([['web:http', 'cart:80']]);
  expect(impact.conflicts).toMatchObject([
    {
      ref: { kind: 'Ingress', namespace: 'shop', name: 'shop' },
      places: [{ kind: 'path', path: { path: '/api' }, field: 'backend' }],
    },
  ]);
});
