// First: it fills what jsdom lacks.
import '../../app/testing/fill-dom-gaps.ts';
import { anIngress, aService } from '@fairlead/kube-objects/testing';
import { cleanup, render, screen, within } from '@testing-library/react';
import { afterEach, expect, test } from 'vitest';
import { answerGraphWindow } from '../../workers/answer-graph-window.ts';
import { draftedModelOf } from '../../workers/drafted-model.ts';
import type { ProposedChange } from '../../workers/proposed-change.ts';
import type { GraphWindowAnswer } from '../../workers/questions.ts';
import { aShop } from '../../workers/testing/shop.ts';
import { updated } from '../../workers/testing/some-draft.ts';
import { NodeFrame } from './graph-node.tsx';
import { toFlowEdges, toFlowNodes, type GraphNodeData } from './to-flow.ts';

afterEach(cleanup);

const view = {
  level: 'full',
  metrics: { exposure: 164, ingress: 270, service: 196, pods: 166, gutters: [42, 68, 50] },
  namespaces: undefined,
  classNames: undefined,
  foldedNamespaces: [],
  expandedNodes: [],
  onlyProblems: false,
} as const;

const windowOf = (changes: readonly ProposedChange[]): GraphWindowAnswer =>
  answerGraphWindow(draftedModelOf(aShop(), changes), {
    kind: 'graphWindow',
    view,
    rectangle: { x: 0, y: 0, width: 1e5, height: 1e5 },
  });

function showNode(answer: GraphWindowAnswer, id: string): HTMLElement {
  const nodes = toFlowNodes(answer, { selection: undefined, isCompact: false });
  const data = nodes.find((node) => node.id === id)?.data as GraphNodeData;
  render(<NodeFrame data={data} />);
  const shown = document.querySelector<HTMLElement>(`[data-node="${id}"]`);
  if (shown === null) throw new Error(`${id} is not drawn`);
  return shown;
}

const shop = anIngress('shop/shop')
  .withClass('nginx')
  .withTls(['shop.example.com'], 'shop-tls')
  .withPath('shop.example.com', '/', 'Prefix', 'api', 8080)
  .withPath('shop.example.com', '/new', 'Prefix', 'web', 'http');

const targetsIn = (node: HTMLElement, words: RegExp): HTMLElement =>
  within(node).getByRole('button', { name: words });

test('rows of a changed node say what is added, removed and what was there before', () => {
  const node = showNode(windowOf([updated(shop)]), 'Ingress/shop/shop');
  expect(node.dataset['draft']).toBe('changed');
  expect(targetsIn(node, /^Ingress shop.*, changed$/).textContent).toContain('~');
  const changed = targetsIn(node, /^path \/, .*leads to api:8080.*, changed, was web:http$/);
  expect(changed.querySelector('s')?.textContent).toBe('web:http');
  expect(changed.textContent).toContain('~');
  expect(targetsIn(node, /^path \/new, .*, added$/).textContent).toContain('+');
  expect(targetsIn(node, /^path \/api, .*, removed$/).textContent).toContain('−');
});

test('what is added and removed as a whole says so in its head, and what is only affected has a dot', () => {
  const changes = [
    updated(shop),
    updated(aService('shop/cart').withPort(80).selecting({ app: 'api' })),
    { operation: 'delete', ref: { kind: 'Service', namespace: 'shop', name: 'web' } },
  ] satisfies readonly ProposedChange[];
  const answer = windowOf(changes);
  expect(
    within(showNode(answer, 'Service/shop/cart')).getByRole('button', { name: /^Service cart.*, added$/ }),
  ).toBeDefined();
  expect(showNode(answer, 'Service/shop/web').dataset['draft']).toBe('removed');
  const api = showNode(answer, 'Service/shop/api');
  expect(api.querySelector('[data-draft-dot]')).not.toBeNull();
  expect(within(api).getByRole('button', { name: /affected by the draft/ })).toBeDefined();
});

test('edges that come and go are told apart, and the one that a changed path leaves is both', () => {
  const edges = toFlowEdges(windowOf([updated(shop)]), { hovered: undefined });
  const drawn = edges.flatMap(({ id, data }) => (data?.draft === undefined ? [] : [`${data.draft} ${id}`]));
  expect(drawn.toSorted()).toEqual([
    expect.stringMatching(/^added Ingress.*\|\/$/),
    expect.stringMatching(/^added Ingress.*\|\/new$/),
    expect.stringMatching(/^removed removed:Ingress.*\|\/>/),
    expect.stringMatching(/^removed removed:Ingress.*\|\/api>/),
  ]);
});

test('without a draft nothing is marked', () => {
  const node = showNode(windowOf([]), 'Ingress/shop/shop');
  expect(node.dataset['draft']).toBeUndefined();
  expect(screen.queryByText('added')).toBeNull();
});
