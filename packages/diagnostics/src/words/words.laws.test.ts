import { readdirSync, readFileSync } from 'node:fs';
import { aCluster, type Buildable } from '@fairlead/kube-objects/testing';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { diagnose } from '../diagnose.ts';
import { caseTables } from '../testing/cases/case-tables.ts';
import { inEnglish, nowOfTests } from '../testing/diagnose-objects.ts';
import { listOwnTexts, markedChecks, withoutMarks } from '../testing/marked-words.ts';
import { someObject } from '../testing/some-cluster.ts';

/** Says in both languages what is wrong with these objects, and compares. */
function expectOnlyWordsToDiffer(objects: readonly Buildable[]): void {
  const reader = aCluster()
    .with(...objects)
    .withEndpoints()
    .build();
  const { findings } = diagnose(reader, nowOfTests, { words: markedChecks });
  expect(findings.flatMap(listOwnTexts)).toEqual([]);
  expect(findings.map(withoutMarks)).toEqual(diagnose(reader, nowOfTests, inEnglish).findings);
}

test.each([...caseTables])('%s says nothing but what the catalogue gave it', (_, table) => {
  for (const [, objects] of table) expectOnlyWordsToDiffer(objects);
});

test('in any cluster another language changes the words of the findings and nothing else', () => {
  fc.assert(
    fc.property(fc.array(someObject, { maxLength: 40, size: 'max' }), (objects) =>
      expectOnlyWordsToDiffer(objects.map((object) => ({ build: () => object }))),
    ),
    { numRuns: 60 },
  );
});

const roomsWithoutWords = ['.', 'checks', 'engine', 'subjects', 'text'];

const sources = roomsWithoutWords.flatMap((room) => {
  const folder = new URL(`../${room}/`, import.meta.url);
  return readdirSync(folder)
    .filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts'))
    .map((name) => [`${room}/${name}`, readFileSync(new URL(name, folder), 'utf8')] as const);
});

/** Literals in which two words follow one another; what a template puts in does not count. */
function listSentences(source: string): readonly string[] {
  const code = source.replaceAll(/\/\*[^]*?\*\/|\/\/.*$/gm, '');
  const literals = [...code.matchAll(/'[^'\n]*'|`[^`]*`/g)].map(([literal]) => literal);
  return literals.filter((literal) => /[a-z]{2,} [a-z]{2,}/i.test(literal.replaceAll(/\$\{[^}]*\}/g, '')));
}

test('no file of the checks, and of what they are made of, holds a sentence', () => {
  expect(listSentences("title: 'No Pod is ready'")).toHaveLength(1);
  expect(listSentences('why: `It has ${count} Pods of those`')).toHaveLength(1);
  expect(sources.length).toBeGreaterThan(30);
  expect(sources.flatMap(([name, source]) => listSentences(source).map((text) => [name, text]))).toEqual([]);
});
