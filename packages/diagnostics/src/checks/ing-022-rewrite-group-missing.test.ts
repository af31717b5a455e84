import { expect, test } from 'vitest';
import { ing022Cases, ing022Others } from '../testing/cases/ing-022.ts';
import { findingsAbout } from '../testing/diagnose-objects.ts';

test.each(ing022Cases)('%s', (_, objects, path) => {
  const found = findingsAbout('ING-022', ...objects);
  expect(found).toHaveLength(1);
  const edits = found[0]?.fixes[0]?.edits?.edits ?? [];
  expect(edits.findLast((edit) => edit.kind === 'set-path-field' && edit.field === 'path')).toEqual(
    path === undefined ? undefined : expect.objectContaining({ to: path }),
  );
});

test.each(ing022Others)('%s', (_, objects, count) => {
  expect(findingsAbout('ING-022', ...objects)).toHaveLength(count);
});

test('what is lost is said', () => {
  const [, objects] = ing022Cases[0] ?? ['', []];
  expect(findingsAbout('ING-022', ...objects)[0]).toMatchObject({
    title: 'rewrite-target `/$2` uses $2, which path `/api` does not have',
    happens: 'The part of the path that $2 stands for is lost: the Service receives `/`.',
  });
});
