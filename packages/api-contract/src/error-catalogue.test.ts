import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { errorCatalogue, isErrorCode, type ErrorEntry } from './error-catalogue.ts';

const page = readFileSync(new URL('../../../docs/errors.md', import.meta.url), 'utf8');

/** The rows of all tables of the page: code, status, title, hint. */
const documented = page
  .split('\n')
  .map((line) =>
    line
      .split('|')
      .slice(1, -1)
      .map((cell) => cell.trim()),
  )
  .filter(([code]) => code !== undefined && code.startsWith('`'));

const entries: readonly (readonly [string, ErrorEntry])[] = Object.entries(errorCatalogue);

test('docs/errors.md lists exactly the codes of the catalogue, each once', () => {
  expect(documented.map(([code]) => code?.replaceAll('`', '')).toSorted()).toEqual(
    Object.keys(errorCatalogue).toSorted(),
  );
});

test.each(entries)('docs/errors.md says of %s what the catalogue says', (code, entry) => {
  const row = documented.find(([cell]) => cell === `\`${code}\``);
  expect(row?.slice(1)).toEqual([String(entry.statusCode), entry.title, entry.hint]);
});

test.each(entries)('%s says what happened and what to do next in full sentences', (_code, entry) => {
  expect(entry.title).toMatch(/^[A-Z].*\.$/);
  expect(entry.hint).toMatch(/^[A-Z].*[.]$/);
  expect(entry.statusCode).toBeGreaterThanOrEqual(400);
});

test('a name every object inherits is no error code', () => {
  expect(isErrorCode('constructor')).toBe(false);
  expect(isErrorCode('OBJECT_CHANGED')).toBe(true);
});
