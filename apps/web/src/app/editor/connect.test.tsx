// First: it fills what jsdom lacks.
import '../testing/fill-dom-gaps.ts';
import { anIngress, aService } from '@fairlead/kube-objects/testing';
import { act, cleanup, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { parseDraft } from '../../drafts/parse-draft.ts';
import type { ApiClient } from '../../server-state/api-client.ts';
import { aShop } from '../../workers/testing/shop.ts';
import { aSession, renderPage } from '../testing/render-page.tsx';

beforeEach(() => localStorage.clear());
afterEach(cleanup);

const never = (): Promise<never> => new Promise(() => undefined);

const objects: Readonly<Record<string, object>> = {
  'Ingress/shop': anIngress('shop/shop')
    .withClass('nginx')
    .withPath('shop.example.com', '/', 'Prefix', 'web', 'http')
    .withPath('shop.example.com', '/api', 'Prefix', 'api', 8080)
    .build(),
  'Service/api': aService('shop/api').withPort(8080).selecting({ app: 'apii' }).build(),
};

const api: ApiClient = {
  get: (path, schema) => {
    const found = Object.entries(objects).find(([id]) => {
      const [kind = '', name = ''] = id.split('/');
      return path.includes('/objects/') && path.includes(`/${kind}/`) && path.includes(`/${name}`);
    });
    return found === undefined ? never() : Promise.resolve(schema.parse({ object: found[1] }));
  },
  post: never,
};

const open = (selection: string, session = aSession): void =>
  void renderPage(`/c/demo/graph?view=table&sel=${encodeURIComponent(selection)}`, aShop(), {
    api,
    start: { kind: 'open', session },
  });

const findDialog = async (name: RegExp): Promise<HTMLElement> => screen.findByRole('dialog', { name });

/** Drafts as another page of this browser would read them. */
const listKeptDrafts = () => {
  globalThis.dispatchEvent(new Event('pagehide'));
  const keys = Array.from({ length: localStorage.length }, (_, index) => localStorage.key(index) ?? '');
  return keys.flatMap((key) => parseDraft(localStorage.getItem(key) ?? '') ?? []);
};

test('the selected path is led to another port by typing, and opens as a draft', async () => {
  open('Ingress/shop/shop~shop.example.com~/api');
  await userEvent.click(await screen.findByRole('button', { name: 'Connect to…' }));
  const dialog = await findDialog(/Connect shop/);
  expect(
    await within(dialog).findByRole('button', { name: /shop\.example\.com \/api, Prefix/ }),
  ).toBeDefined();
  await userEvent.type(within(dialog).getByRole('searchbox', { name: 'Service and port' }), 'web{Enter}');
  await waitFor(() => expect(location.pathname).toBe('/c/demo/edit/Ingress/shop/shop'));
  const [draft] = listKeptDrafts();
  expect(draft?.undoSteps.map(({ reason }) => reason)).toEqual(['connect']);
  expect(draft?.undoSteps.flatMap(({ edits }) => edits)).toMatchObject([
    {
      kind: 'set-path-field',
      target: { path: '/api' },
      field: 'backend',
      to: { service: { name: 'web', port: { name: 'http' } } },
    },
  ]);
});

test('C asks the same; a Service asks for Pods and then for labels, and says what they find', async () => {
  open('Service/shop/api');
  await screen.findByRole('button', { name: 'Connect to…' });
  await userEvent.keyboard('c');
  const dialog = await findDialog(/Connect api/);
  expect(await within(dialog).findByText('selects app=apii now', { exact: false })).toBeDefined();
  await userEvent.click(await within(dialog).findByRole('menuitem', { name: /Pod api-1/ }));
  const label = await within(dialog).findByRole('checkbox', { name: 'app: api' });
  expect(await within(dialog).findByText('Selects 1 Pod of Pod api-1.')).toBeDefined();
  await userEvent.click(label);
  expect(await within(dialog).findByText(/Tick at least one label/)).toBeDefined();
  expect(within(dialog).getByRole('button', { name: 'Open as draft' })).toHaveProperty('disabled', true);
  await userEvent.click(label);
  await userEvent.click(within(dialog).getByRole('button', { name: 'Open as draft' }));
  await waitFor(() => expect(location.pathname).toBe('/c/demo/edit/Service/shop/api'));
  expect(listKeptDrafts()[0]?.text).toContain('app: api\n');
});

test('a port that the path leads to already begins no draft, and that is said', async () => {
  open('Ingress/shop/shop~shop.example.com~/api');
  await userEvent.click(await screen.findByRole('button', { name: 'Connect to…' }));
  const dialog = await findDialog(/Connect shop/);
  await userEvent.type(
    await within(dialog).findByRole('searchbox', { name: 'Service and port' }),
    'api{Enter}',
  );
  expect(await screen.findByText('Ingress shop leads there already, or has changed since.')).toBeDefined();
  expect(location.pathname).toBe('/c/demo/graph');
  expect(listKeptDrafts()).toEqual([]);
});

test('a Service that is not there is led away from by the rules that name it', async () => {
  open('ghost:Service/sec/pay');
  await userEvent.click(await screen.findByRole('button', { name: 'Connect to…' }));
  const dialog = await findDialog(/Connect pay/);
  expect(await within(dialog).findByText('pay.example.com /, Prefix')).toBeDefined();
  expect(await within(dialog).findByText('No Service in sec has a TCP port.')).toBeDefined();
});

test('what may not be changed says so, and kinds that lead nowhere have no such action', async () => {
  open('Ingress/shop/shop', { ...aSession, mode: 'serve' });
  const button = await screen.findByRole('button', { name: 'Connect to…' });
  expect(button.getAttribute('aria-disabled')).toBe('true');
  await userEvent.keyboard('c');
  expect(
    await screen.findByText(/a change will not be sent: Fairlead was started read-only\./),
  ).toBeDefined();
  cleanup();
  open('Pod/shop/web-1');
  await screen.findByRole('heading', { name: 'web-1' });
  expect(screen.queryByRole('button', { name: 'Connect to…' })).toBeNull();
});

test('what was chosen and vanishes from the cluster does not become another path', async () => {
  const shop = aShop();
  const { worker } = renderPage(
    `/c/demo/graph?view=table&sel=${encodeURIComponent('Ingress/shop/shop~shop.example.com~/api')}`,
    shop,
    { api },
  );
  await userEvent.click(await screen.findByRole('button', { name: 'Connect to…' }));
  const dialog = await findDialog(/Connect shop/);
  await within(dialog).findByRole('searchbox', { name: 'Service and port' });
  const rest = anIngress('shop/shop')
    .withClass('nginx')
    .withPath('shop.example.com', '/', 'Prefix', 'web', 'http')
    .build();
  act(() => {
    shop.store.apply([{ op: 'put', object: rest }]);
    worker.answerAgain();
  });
  expect(await within(dialog).findByText('What was chosen is not there any more.')).toBeDefined();
  expect(within(dialog).queryByRole('searchbox')).toBeNull();
});
