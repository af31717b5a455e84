import { expect, test } from 'vitest';
import { parsePictureNode } from './picture-node.ts';

test.each([
  ['clients', { kind: 'clients' }],
  ['controller/-/k8s.io/ingress-nginx', { kind: 'controller', name: 'k8s.io/ingress-nginx' }],
  ['ghost:Service/sec/pay', { kind: 'missing-service', namespace: 'sec', name: 'pay' }],
  ['ghost:IngressClass/-/ngnix', { kind: 'missing-class', name: 'ngnix' }],
  ['annotated/-/gce', { kind: 'bare-class', why: 'annotatedClass', name: 'gce' }],
  ['class/-/nginx', { kind: 'bare-class', why: 'unreadClass', name: 'nginx' }],
  ['endpoints/db/legacy', { kind: 'endpoints', namespace: 'db', name: 'legacy' }],
  ['external/db/mail', { kind: 'external', namespace: 'db', name: 'mail' }],
  ['hidden/sec/service', { kind: 'hidden', namespace: 'sec', column: 'service' }],
  ['folded/shop/pods', { kind: 'folded', namespace: 'shop', column: 'pods' }],
  ['finished/shop/-', { kind: 'finished', namespace: 'shop' }],
])('%s is read', (id, node) => {
  expect(parsePictureNode(id)).toEqual(node);
});

test.each(['', 'Gateway/shop/web', 'hidden/sec/elsewhere', 'ghost:Service/sec', '__proto__/a/b'])(
  '"%s" is nothing in the picture',
  (id) => {
    expect(parsePictureNode(id)).toEqual({ kind: 'unknown' });
  },
);
