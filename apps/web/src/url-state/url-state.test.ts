import { expect, test } from 'vitest';
import { parseSearchText, printSearchText } from './search-text.ts';
import { parseSelection, printSelection } from './selection.ts';
import { changeSearch, withoutTrace, parseUrlState } from './url-state.ts';

test('an empty address means the defaults', () => {
  const state = parseUrlState({});
  expect(state).toMatchObject({
    namespaces: undefined,
    onlyProblems: false,
    view: 'graph',
    tab: 'summary',
    text: '',
  });
});

test('lists are read without blanks and repetitions', () => {
  expect(parseUrlState({ ns: 'shop, billing,,shop' }).namespaces).toEqual(['shop', 'billing']);
});

test('a value that is not allowed counts as absent', () => {
  expect(parseUrlState({ severity: 'fatal', tab: 'logs', view: '3d' })).toMatchObject({
    severity: undefined,
    tab: 'summary',
    view: 'graph',
  });
});

test('a change keeps unknown parameters and leaves defaults out', () => {
  const search = changeSearch({ tour: '3', view: 'table', q: 'shop' }, { view: 'graph', onlyProblems: true });
  expect(search).toEqual({ tour: '3', q: 'shop', only: 'problems' });
});

test('what a change prints is what is read', () => {
  const selection = parseSelection('Ingress/shop/shop~shop.example.com~/api');
  const change = {
    namespaces: ['a', 'b'],
    selection,
    focus: parseSelection('Service/shop/web~http'),
    sort: '-age',
    folded: ['kube-system'],
    severity: 'error',
  } as const;
  const address = printSearchText(changeSearch({}, change));
  expect(address).toBe(
    '?ns=a,b&sel=Ingress/shop/shop~shop.example.com~/api&focus=Service/shop/web~http&sort=-age&fold=kube-system&severity=error',
  );
  expect(parseUrlState(parseSearchText(address))).toMatchObject(change);
});

test('a selection names its object and its row', () => {
  expect(parseSelection('Ingress/shop/shop~shop.example.com~/a~b')).toEqual({
    id: 'Ingress/shop/shop',
    ref: { kind: 'Ingress', namespace: 'shop', name: 'shop' },
    row: ['shop.example.com', '/a~b'],
  });
  expect(parseSelection('Service/shop/web~http')?.row).toEqual(['http']);
  expect(parseSelection('clients')).toEqual({ id: 'clients', ref: undefined, row: [] });
  expect(parseSelection('')).toBeUndefined();
});

test('printing a selection gives its text back', () => {
  for (const text of ['Ingress/shop/shop~~/', 'Node/-/edge-1', 'ghost:Service/sec/pay'])
    expect(printSelection(parseSelection(text)!)).toBe(text);
});

test('a text with an ampersand and a percent sign survives the address', () => {
  expect(parseSearchText(printSearchText({ q: 'a&b=100% +' }))).toEqual({ q: 'a&b=100% +' });
});

test('an address whose trace is closed keeps nothing of it, and all that is not of it', () => {
  const search = {
    trace: 'GET https://shop.example.com/',
    h: 'X-A:1',
    via: 'nginx',
    deleted: 'Service/shop/web',
    ns: 'shop',
  };
  expect(changeSearch(search, withoutTrace)).toEqual({ ns: 'shop' });
});
