import { expect, test } from 'vitest';
import { compareFindings } from './compare-findings.ts';
import type { Finding } from './finding.ts';

const finding = (id: string, parts: Partial<Finding> = {}): Finding => ({
  checkId: 'SVC-001',
  id,
  severity: 'error',
  effect: 'requests-fail',
  place: { ref: { kind: 'Service', namespace: 'shop', name: 'web' } },
  related: [],
  label: '',
  title: '',
  happens: '',
  why: '',
  fixes: [],
  requests: [],
  requestCount: 0,
  ...parts,
});

test('effect, then severity, then age with the oldest first, then object and id', () => {
  const inOrder = [
    finding('oldest', { since: '2025-01-01T00:00:00Z' }),
    finding('older', { since: '2026-01-01T00:00:00Z' }),
    finding('a'),
    finding('b'),
    finding('later object', { place: { ref: { kind: 'Service', namespace: 'shop', name: 'zoo' } } }),
    finding('hint', { severity: 'info' }),
    finding('wrong', { effect: 'wrong-backend' }),
    finding('hygiene', { effect: 'hygiene' }),
  ];
  expect(inOrder.toReversed().sort(compareFindings)).toEqual(inOrder);
});
