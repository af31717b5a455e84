import {
  aCluster,
  aDeployment,
  aNamespace,
  anIngress,
  anIngressClass,
  aService,
} from '@fairlead/kube-objects/testing';
import { expect, test } from 'vitest';
import { messagesOf } from '../messages/languages.ts';
import { answer } from './answer.ts';
import { answerDetails } from './answer-details.ts';
import { answerFindings } from './answer-findings.ts';
import { answerRows } from './answer-rows.ts';
import { answerSearch } from './answer-search.ts';
import { answerSummary } from './answer-summary.ts';
import { targetOfSelection } from './answer-graph-window.ts';
import { answerRoutes } from './answer-routes.ts';
import type { IngressRow, RowsAnswer, ServiceRow } from './questions.ts';
import { modelOf } from './testing/model-of.ts';
import { aShop } from './testing/shop.ts';

const range = { from: 0, count: 100 };
const ingressRows = (rows: RowsAnswer<IngressRow> | RowsAnswer<ServiceRow>) => rows as RowsAnswer<IngressRow>;
const serviceRows = (rows: RowsAnswer<IngressRow> | RowsAnswer<ServiceRow>) => rows as RowsAnswer<ServiceRow>;

test('an Ingress row tells class, hosts, backends and its worst problem', () => {
  const answered = ingressRows(answerRows(aShop(), { kind: 'rows', of: 'Ingress', filter: {}, ...range }));
  expect(answered.rows.map(({ name }) => name)).toEqual(['pay', 'shop']);
  expect(answered.rows[0]).toMatchObject({
    className: 'nginx',
    classState: 'resolved',
    worst: 'error',
    problemCount: 1,
  });
  expect(answered.rows[1]).toMatchObject({
    hosts: ['shop.example.com'],
    pathCount: 2,
    hasTls: true,
    backends: ['web', 'api'],
  });
});

test('a Service row counts Pods and the rules that lead to it', () => {
  const answered = serviceRows(answerRows(aShop(), { kind: 'rows', of: 'Service', filter: {}, ...range }));
  expect(answered.rows.find(({ name }) => name === 'web')).toMatchObject({
    ports: ['80 → 3000'],
    selector: ['app=web'],
    readyPods: 1,
    allPods: 2,
    usedBy: 1,
  });
});

test('rows are filtered by namespace, class, problems and every word of the text', () => {
  const model = aShop();
  const names = (filter: object) =>
    ingressRows(answerRows(model, { kind: 'rows', of: 'Ingress', filter, ...range })).rows.map(
      ({ name }) => name,
    );
  expect(names({ namespaces: ['shop'] })).toEqual(['shop']);
  expect(names({ classNames: ['traefik'] })).toEqual([]);
  expect(names({ onlyProblems: true, namespaces: ['sec'] })).toEqual(['pay']);
  expect(names({ text: 'EXAMPLE api' })).toEqual(['shop']);
});

test('rows are sorted by a column and cut to the range; the total is that of the filter', () => {
  const question = { kind: 'rows', of: 'Ingress', filter: {}, sort: '-name', from: 1, count: 1 } as const;
  const answered = ingressRows(answerRows(aShop(), question));
  expect(answered).toMatchObject({ total: 2, unfiltered: 2, from: 1 });
  expect(answered.rows.map(({ name }) => name)).toEqual(['pay']);
});

test('an unknown column leaves the order as it is', () => {
  const question = { kind: 'rows', of: 'Ingress', filter: {}, sort: 'constructor', ...range } as const;
  expect(ingressRows(answerRows(aShop(), question)).rows.map(({ name }) => name)).toEqual(['pay', 'shop']);
});

test('counts beside a filter say what choosing another of its values would show', () => {
  const model = aShop();
  const all = answerFindings(model, { kind: 'findings', filter: {}, ...range });
  const warnings = answerFindings(model, { kind: 'findings', filter: { severity: 'warning' }, ...range });
  expect(all.total).toBeGreaterThan(0);
  expect(warnings.counts.severity).toEqual(all.counts.severity);
  expect(warnings.rows.every(({ severity }) => severity === 'warning')).toBe(true);
});

