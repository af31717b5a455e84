import fc from 'fast-check';
import { expect, test } from 'vitest';
import { TreeBuilder } from './build-tree.ts';
import { composeDocuments } from './compose-documents.ts';
import { PlainBlockReader } from './plain-block-reader.ts';
import { TextLines } from './text-lines.ts';
import type { TextNode } from './text-node.ts';
import { TreeReport } from './tree-report.ts';

interface Reading {
  readonly root: TextNode | undefined;
  readonly report: TreeReport;
}

const readPlainly = (text: string): Reading => {
  const report = new TreeReport(new TextLines(text), text.length);
  return { root: new PlainBlockReader(text, report).read(), report };
};

/** `undefined` where the parser finds anything wrong. */
const readByParser = (text: string): Reading => {
  const report = new TreeReport(new TextLines(text), text.length);
  const composition = composeDocuments(text);
  const documents = composition.kind === 'composed' ? composition.documents : [];
  const [document] = documents;
  const isGood = documents.length === 1 && document?.errors.length === 0;
  return { root: isGood ? new TreeBuilder(text, report).build(document.contents) : undefined, report };
};

const expectSame = (text: string): boolean => {
  const plain = readPlainly(text);
  if (plain.root === undefined) return false;
  const parsed = readByParser(text);
  expect(plain.root).toEqual(parsed.root);
  expect(plain.report.problems).toEqual(parsed.report.problems);
  return true;
};

test.each([
  'a: 1\n',
  'a: x # c\nb:\n  - c: d\n    e: "f\\n" # g\n  -   h\n  # i\n  - - j\n    - k\nl: []\nm: {} # n\n',
  "a:\n- 'it''s'\n- b\nc: |\n  d\n\n    e  \n\n# f\ng: |-\n  h\n",
  'a:\r\n  b: |\r\n    c\r\n    d\r\n',
  'a:\nb:\n-\n-\n  c: no\n',
  'a: 1\na: 2\non: 014\n',
  'a: -1\nb: .5\nc: -x\nd: ~\ne: /x:y#z\n',
])('%j is read without the parser, as the parser reads it', (text) => {
  expect(expectSame(text)).toBe(true);
});

test.each([
  'a: &x 1',
  'a: *x',
  'a: [1]',
  '{a: 1}',
  'a: b\n  c',
  '--- \na: 1',
  'a: b: c',
  '- a',
  'a:\n\tb: 1',
  '',
  'a: >\n  b\n',
  '<<: 1',
  'a: |2\n    b\n',
  'a: "\\x41"',
])('%j is left to the parser', (text) => {
  expect(readPlainly(text).root).toBeUndefined();
});

const aPiece = fc.constantFrom(
  'a',
  'b',
  'no',
  '1',
  ':',
  ': ',
  ' ',
  '  ',
  '\n',
  '\n',
  '\n  ',
  '\n    ',
  '- ',
  '-',
  '#',
  ' #',
  '"',
  "'",
  '|',
  '|-',
  '[]',
  '{}',
  '\t',
  '\r\n',
  '\\',
  ',',
  '?',
  '&a',
  '*a',
  '!x',
  '~',
  '.',
  '014',
  '"x"',
  "'y'",
  '---',
  '%',
  '>',
  'a: ',
  'b: ',
  '\n- ',
  '\na: ',
  '\n  b: ',
  '\n  - ',
  'é',
);

test('whatever is read without the parser is read as the parser reads it', () => {
  let count = 0;
  fc.assert(
    fc.property(fc.array(aPiece, { maxLength: 25 }), (pieces) => {
      if (expectSame(`a: ${pieces.join('')}`)) count += 1;
    }),
    { numRuns: 5000 },
  );
  expect(count).toBeGreaterThan(100);
});
