import type { GraphNode, GraphRow } from '@fairlead/resource-graph';
import { expect, test } from 'vitest';
import { canBeDragged, findDrop, type PicturePlace } from './find-drop.ts';

const node = (id: string, kind: GraphNode['kind'], rows: readonly GraphRow[] = []): GraphNode => ({
  id,
  kind,
  column: 'service',
  namespace: id.split('/')[1] ?? '',
  name: id.split('/')[2] ?? '',
  badge: undefined,
  ref: undefined,
  rows,
  ruleCount: 0,
  pods: [],
  isHeadless: false,
  className: '',
  stands: [],
});

const pathRow = (path: string, host = 'a.example'): GraphRow => ({
  id: `path:${host}|Prefix|0|${path}`,
  kind: 'path',
  host,
  path,
  pathType: 'Prefix',
  ordinal: 0,
  backend: 'old:80',
});
const hostRow = (host: string): GraphRow => ({
  id: `host:${host}`,
  kind: 'host',
  host,
  hasTls: false,
  secretName: undefined,
});
const portRow = (name: string, port: number, protocol = 'TCP'): GraphRow => ({
  id: `port:${port}`,
  kind: 'port',
  portId: name,
  name,
  port,
  protocol,
  target: String(port),
  isTargetResolved: true,
  nodePort: undefined,
});

const lastRow: GraphRow = { id: 'default-backend', kind: 'default-backend', backend: 'old:80' };
const ingress = node('Ingress/shop/web', 'ingress', [
  hostRow('a.example'),
  pathRow('/'),
  hostRow('b.example'),
  pathRow('/x', 'b.example'),
  lastRow,
]);
const ports = [portRow('dns', 53, 'UDP'), portRow('http', 80), portRow('', 9000)];
const service = node('Service/shop/cart', 'service', ports);
const workload = node('Deployment/shop/cart', 'workload');
const ghost = node('ghost:Service/shop/gone', 'service-ghost');
const at = (place: GraphNode, row?: GraphRow): PicturePlace => ({ node: place, row });
const named = { service: { name: 'cart', port: { name: 'http' } } };
const numbered = { service: { name: 'cart', port: { number: 9000 } } };

test('rules, Services and what stands for missing ones can be dragged; nothing else', () => {
  for (const row of [pathRow('/'), hostRow('a'), lastRow]) expect(canBeDragged(at(ingress, row))).toBe(true);
  expect(canBeDragged(at(service))).toBe(true);
  expect(canBeDragged(at(ghost))).toBe(true);
  expect(canBeDragged(at(ingress))).toBe(false);
  expect(canBeDragged(at(ingress, { id: 'more', kind: 'more', count: 3 }))).toBe(false);
  expect(canBeDragged(at(workload))).toBe(false);
});

test.each([
  ['a path on a port', pathRow('/'), ports[2], { kind: 'path', place: { path: '/' }, backend: numbered }],
  ['a path on a Service: its first TCP port', pathRow('/'), undefined, { kind: 'path', backend: named }],
  ['the default backend', lastRow, ports[1], { kind: 'default-backend', backend: named }],
  ['a host that has /', hostRow('a.example'), ports[1], { kind: 'new-path', path: { path: '/cart' } }],
  ['a host without /', hostRow('b.example'), ports[1], { kind: 'new-path', path: { path: '/' } }],
] as const)('%s is clear', (_, row, port, connection) => {
  expect(findDrop(at(ingress, row), at(service, port))).toMatchObject({
    kind: 'open',
    ref: { kind: 'Ingress', namespace: 'shop', name: 'web' },
    connection,
  });
});

test('a Service on what runs, and a missing one on a real one, are asked about', () => {
  expect(findDrop(at(service), at(workload))).toEqual({
    kind: 'ask',
    target: {
      ref: { kind: 'Service', namespace: 'shop', name: 'cart' },
      row: [],
      pods: 'Deployment/shop/cart',
    },
    name: 'cart',
  });
  expect(findDrop(at(ghost), at(service))).toMatchObject({
    kind: 'ask',
    target: { ref: { kind: 'Service', namespace: 'shop', name: 'gone' } },
  });
});

test.each([
  ['a port for UDP', at(ingress, pathRow('/')), at(service, ports[0])],
  ['a Service without ports', at(ingress, pathRow('/')), at(node('Service/shop/none', 'service'))],
  ['another namespace', at(ingress, pathRow('/')), at(node('Service/other/cart', 'service', ports))],
  ['Pods', at(ingress, pathRow('/')), at(workload)],
  ['a Service', at(service), at(service)],
  ['a missing Service', at(ingress, pathRow('/')), at(ghost)],
])('nothing can be dropped on %s', (_, from, to) => {
  expect(findDrop(from, to)).toBeUndefined();
});
