import { expect, test } from 'vitest';
import { listChecks } from './catalogue.ts';

test('checks are listed by id, each once, and need to know the kind they are run on', () => {
  const ids = listChecks().map(({ id }) => id);
  expect(ids).toEqual([...new Set(ids)].toSorted());
  expect(ids).toHaveLength(50);
  for (const { unit, reads } of listChecks()) expect(reads).toContain(unit);
});
