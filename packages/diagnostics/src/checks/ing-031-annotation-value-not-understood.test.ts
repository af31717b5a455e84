import { expect, test } from 'vitest';
import { ing031Cases } from '../testing/cases/ing-028.ts';
import { findingsAbout } from '../testing/diagnose-objects.ts';

test.each(ing031Cases)('%s', (_, objects, written) => {
  const [finding] = findingsAbout('ING-031', ...objects);
  const [edit] = finding?.fixes[0]?.edits?.edits ?? [];
  expect(finding && (edit?.kind === 'set-entry' ? edit.to : 'choose')).toBe(written);
});
