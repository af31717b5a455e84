// First: it fills what jsdom lacks.
import './testing/fill-dom-gaps.ts';
import { act, cleanup, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, expect, test } from 'vitest';
import { setPreferences } from '../preferences.ts';
import { aShop } from '../workers/testing/shop.ts';
import { renderPage } from './testing/render-page.tsx';

afterEach(() => {
  cleanup();
  setPreferences({ hasSingleLetterKeys: true });
});

const search = (): string => location.search;
const table = (parameters = ''): string => `/c/demo/graph?view=table${parameters}`;
const countRows = async (): Promise<number> => {
  const grid = await screen.findByRole('grid', { name: 'Ways of requests' });
  await within(grid).findAllByRole('gridcell');
  return within(grid).getAllByRole('row').length - 1;
};

test('F focuses on the selection, in the address; Back and a second F take it back', async () => {
  const user = userEvent.setup();
  renderPage(table('&sel=Service/shop/api'), aShop());
  const all = await countRows();
  await user.keyboard('f');
  expect(await screen.findByText(/^Focus:/)).toBeDefined();
  expect(search()).toBe('?view=table&sel=Service/shop/api&focus=Service/shop/api');
  expect(await countRows()).toBeLessThan(all);
  act(() => history.back());
  expect(await screen.findByRole('button', { name: 'Focus on this' })).toBeDefined();
  await user.keyboard('f');
  await screen.findByText(/^Focus:/);
  await user.keyboard('f');
  expect(await screen.findByRole('button', { name: 'Focus on this' })).toBeDefined();
  expect(search()).toBe('?view=table&sel=Service/shop/api');
});

test('a shared address shows the focus, and the chip clears it', async () => {
  const user = userEvent.setup();
  renderPage(table('&focus=Ingress/shop/shop~shop.example.com~/api'), aShop());
  expect(await screen.findByText(/shop · shop\.example\.com\/api/)).toBeDefined();
  await countRows();
  expect(screen.getAllByRole('row', { name: /shop\.example\.com/ })).toHaveLength(1);
  expect(screen.queryByRole('row', { name: /pay\.example\.com/ })).toBeNull();
  await user.click(screen.getByRole('button', { name: 'Show everything again' }));
  expect(search()).toBe('?view=table');
  expect(screen.queryByText(/^Focus:/)).toBeNull();
});

test('Escape closes the panel first, then leaves the focus', async () => {
  const user = userEvent.setup();
  renderPage(table('&sel=Service/shop/web&focus=Service/shop/api'), aShop());
  await screen.findByRole('complementary', { name: 'Details' });
  await user.keyboard('{Escape}');
  expect(search()).toBe('?view=table&focus=Service/shop/api');
  await user.keyboard('{Escape}');
  expect(search()).toBe('?view=table');
});

test('what is focused on and not there is said, and hides nothing', async () => {
  renderPage(table(), aShop());
  const all = await countRows();
  cleanup();
  renderPage(table('&focus=Service/shop/gone'), aShop());
  expect(await screen.findByText(/gone is not in the cluster/)).toBeDefined();
  expect(await countRows()).toBe(all);
});

test('F rests without a selection, on other pages, and where single-letter keys are switched off', async () => {
  const user = userEvent.setup();
  renderPage(table(), aShop());
  await countRows();
  await user.keyboard('f');
  expect(search()).toBe('?view=table');
  cleanup();
  renderPage('/c/demo/services?sel=Service/shop/api', aShop());
  await screen.findByRole('complementary', { name: 'Details' });
  await user.keyboard('f');
  expect(search()).toBe('?sel=Service/shop/api');
  cleanup();
  setPreferences({ hasSingleLetterKeys: false });
  renderPage(table('&sel=Service/shop/api'), aShop());
  await countRows();
  await user.keyboard('f');
  expect(search()).toBe('?view=table&sel=Service/shop/api');
});
