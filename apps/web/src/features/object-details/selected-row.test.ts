import { Diagnosis } from '@fairlead/diagnostics';
import type { ObjectStore } from '@fairlead/kube-objects';
import { aCluster, aNode, anIngress, anIngressClass, aPod, aService } from '@fairlead/kube-objects/testing';
import { expect, test } from 'vitest';
import { messagesOf } from '../../messages/languages.ts';
import { answerDetails } from '../../workers/answer-details.ts';
import type { DetailsAnswer } from '../../workers/questions.ts';
import { parseSelection } from '../../url-state/selection.ts';
import { detailsOfRow, findSelectedRow, type RowDetails, type SelectedRow } from './selected-row.ts';

const shop = anIngress('shop/shop')
  .withClass('nginx')
  .withTls(['shop.example.com'], 'shop-tls')
  .withAddress({ ip: '192.0.2.1' })
  .withPath('shop.example.com', '/', 'Prefix', 'web', 80)
  .withPath('shop.example.com', '/api', 'Prefix', 'orders', 'http')
  .withPath('shop.example.com', '/api', 'Exact', 'web', 80)
  .withPath('*.example.org', '/a b', 'Exact', 'orders', 9000)
  .withPath('', '/api', 'Prefix', 'gone', 80);

const cluster = aCluster()
  .with(
    aNode('edge-1').withAddresses({ type: 'InternalIP', address: '192.0.2.9' }),
    anIngressClass('nginx'),
    shop,
    aService('shop/web').selecting({ app: 'web' }).withPort(80),
    aService('shop/orders')
      .selecting({ app: 'orders' })
      .withType('NodePort')
      .withPort(8080, { name: 'http', nodePort: 30132 })
      .withPort(9000, { name: 'grpc' }),
    aPod('shop/orders-0').labelled({ app: 'orders' }).ready(),
  )
  .withEndpoints()
  .build();

function ask(store: ObjectStore, sel: string): { answer: DetailsAnswer; row: SelectedRow | undefined } {
  const { ref, row } = parseSelection(sel)!;
  const diagnosis = new Diagnosis(store, 0, { words: messagesOf('en').checks });
  const answer = answerDetails(
    { store, diagnosis, messages: messagesOf('en') },
    { kind: 'details', ref: ref! },
  );
  return { answer, row: answer.object && findSelectedRow(answer.object, row) };
}

function detailsOf(sel: string): RowDetails {
  const { answer, row } = ask(cluster, sel);
  return detailsOfRow(answer, row!);
}

const textsOf = (sel: string): readonly string[] => detailsOf(sel).addresses.map(({ text }) => text);

test('a rule has its own URL, curl line and hosts line, not those of other rules', () => {
  expect(textsOf('Ingress/shop/shop~shop.example.com~/api')).toEqual([
    'https://shop.example.com/api',
    "curl --resolve 'shop.example.com:443:192.0.2.1' 'https://shop.example.com/api'",
    '192.0.2.1 shop.example.com',
  ]);
});

test('a host has the URLs of all its paths', () => {
  expect(textsOf('Ingress/shop/shop~shop.example.com').filter((text) => text.startsWith('https'))).toEqual([
    'https://shop.example.com/',
    'https://shop.example.com/api',
  ]);
});

test('a pattern and a path that a URL must encode are found', () => {
  expect(textsOf('Ingress/shop/shop~*.example.org~/a b')[0]).toBe('http://anything.example.org/a%20b');
});

test('rules with equal host and path are shown together, each with its type and backend', () => {
  const { row } = ask(cluster, 'Ingress/shop/shop~shop.example.com~/api');
  expect(row).toMatchObject({
    kind: 'rules',
    hasTls: true,
    paths: [
      {
        pathType: 'Prefix',
        backend: 'orders:http',
        backendRef: { kind: 'Service', namespace: 'shop', name: 'orders' },
      },
      { pathType: 'Exact', backend: 'web:80' },
    ],
  });
});

test('a rule for any host is a row of its own', () => {
  const { row } = ask(cluster, 'Ingress/shop/shop~~/api');
  expect(row).toMatchObject({ paths: [{ backend: 'gone:80' }], hasTls: false });
});

test('a rule has its own routes', () => {
  const ends = (sel: string) =>
    detailsOf(sel).routes.map((hops) => hops.map(({ label }) => label).join(' > '));
  expect(ends('Ingress/shop/shop~shop.example.com~/')).toEqual([
    'Clients > Ingress shop > Service web > Pods',
  ]);
  expect(ends('Ingress/shop/shop~shop.example.com~/api')).toHaveLength(2);
});

test('a port has the addresses with its number or node port, and the routes over it', () => {
  const { addresses, routes } = detailsOf('Service/shop/orders~http');
  expect(addresses.map(({ text }) => text)).toEqual([
    'orders.shop.svc.cluster.local:8080',
    expect.stringMatching(/:8080$/),
    '192.0.2.9:30132',
  ]);
  expect(routes).toHaveLength(1);
});

test('a row that the object does not have is none', () => {
  expect(ask(cluster, 'Ingress/shop/shop~other.example.com~/').row).toBeUndefined();
  expect(ask(cluster, 'Service/shop/orders~metrics').row).toBeUndefined();
  expect(ask(cluster, 'Pod/shop/orders-0~http').row).toBeUndefined();
});
