import { expect, test } from 'vitest';
import { findingsAbout } from '../testing/diagnose-objects.ts';
import { tls013Cases } from '../testing/cases/tls-013.ts';

test.each(tls013Cases)('%s', (_, objects, count) => {
  expect(findingsAbout('TLS-013', ...objects)).toHaveLength(count);
});
