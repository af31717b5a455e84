import { expect, test } from 'vitest';
import { messagesOf } from '../../messages/languages.ts';
import type { IngressFormFacts } from '../../workers/ingress-form-facts.ts';
import { listClaimNotes } from './list-claim-notes.ts';
import { aStoredIngress } from './testing/render-ingress-form.tsx';

const words = messagesOf('en').ingressForm;
const backend = { service: { name: 'web', port: { number: 80 } } };
const pathOf = (path: string) => ({ path, pathType: 'Prefix', backend });
const mine = aStoredIngress({
  rules: [
    { host: 'free.example.com', http: { paths: [pathOf('/')] } },
    { host: 'shop.example.com', http: { paths: [pathOf('/cart'), pathOf('/')] } },
  ],
});
const theirs = { kind: 'Ingress', namespace: 'other', name: 'theirs' } as const;

const factsWith = (change: Partial<IngressFormFacts>): IngressFormFacts => ({
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
          ingress: theirs,
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

test('who has a host and a path too is told at their lines', () => {
  expect(listClaimNotes(mine, factsWith({}), words)).toEqual([
    {
      path: ['spec', 'rules', 1, 'host'],
      severity: 'info',
      message: 'other/theirs claims shop.example.com too.',
    },
    {
      path: ['spec', 'rules', 1, 'http', 'paths', 1, 'path'],
      severity: 'warning',
      message: words.claims.loses('other/theirs'),
    },
  ]);
});

test('a host that an older Ingress has as a whole is lost', () => {
  const [host] = listClaimNotes(mine, factsWith({ samePathRule: 'oldest-has-host' }), words);
  expect(host?.severity).toBe('warning');
  expect(host?.message).toContain(words.claims.wholeHost('other/theirs'));
});

test('a host under another class is told as such, and what nobody else has is not told at all', () => {
  const others = [{ namespace: 'other', name: 'theirs', className: 'haproxy' }];
  const facts = factsWith({ claims: [{ host: 'shop.example.com', rivals: [], others }] });
  expect(listClaimNotes(mine, facts, words).map(({ message }) => message)).toEqual([
    words.claims.othersToo(['other/theirs']),
  ]);
  expect(listClaimNotes(mine, undefined, words)).toEqual([]);
});
