// First: it fills what jsdom lacks.
import './testing/fill-dom-gaps.ts';
import { act, cleanup, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, expect, test } from 'vitest';
import { nowMs } from '../workers/testing/model-of.ts';
import { aShop } from '../workers/testing/shop.ts';
import { pageOf } from './pages.ts';
import { renderPage } from './testing/render-page.tsx';

afterEach(cleanup);

const here = (): string => location.pathname + location.search;

test('the Ingresses page lists what the worker answers and counts it', async () => {
  renderPage('/c/demo/ingresses', aShop());
  const grid = await screen.findByRole('grid', { name: 'Ingresses, sortable' });
  expect(await within(grid).findByRole('row', { name: /pay\.example\.com/ })).toBeDefined();
  expect(within(grid).getAllByRole('row')).toHaveLength(3);
  expect(screen.getByRole('heading', { level: 1, name: 'Ingresses' })).toBeDefined();
  expect(screen.getByText('2 in 2 namespaces')).toBeDefined();
  expect(within(grid).getByRole('row', { name: /shop\.example\.com/ })).toBeDefined();
});

test('a change in the cluster shows without asking again', async () => {
  const model = aShop();
  const { worker } = renderPage('/c/demo/ingresses', model);
  await screen.findByText('2 in 2 namespaces');
  model.apply([{ op: 'remove', key: 'Ingress/sec/pay' }], nowMs);
  act(() => worker.answerAgain());
  expect(await screen.findByText('1 in 2 namespaces')).toBeDefined();
});

test('a question is dropped when its page is left', async () => {
  const user = userEvent.setup();
  const { worker } = renderPage('/c/demo/ingresses', aShop());
  await screen.findByRole('grid');
  expect(worker.listStanding().some(({ kind }) => kind === 'rows')).toBe(true);
  await user.click(screen.getByRole('link', { name: /Problems/ }));
  await screen.findByRole('grid', { name: 'Problems, in order of harm' });
  expect(worker.listStanding().some(({ kind }) => kind === 'rows')).toBe(false);
});

test('typing in the filter narrows the list and stays in the address', async () => {
  const user = userEvent.setup();
  renderPage('/c/demo/ingresses', aShop());
  await user.type(await screen.findByRole('searchbox', { name: 'Filter' }), 'pay');
  expect(await screen.findByText('1 of 2 in 2 namespaces')).toBeDefined();
  expect(here()).toBe('/c/demo/ingresses?q=pay');
  await user.type(screen.getByRole('searchbox', { name: 'Filter' }), 'zzz');
  expect(await screen.findByText('No Ingress matches “payzzz”.')).toBeDefined();
});

test('arrows and Enter open the panel of a row, Escape closes it', async () => {
  const user = userEvent.setup();
  renderPage('/c/demo/ingresses', aShop());
  const grid = await screen.findByRole('grid');
  act(() => grid.focus());
  await user.keyboard('{ArrowDown}{Enter}');
  expect(await screen.findByRole('complementary', { name: 'Details' })).toBeDefined();
  expect(here()).toBe('/c/demo/ingresses?sel=Ingress/shop/shop');
  await user.keyboard('{Escape}');
  expect(screen.queryByRole('complementary', { name: 'Details' })).toBeNull();
  expect(here()).toBe('/c/demo/ingresses');
});

test('a head of a column sorts, and sorts the other way', async () => {
  const user = userEvent.setup();
  renderPage('/c/demo/ingresses', aShop());
  const grid = await screen.findByRole('grid');
  await user.click(within(grid).getByRole('button', { name: 'Name' }));
  expect(here()).toBe('/c/demo/ingresses?sort=-name');
  expect(within(grid).getByRole('columnheader', { name: 'Name' }).getAttribute('aria-sort')).toBe(
    'descending',
  );
});

test('the Problems page shows what happens, why and how to fix it', async () => {
  const user = userEvent.setup();
  renderPage('/c/demo/problems', aShop());
  await user.click(await screen.findByText('Service pay does not exist'));
  const details = await screen.findByRole('complementary', { name: 'Details' });
  for (const title of ['What happens', 'Why', 'How to fix it'])
    expect(within(details).getByRole('heading', { name: title })).toBeDefined();
  expect(here()).toContain('finding=ING-001');
});

test('letters after G go to pages, but not while typing', async () => {
  const user = userEvent.setup();
  renderPage('/c/demo/ingresses?ns=shop', aShop());
  await screen.findByRole('grid');
  await user.keyboard('gs');
  expect(await screen.findByRole('heading', { level: 1, name: 'Services' })).toBeDefined();
  expect(here()).toBe('/c/demo/services?ns=shop');
  await user.click(screen.getByRole('searchbox', { name: 'Filter' }));
  await user.keyboard('gi');
  expect(screen.getByRole('heading', { level: 1, name: 'Services' })).toBeDefined();
});

test('Ctrl K searches objects and commands', async () => {
  const user = userEvent.setup();
  renderPage('/c/demo/problems', aShop());
  await screen.findByRole('grid');
  await user.keyboard('{Control>}k{/Control}');
  const dialog = await screen.findByRole('dialog', { name: 'Search' });
  expect(within(dialog).getByRole('menu').tabIndex).toBe(0);
  await user.keyboard('api-1');
  expect(await within(dialog).findByRole('menuitem', { name: /api-1/ })).toBeDefined();
  await user.clear(within(dialog).getByRole('searchbox'));
  await user.keyboard('>settings');
  await user.click(await within(dialog).findByRole('menuitem', { name: /Go to Settings/ }));
  expect(await screen.findByRole('heading', { level: 1, name: 'Settings' })).toBeDefined();
});

test('the demo says so on every page', async () => {
  renderPage('/c/demo/services', aShop());
  expect(await screen.findByText('Read-only demo.')).toBeDefined();
});

test('a lost server is told, with a way to paste its new address', async () => {
  const user = userEvent.setup();
  const { worker } = renderPage('/c/demo/services', aShop());
  await screen.findByRole('grid');
  act(() => worker.say({ type: 'connection', state: { kind: 'server-lost', sinceMs: 0, retryAtMs: 0 } }));
  expect(await screen.findByText(/Fairlead itself does not answer/)).toBeDefined();
  await user.click(screen.getByRole('button', { name: 'Paste address' }));
  expect(await screen.findByRole('textbox', { name: 'Address that Fairlead printed' })).toBeDefined();
});

test('a tab without a token asks for the printed address', async () => {
  renderPage('/c/demo/services', aShop(), { start: { kind: 'no-token', wasRefused: false } });
  expect(
    await screen.findByRole('heading', { level: 1, name: 'This tab has no key to Fairlead yet' }),
  ).toBeDefined();
});

test('a context with a slash, a colon and an at sign has an address of its own', async () => {
  renderPage(`/c/${encodeURIComponent('arn:aws:eks:x/y@z')}/services`, aShop());
  expect(await screen.findByRole('button', { name: 'Cluster: arn:aws:eks:x/y@z' })).toBeDefined();
  expect(pageOf(location.pathname)).toBe('services');
});

test('an unknown context offers those that exist', async () => {
  renderPage('/c/nope/services', aShop());
  expect(await screen.findByText('There is no context “nope”.')).toBeDefined();
  expect(screen.getByRole('link', { name: 'demo' })).toBeDefined();
});