test('a finding is found by its id, and a solved one is not', () => {
  const model = aShop();
  const first = answerFindings(model, { kind: 'findings', filter: {}, ...range }).rows.at(0);
  expect(first).toBeDefined();
  expect(answer(model, { kind: 'finding', id: first?.id ?? '' })).toEqual(first);
  expect(answer(model, { kind: 'finding', id: 'SVC-001:Service/shop/gone' })).toBeUndefined();
});

test('the summary counts namespaces, objects and findings', () => {
  const summary = answerSummary(aShop());
  expect(summary.namespaces.map(({ name, services, pods }) => [name, services, pods])).toEqual([
    ['sec', 0, 0],
    ['shop', 2, 3],
  ]);
  expect(summary.classNames).toEqual(['nginx']);
  expect(summary.objectCounts).toMatchObject({ Ingress: 2, Service: 2, Pod: 3, Node: 1 });
  expect(summary.findings.error).toBeGreaterThan(0);
  expect(summary.checks.skipped).toEqual([]);
});

test('the details of a Service say what it does, its route hop by hop, and how to reach it', () => {
  const details = answerDetails(aShop(), {
    kind: 'details',
    ref: { kind: 'Service', namespace: 'shop', name: 'web' },
  });
  expect(details.summary).toBe(
    'Sends requests on 80 to 1 of 2 Pods, the others are not ready. 1 Ingress rule leads here.',
  );
  expect(details.routes[0]?.map(({ label, state }) => [label, state])).toEqual([
    ['Clients', 'ok'],
    ['Ingress shop', 'ok'],
    ['Service web', 'ok'],
    ['Pods', 'ok'],
  ]);
  expect(details.addresses.map(({ text }) => text)).toContain('web.shop.svc.cluster.local:80');
  expect(details.usedBy.map(({ label }) => label)).toEqual(['shop: shop.example.com/']);
});

test('the route of a rule that another one comes before breaks at the Ingress', () => {
  const web = (name: string, createdAt: string) =>
    anIngress(`shop/${name}`)
      .withClass('nginx')
      .createdAt(createdAt)
      .withPath('shop.example.com', '/', 'Prefix', 'web', 80);
  const model = modelOf(
    aCluster()
      .with(
        anIngressClass('nginx').withController('k8s.io/ingress-nginx'),
        aService('shop/web').withPort(80),
        web('old', '2026-01-01T00:00:00Z'),
        web('young', '2026-02-01T00:00:00Z').withPath('shop.example.com', '/own', 'Prefix', 'web', 80),
      )
      .build(),
  );
  const hopsOf = (name: string) =>
    answerDetails(model, { kind: 'details', ref: { kind: 'Ingress', namespace: 'shop', name } }).routes.map(
      (hops) => [hops[1]?.detail, hops[1]?.state],
    );
  expect(hopsOf('old')).toEqual([['`shop.example.com/` Prefix', 'ok']]);
  expect(hopsOf('young')).toEqual([
    ['`shop.example.com/` Prefix, another rule comes first', 'error'],
    ['`shop.example.com/own` Prefix', 'ok'],
  ]);
});

test('the route of a rule to a missing Service breaks there', () => {
  const details = answerDetails(aShop(), {
    kind: 'details',
    ref: { kind: 'Ingress', namespace: 'sec', name: 'pay' },
  });
  expect(details.routes[0]?.map(({ label, detail, state }) => [label, detail, state]).slice(2)).toEqual([
    ['Service pay', 'does not exist', 'error'],
    ['Pods', 'not reached', 'unknown'],
  ]);
});

test('an object that is not there is told to be missing, with who names it and what speaks of it', () => {
  const details = answerDetails(aShop(), {
    kind: 'details',
    ref: { kind: 'Service', namespace: 'sec', name: 'pay' },
  });
  expect(details).toMatchObject({ object: undefined, summary: 'Service pay does not exist.' });
  expect(details.usedBy.map(({ ref }) => ref.name)).toEqual(['pay']);
  expect(details.findings.map(({ checkId }) => checkId)).toEqual(['ING-001']);
});

