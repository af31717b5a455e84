import type { TraceTls } from '@fairlead/routing';
import { expect, test } from 'vitest';
import { certificateText } from './certificate-text.ts';

const dates = { notBefore: '2026-01-01T00:00:00Z', notAfter: '2026-04-01T00:00:00Z' };
const good: TraceTls = { secret: 'shop/tls', covered: true, ...dates };

test.each<[TraceTls, string, string]>([
  [good, '2026-02-01', 'shop/tls, valid until 2026-04-01'],
  [good, '2026-05-01', 'shop/tls, expired on 2026-04-01: browsers warn'],
  [good, '2025-12-01', 'shop/tls, not valid before 2026-01-01: browsers warn'],
  [{ secret: 'shop/tls', covered: null }, '2026-02-01', 'shop/tls'],
  [{ ...good, covered: false }, '2026-02-01', 'shop/tls, not for this host: browsers warn'],
  [{ secret: null, covered: false }, '2026-02-01', 'the controller’s fallback, browsers warn'],
  [{ secret: null, covered: null }, '2026-02-01', 'one that is in no Secret'],
])('%j on %s: %s', (tls, day, text) => {
  expect(certificateText(tls, Date.parse(day))).toBe(text);
});
