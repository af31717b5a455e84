// First: it fills what jsdom lacks.
import '../testing/fill-dom-gaps.ts';
import { aService } from '@fairlead/kube-objects/testing';
import { cleanup, screen } from '@testing-library/react';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { messagesOf } from '../../messages/languages.ts';
import type { ApiClient } from '../../server-state/api-client.ts';
import { aShop } from '../../workers/testing/shop.ts';
import { aSession, renderPage } from '../testing/render-page.tsx';

beforeEach(() => localStorage.clear());
afterEach(cleanup);

const { lines } = messagesOf('en').editor;
const object = aService('shop/api').withPort(8080).selecting({ app: 'api' }).atVersion('7').build();
const never = (): Promise<never> => new Promise(() => undefined);
const api: ApiClient = {
  get: (path, schema) => (path.includes('/objects/') ? Promise.resolve(schema.parse({ object })) : never()),
  post: never,
};

const change = (id: string, undoneBy?: string) => ({
  id,
  clusterId: 'test',
  operation: undoneBy === undefined ? 'create' : 'delete',
  ref: { kind: 'Service', namespace: 'shop', name: 'api' },
  before: undoneBy === undefined ? undefined : object,
  after: undoneBy === undefined ? object : undefined,
  appliedAt: '2026-05-01T12:00:00Z',
  undoneBy,
});

test.each([
  ['created is said to be applied', [change('new')], lines.applied()],
  [
    'created again after it was deleted is said to be undone',
    [change('new'), change('gone', 'new')],
    lines.undone(0),
  ],
])('what was just %s', async (_title, changes, words) => {
  localStorage.setItem('fairlead.history', JSON.stringify({ version: 1, changes }));
  renderPage('/c/demo/edit/Service/shop/api?created=new', aShop(), {
    api,
    start: { kind: 'open', session: aSession },
  });
  expect(await screen.findByText(words)).toBeDefined();
});
