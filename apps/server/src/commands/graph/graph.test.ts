import { expect, test } from 'vitest';
import { examples, runForTest } from '../testing/run-for-test.ts';
import { graph } from './graph.ts';
import type { PrintedGraph } from './printed-graph.ts';

const shop = `${examples}/shop`;
const run = (...args: string[]) => runForTest(graph, args);
const draw = async (...args: string[]): Promise<PrintedGraph> => JSON.parse((await run(...args)).out);

test('nodes are objects with their kind, ghosts and counts are told', async () => {
  const { nodes } = await draw('-f', `${shop}/rules.yaml`);
  expect(nodes).toContainEqual({ id: 'Ingress/shop/shop', kind: 'Ingress', namespace: 'shop', name: 'shop' });
  expect(nodes).toContainEqual({
    id: 'ghost:Service/shop/web',
    kind: 'Service',
    namespace: 'shop',
    name: 'web',
    ghost: true,
  });
  const whole = await draw('-f', shop);
  expect(whole.nodes).toContainEqual({
    id: 'Pod/shop/web-1',
    kind: 'Pod',
    namespace: 'shop',
    name: 'web-1',
    state: 'ready',
    count: 1,
  });
});

test('an edge of a rule has its host, path and port, a broken one says so', async () => {
  const { edges } = await draw('-f', shop);
  expect(edges).toContainEqual({
    from: 'Ingress/shop/shop',
    to: 'Service/shop/web',
    kind: 'backend',
    host: 'shop.example.com',
    path: '/',
    port: 80,
  });
  const missing = await draw('-f', `${shop}/rules.yaml`);
  expect(missing.edges).toContainEqual({
    from: 'Ingress/shop/shop',
    to: 'ghost:Service/shop/api',
    kind: 'backend',
    host: 'shop.example.com',
    path: '/api',
    state: 'broken',
  });
});

test('every edge joins two nodes', async () => {
  const { nodes, edges } = await draw('-f', shop, '--expand', 'pods');
  const ids = new Set(nodes.map(({ id }) => id));
  expect(ids.size).toBe(nodes.length);
  expect(edges.filter(({ from, to }) => !ids.has(from) || !ids.has(to))).toEqual([]);
});

const deployment = `apiVersion: apps/v1
kind: ReplicaSet
metadata: {name: web, namespace: shop, uid: r}
spec: {selector: {matchLabels: {app: web}}}
---
apiVersion: v1
kind: Pod
metadata:
  name: web-a
  namespace: shop
  labels: {app: web}
  ownerReferences: [{apiVersion: apps/v1, kind: ReplicaSet, name: web, uid: r, controller: true}]
spec: {containers: []}
`;

test('Pods are nodes of their own when expanded', async () => {
  const { out } = await runForTest(graph, ['-f', '-', '--expand', 'pods'], { input: deployment });
  const { nodes, edges }: PrintedGraph = JSON.parse(out);
  expect(nodes.map(({ id, count }) => [id, count])).toContainEqual(['ReplicaSet/shop/web', 1]);
  expect(nodes.map(({ id, state }) => [id, state])).toContainEqual(['Pod/shop/web-a', 'not-selected']);
  expect(edges).toContainEqual({ from: 'ReplicaSet/shop/web', to: 'Pod/shop/web-a', kind: 'owns' });
  const folded = await runForTest(graph, ['-f', '-'], { input: deployment });
  expect(folded.out).not.toContain('web-a');
});

test('the order of files does not matter', async () => {
  const there = await run('-f', `${shop}/rules.yaml`, '-f', `${shop}/services.json`);
  const back = await run('-f', `${shop}/services.json`, '-f', `${shop}/rules.yaml`);
  expect(there.out).toBe(back.out);
});

test('only the namespaces that were asked for', async () => {
  const { nodes } = await draw('-f', shop, '--namespace', 'other');
  expect(nodes.filter(({ namespace }) => namespace === 'shop')).toEqual([]);
});

test('Mermaid and Graphviz keep texts of objects from becoming syntax', async () => {
  const input = `apiVersion: networking.k8s.io/v1
kind: Ingress
metadata: {name: a, namespace: shop}
spec:
  rules:
  - host: a.example.com
    http: {paths: [{path: '/"]-->x', pathType: ImplementationSpecific, backend: {service: {name: gone, port: {number: 80}}}}]}
`;
  const mermaid = await runForTest(graph, ['-f', '-', '--format', 'mermaid'], { input });
  expect(mermaid.out).toContain('flowchart LR');
  expect(mermaid.out).toContain('|"a.example.com/#34;#93;--#62;x"|');
  expect(mermaid.out).toMatch(/n\d+\["Service gone \(missing\)"\]:::ghost/);
  const dot = await runForTest(graph, ['-f', '-', '--format', 'dot'], { input });
  expect(dot.out).toContain('label="a.example.com/\\"]-->x"');
  expect(dot.out).toContain('label="Service gone (missing)", style=dashed');
});

test.each([
  [['-f', shop, '--format', 'svg'], /choose one of json, mermaid, dot/],
  [['-f', shop, '--expand', 'nodes'], /only pods/],
  [['-f', `${examples}/broken/indent.yaml`], /indent\.yaml:5:/],
])('%j is bad input', async (args, message) => {
  const { status, out, notices } = await run(...args);
  expect({ status, out }).toEqual({ status: 2, out: '' });
  expect(notices).toMatch(message);
});

test('help has examples', async () => {
  expect((await run('--help')).out).toContain('Examples:');
});
