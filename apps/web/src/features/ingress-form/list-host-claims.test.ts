import { expect, test } from 'vitest';
import { messagesOf } from '../../messages/languages.ts';
import type { IngressFormFacts } from '../../workers/ingress-form-facts.ts';
import { claimNotes, listHostClaims, ownerOfHost } from './list-host-claims.ts';
import { aStoredIngress } from './testing/render-ingress-form.tsx';

const words = messagesOf('en').ingressForm.claims;
const backend = { service: { name: 'web', port: { number: 80 } } };
const mine = aStoredIngress({
  rules: [{ host: 'Shop.example.com', http: { paths: [{ path: '/', pathType: 'Prefix', backend }] } }],
});

const facts = (change: Partial<IngressFormFacts>): IngressFormFacts => ({
  areServicesKnown: true,
  services: [],
  moreServices: 0,
  areClassesKnown: true,
  classes: [],
  family: 'ingress-nginx',
  samePathRule: 'oldest',
  createdAt: '2026-01-02T00:00:00Z',
  areIngressesKnown: true,
  namespaces: ['shop'],
  isNameTaken: true,
  claims: [
    {
      host: 'shop.example.com',
      rivals: [
        {
          ingress: { kind: 'Ingress', namespace: 'other', name: 'theirs' },
          createdAt: '2026-01-01T00:00:00Z',
          path: '/',
          pathType: 'Prefix',
          className: 'nginx',
          backend: 'web:80',
        },
      ],
      others: [],
    },
  ],
  ...change,
});
const root = { path: '/', pathType: 'Prefix' };

test.each<[string, Partial<IngressFormFacts>, string]>([
  ['the older one wins', {}, words.loses('other/theirs')],
  ['this one is older', { createdAt: '2025-01-01T00:00:00Z' }, words.wins('other/theirs')],
  ['this one is not stored yet', { createdAt: undefined }, words.loses('other/theirs')],
  ['nobody knows', { samePathRule: 'unspecified' }, words.open('other/theirs')],
])('of the same path twice: %s', (_, change, message) => {
  const known = facts(change);
  const claims = listHostClaims(mine, 'Shop.example.com', known);
  expect(claimNotes(root, claims, { facts: known, words }).map((note) => note.message)).toEqual([message]);
  expect(claimNotes({ ...root, pathType: 'Exact' }, claims, { facts: known, words })).toEqual([]);
});

test('a host that nobody else has is claimed by nobody', () => {
  expect(listHostClaims(mine, 'else.example.com', facts({}))).toBeUndefined();
  expect(listHostClaims(mine, 'shop.example.com', undefined)).toBeUndefined();
});

test('where the older Ingress gets the whole host, it is named', () => {
  const owner = (change: Partial<IngressFormFacts>): string | undefined => {
    const known = facts(change);
    const claims = listHostClaims(mine, 'shop.example.com', known);
    return claims && ownerOfHost(claims, known);
  };
  expect(owner({})).toBeUndefined();
  expect(owner({ samePathRule: 'oldest-has-host' })).toBe('other/theirs');
  expect(owner({ samePathRule: 'oldest-has-host', createdAt: '2025-01-01T00:00:00Z' })).toBe('');
});
