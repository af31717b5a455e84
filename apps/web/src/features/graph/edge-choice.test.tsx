// First: it fills what jsdom lacks.
import '../../app/testing/fill-dom-gaps.ts';
import type { PlacedNode } from '@fairlead/resource-graph';
import { cleanup, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, expect, test } from 'vitest';
import { aShop } from '../../workers/testing/shop.ts';
import { EdgeChoice } from './edge-choice.tsx';
import { targetText, type FocusTarget } from './move-focus.ts';

afterEach(cleanup);

const nodes = aShop()
  .graph.lane('shop')
  .nodes.map((node): PlacedNode => ({ node, x: 0, y: 0, width: 1, height: 1 }));

const end = (nodeId: string, rowId?: string): FocusTarget => ({ nodeId, rowId, column: 'service', y: 0 });

interface Told {
  readonly chosen: string[];
  closed: number;
}

function openChoice(ends: readonly FocusTarget[]): Told {
  const anchor = document.createElement('button');
  document.body.append(anchor);
  const told: Told = { chosen: [], closed: 0 };
  const choice = {
    asked: { side: 'right', ends, anchor } as const,
    choose: (chosen: FocusTarget) => void told.chosen.push(targetText(chosen)),
    closeChoice: () => void (told.closed += 1),
  };
  render(<EdgeChoice choice={choice} nodes={nodes} />);
  return told;
}

test('arrows and Enter choose among the ends, told by row and node', async () => {
  const user = userEvent.setup();
  const told = openChoice([end('Service/shop/api'), end('Service/shop/web', 'port:http')]);
  expect(screen.getByRole('menu', { name: 'Where it leads' })).toBeDefined();
  expect(screen.getAllByRole('menuitem').map(({ textContent }) => textContent)).toEqual([
    'api',
    'http 80web',
  ]);
  expect(document.activeElement?.textContent).toBe('api');
  await user.keyboard('{ArrowDown}{Enter}');
  expect(told.chosen).toEqual(['Service/shop/web#port:http']);
});

test('Escape closes without choosing', async () => {
  const user = userEvent.setup();
  const told = openChoice([end('Service/shop/api'), end('Service/shop/web')]);
  await user.keyboard('{Escape}');
  expect(told).toEqual({ chosen: [], closed: 1 });
});

test('ends outside the window go by what their ids say', () => {
  openChoice([
    end('Ingress/far/away', 'path:far.example.com|Prefix|0|/a'),
    end('Service/far/away'),
    end('clients'),
  ]);
  expect(screen.getAllByRole('menuitem').map(({ textContent }) => textContent)).toEqual([
    'far.example.com/aaway',
    'away',
    'clients',
  ]);
});

test('nothing is shown while there is nothing to choose', () => {
  render(<EdgeChoice choice={{ asked: undefined, choose: () => {}, closeChoice: () => {} }} nodes={nodes} />);
  expect(screen.queryByRole('menu')).toBeNull();
});
