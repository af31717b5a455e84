// First: it fills what jsdom lacks.
import './testing/fill-dom-gaps.ts';
import { cleanup, screen, within } from '@testing-library/react';
import { afterEach, expect, test } from 'vitest';
import { aShop } from '../workers/testing/shop.ts';
import { renderPage } from './testing/render-page.tsx';

afterEach(cleanup);

const findTable = (): Promise<HTMLElement> => screen.findByRole('grid', { name: 'Ways of requests' });

test('every text of the table twin that can be cut off is whole in its tooltip', async () => {
  renderPage('/c/demo/graph?view=table', aShop());
  const row = await within(await findTable()).findByRole('row', { name: /pay\.example\.com/ });
  const cells = within(row).getAllByRole('gridcell');
  const cut = cells.filter(({ textContent }) => !['', '0 of 0'].includes(textContent));
  expect(cut.map(({ textContent }) => textContent)).toContain('pay.example.com');
  for (const cell of cut) expect(cell.querySelector('[title]')?.getAttribute('title')).toBe(cell.textContent);
});
