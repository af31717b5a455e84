import { expect, test } from 'vitest';
import { connectTargetOf } from './connect-target.ts';
import { parseSelection } from './selection.ts';

const targetOf = (text: string) => {
  const selection = parseSelection(text);
  return selection && connectTargetOf(selection);
};

test('a row of an Ingress, a Service, and a Service that is not there', () => {
  expect(targetOf('Ingress/shop/web~a.example~/api')).toEqual({
    ref: { kind: 'Ingress', namespace: 'shop', name: 'web' },
    row: ['a.example', '/api'],
  });
  expect(targetOf('Service/shop/web')).toEqual({
    ref: { kind: 'Service', namespace: 'shop', name: 'web' },
    row: [],
  });
  expect(targetOf('ghost:Service/sec/pay')).toEqual({
    ref: { kind: 'Service', namespace: 'sec', name: 'pay' },
    row: [],
  });
});

test.each([
  'Pod/shop/web-1',
  'Deployment/shop/web',
  'clients',
  'ghost:IngressClass/-/nginx',
  'hidden/sec/pods',
])('%s leads nowhere by itself', (text) => expect(targetOf(text)).toBeUndefined());