test('search finds names first, then hosts, paths, addresses and labels', () => {
  const model = aShop();
  const find = (text: string) =>
    answerSearch(model, { kind: 'search', text, limit: 10 }).hits.map(
      ({ ref, matched }) => `${matched} ${ref.kind}/${ref.name}`,
    );
  expect(find('web')[0]).toBe('name Service/web');
  expect(find('shop.example.com/api')).toEqual(['path Ingress/shop']);
  expect(find('192.0.2.11')).toEqual(['address Node/edge-1']);
  expect(find('app=api')).toEqual(['label Pod/api-1']);
  expect(find('8080')).toContain('port Service/api');
  expect(find(':web')).toEqual([]);
  expect(find('#ing-001')).toEqual(['finding Ingress/pay']);
  expect(find('')).toEqual([]);
});

test('the table twin holds every rule, and what no rule reaches', () => {
  const { rows } = answerRoutes(aShop(), { kind: 'routes', filter: {}, ...range });
  const routes = rows.map(({ host, path, service, worst }) => [host, path, service, worst]);
  expect(routes).toContainEqual(['shop.example.com', '/', 'web', undefined]);
  expect(routes).toContainEqual(['pay.example.com', '/', 'pay', 'error']);
});

test('the table twin is narrowed by the words it shows', () => {
  const find = (text: string) =>
    answerRoutes(aShop(), { kind: 'routes', filter: { text }, ...range }).rows.map(({ sel }) => sel);
  expect(find('clients')).toEqual(['clients']);
  expect(find('http 80 → 3000')).toEqual(['Ingress/shop/shop~shop.example.com~/']);
  expect(find('PAY.example')).toEqual(['Ingress/sec/pay~pay.example.com~/']);
});

test('the words of answers are those of the catalogue that the worker was given', () => {
  const given = messagesOf('en');
  const model = aShop({
    ...given,
    answers: {
      ...given.answers,
      missing: (kind, name) => `<${kind} ${name}>`,
      routeState: (state) => `<${state}>`,
    },
    graph: { ...given.graph, nodeName: ({ id }) => `<${id}>` },
  });
  const ref = { kind: 'Service', namespace: 'sec', name: 'pay' } as const;
  expect(answerDetails(model, { kind: 'details', ref }).summary).toBe('<Service pay>');
  const { rows } = answerRoutes(model, { kind: 'routes', filter: {}, ...range });
  expect(rows[0]).toMatchObject({ behind: ['<clients>'], stateWords: '<ok>' });
});

test('a selection of an address names a node or a row of the picture', () => {
  const model = aShop();
  expect(targetOfSelection(model, 'Ingress/shop/shop')).toBe('Ingress/shop/shop');
  expect(targetOfSelection(model, 'Ingress/shop/shop~shop.example.com')).toBe(
    'Ingress/shop/shop#host:shop.example.com',
  );
  expect(targetOfSelection(model, 'Ingress/shop/shop~shop.example.com~/api')).toMatch(
    /^Ingress\/shop\/shop#path:.*\/api$/,
  );
  expect(targetOfSelection(model, 'Service/shop/web~http')).toBe('Service/shop/web#port:http');
  expect(targetOfSelection(model, 'clients')).toBe('clients');
});

test('a finding about a row of an Ingress marks that row and not the node', () => {
  const { marks } = aShop();
  expect(marks.byTarget.has('Ingress/sec/pay')).toBe(false);
  expect([...marks.targets].some((target) => target.startsWith('Ingress/sec/pay#path:'))).toBe(true);
  expect(marks.byTarget.has('Service/shop/web')).toBe(false);
});

test('a namespace in which nothing leads to its workloads says what runs there; one with a Service does not', () => {
  const model = modelOf(
    aCluster()
      .with(
        aNamespace('idle'),
        aNamespace('shop'),
        aDeployment('idle/a'),
        aDeployment('idle/b'),
        aDeployment('shop/web'),
        aService('shop/web').withPort(80),
      )
      .build(),
  );
  const workloads = new Map(answerSummary(model).namespaces.map((entry) => [entry.name, entry.workloads]));
  expect(workloads.get('idle')).toEqual([{ kind: 'Deployment', count: 2 }]);
  expect(workloads.get('shop')).toEqual([]);
});
