import { expect, test } from 'vitest';
import { findingsAbout } from '../testing/diagnose-objects.ts';
import { tls016Cases } from '../testing/cases/tls-016.ts';

test.each(tls016Cases)('%s', (_, objects, count) => {
  expect(findingsAbout('TLS-016', ...objects)).toHaveLength(count);
});
