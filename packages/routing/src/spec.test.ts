import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

const source = new URL('.', import.meta.url);
const read = (path: string): string => readFileSync(new URL(path, source), 'utf8');

const rules = [...read('../SPEC.md').matchAll(/^- \*\*([A-Z][A-Z0-9]*-\d+)\*\* /gm)].map(
  ([, rule = '']) => rule,
);
const files = readdirSync(source, { recursive: true, encoding: 'utf8' }).filter((file) =>
  file.endsWith('.ts'),
);

function rulesNamedIn(text: string, pattern: RegExp): readonly string[] {
  return [...text.matchAll(pattern)].flatMap(([, rule]) => rule ?? []);
}

const tested = new Set(
  files
    .filter((file) => file.endsWith('.test.ts'))
    .flatMap((file) => rulesNamedIn(read(file), /['"`]\[([A-Z][A-Z0-9]*-\d+)\] /g)),
);

test('every rule of the SPEC stands in it once', () => {
  expect(rules.length).toBeGreaterThan(50);
  expect(rules.filter((rule, index) => rules.indexOf(rule) !== index)).toEqual([]);
});

test.each(rules)('%s has a test that carries its number', (rule) => {
  expect([...tested]).toContain(rule);
});

test('code and tests name no rule that the SPEC does not have', () => {
  const named = files.flatMap((file) =>
    rulesNamedIn(
      read(file),
      /\b((?:SVC|ING|ADR|CTL|URL|TRC|NGX|TRK|HAP|DIF|CFL|F5N|HPT|KNG|IST|CTR|ALB|GCE)-\d+)\b/g,
    ),
  );
  expect(named.filter((rule) => !rules.includes(rule))).toEqual([]);
});
