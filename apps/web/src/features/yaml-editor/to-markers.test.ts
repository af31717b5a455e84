import { readManifest } from '@fairlead/manifests';
import { expect, test } from 'vitest';
import { toMarkers, type YamlMark } from './to-markers.ts';

const severities = { Error: 8, Warning: 4, Info: 2 };
const [tab] = readManifest('spec:\n\tports: []\n').problems;

const markAt = (range: YamlMark['range']): YamlMark => ({ range, severity: 'warning', message: 'm' });

test('a mark stands where the problem is, with its severity and words', () => {
  const range = tab?.range;
  if (range === undefined) throw new Error('a tab indents');
  expect(toMarkers([{ range, severity: 'error', message: 'No tabs.' }], severities)).toEqual([
    {
      startLineNumber: range.startLine,
      startColumn: range.startColumn,
      endLineNumber: range.endLine,
      endColumn: range.endColumn,
      severity: 8,
      message: 'No tabs.',
    },
  ]);
  expect(range.startLine).toBe(2);
});

test('a mark without width is widened, so that it can be seen', () => {
  const point = { startOffset: 4, endOffset: 4, startLine: 2, startColumn: 3, endLine: 2, endColumn: 3 };
  expect(toMarkers([markAt(point)], severities)).toMatchObject([
    { startColumn: 3, endColumn: 4, severity: 4 },
  ]);
});
