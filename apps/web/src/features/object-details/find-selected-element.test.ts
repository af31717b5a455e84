import { expect, test } from 'vitest';
import { parseSelection } from '../../url-state/selection.ts';
import { findSelectedElement } from './find-selected-element.ts';

function pageWith(...targets: readonly string[]): HTMLElement {
  const page = document.createElement('div');
  for (const target of targets) {
    const button = page.appendChild(document.createElement('button'));
    button.dataset['target'] = target;
  }
  return page;
}

const found = (page: HTMLElement, sel: string): string | undefined =>
  findSelectedElement(page, parseSelection(sel)!)?.dataset['target'];

const graph = pageWith(
  'Ingress/shop/shop',
  'Ingress/shop/shop#host:shop.example.com',
  'Ingress/shop/shop#path:shop.example.com|Prefix|0|/api',
  'Ingress/shop/shop#path:shop.example.com|Prefix|0|/',
  'Service/shop/web',
  'Service/shop/web#port:80/TCP',
  'Deployment/shop/web#pod:web-0',
);

test.each([
  ['Ingress/shop/shop~shop.example.com~/api', 'Ingress/shop/shop#path:shop.example.com|Prefix|0|/api'],
  ['Ingress/shop/shop~shop.example.com~/', 'Ingress/shop/shop#path:shop.example.com|Prefix|0|/'],
  ['Ingress/shop/shop~shop.example.com', 'Ingress/shop/shop#host:shop.example.com'],
  ['Service/shop/web~80/TCP', 'Service/shop/web#port:80/TCP'],
  ['Service/shop/web~gone', 'Service/shop/web'],
  ['Pod/shop/web-0', 'Deployment/shop/web#pod:web-0'],
])('%s is %s', (sel, target) => {
  expect(found(graph, sel)).toBe(target);
});

test('what is not on the page leads to its list or picture, or nowhere', () => {
  expect(found(graph, 'Service/shop/other')).toBeUndefined();
  const list = document.createElement('div');
  const grid = list.appendChild(document.createElement('div'));
  grid.setAttribute('role', 'grid');
  expect(findSelectedElement(list, parseSelection('Service/shop/other')!)).toBe(grid);
});
