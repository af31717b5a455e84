import { expect, test } from 'vitest';
import { parseUrlState } from '../../url-state/url-state.ts';
import { findHiddenParts, showParts } from './find-hidden-parts.ts';

const way = { namespace: 'shop', className: 'nginx', hasProblem: false };

const hidden = { ns: 'billing', class: 'traefik', only: 'problems', fold: 'shop,web' };

test('each filter that leaves out the way is named', () => {
  expect(findHiddenParts(way, parseUrlState(hidden))).toEqual([
    { kind: 'namespace', name: 'shop' },
    { kind: 'class', name: 'nginx' },
    { kind: 'without-problem' },
    { kind: 'folded', name: 'shop' },
  ]);
  expect(findHiddenParts(way, parseUrlState({}))).toEqual([]);
});

test('a way with a problem passes the filter of problems, and no lane is folded in the table', () => {
  expect(findHiddenParts({ ...way, hasProblem: true }, parseUrlState({ only: 'problems' }))).toEqual([]);
  expect(findHiddenParts(way, parseUrlState({ fold: 'shop', view: 'table' }))).toEqual([]);
});

test('showing the way keeps what was shown before', () => {
  const filters = parseUrlState(hidden);
  const shown = showParts(findHiddenParts(way, filters), filters);
  expect(shown).toEqual({
    namespaces: ['billing', 'shop'],
    classNames: ['traefik', 'nginx'],
    onlyProblems: false,
    folded: ['web'],
  });
  expect(findHiddenParts(way, { ...filters, ...shown })).toEqual([]);
});

test('no filter of classes can name an Ingress without a class: it is dropped', () => {
  const filters = parseUrlState({ class: 'traefik' });
  const parts = findHiddenParts({ ...way, className: '' }, filters);
  expect(showParts(parts, filters)).toEqual({ classNames: undefined });
});
