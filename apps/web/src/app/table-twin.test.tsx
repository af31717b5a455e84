// First: it fills what jsdom lacks.
import './testing/fill-dom-gaps.ts';
import { anIngress, aService } from '@fairlead/kube-objects/testing';
import { cleanup, screen, within } from '@testing-library/react';
import { afterEach, expect, test } from 'vitest';
import { nowMs } from '../workers/testing/model-of.ts';
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

async function readTrace(address: string, model = aShop()): Promise<readonly (readonly string[])[]> {
  renderPage(address, model);
  const table = await findTable();
  await within(table).findByRole('columnheader', { name: 'Trace' });
  const rows = within(table).getAllByRole('row').slice(1);
  return rows.map((row) =>
    within(row)
      .getAllByRole('gridcell')
      .map(({ textContent }) => textContent),
  );
}

const traced = (lines: readonly (readonly string[])[]): readonly string[] =>
  lines.map(([, words = '']) => words).filter((words) => words !== '');

test('the table twin says of each line whether a traced request passes, wins or loses there, and why', async () => {
  const lines = await readTrace('/c/demo/graph?view=table&trace=GET https://shop.example.com/cart');
  expect(traced(lines)).toEqual([
    'passes, hop 1',
    'passes, hop 2',
    'wins, hops 3 to 7',
    'loses, no match: The path does not match /api.',
  ]);
  expect(lines[2]).toEqual(expect.arrayContaining(['shop.example.com', '/', 'web']));
  expect(screen.getByText(/what the traced request meets comes first/)).toBeDefined();
});

test('the table twin names the hop at which a traced request breaks, in the line of the rule that wins', async () => {
  const lines = await readTrace('/c/demo/graph?view=table&trace=GET https://shop.example.com/api');
  expect(traced(lines)).toEqual([
    'passes, hop 1',
    'passes, hop 2',
    'wins, breaks at hop 7 of 7: The selector matches no Pod.',
    'loses, matches, shorter: Matches too. /api is longer (4 characters against 1 character).',
  ]);
  expect(lines[2]).toEqual(expect.arrayContaining(['shop.example.com', '/api', 'api']));
});

test('lines keep the order that was chosen, and without a trace there is no column of it', async () => {
  const lines = await readTrace(
    '/c/demo/graph?view=table&sort=-path&trace=GET https://shop.example.com/cart',
  );
  expect(lines[0]?.[1]).toBe('loses, no match: The path does not match /api.');
  cleanup();
  renderPage('/c/demo/graph?view=table', aShop());
  await within(await findTable()).findByRole('row', { name: /pay\.example\.com/ });
  expect(screen.queryByRole('columnheader', { name: 'Trace' })).toBeNull();
});

test('an Ingress that the controller leaves alone loses as a whole; what only shares Pods with the way is no part of it', async () => {
  const model = aShop();
  const unserved = anIngress('shop/unserved')
    .withClass('gone')
    .withPath('shop.example.com', '/', 'Prefix', 'web', 'http');
  const twin = aService('shop/twin').withPort(81, { targetPort: 'http' }).selecting({ app: 'web' });
  model.apply(
    [unserved.build(), twin.build()].map((object) => ({ op: 'put', object })),
    nowMs,
  );
  const lines = await readTrace('/c/demo/graph?view=table&trace=GET https://shop.example.com/cart', model);
  const traceOf = (name: string): string | undefined => lines.find((line) => line.includes(name))?.[1];
  expect(traceOf('unserved')).toBe('loses, not in use: Its class does not exist.');
  expect(traceOf('twin')).toBe('');
});
