import { expect, test } from 'vitest';
import { listGutterIcons } from './list-gutter-icons.ts';

const mark = (startLineNumber: number, severity: number, message: string) => ({
  startLineNumber,
  severity,
  message,
});

test('a line has the icon of its worst mark, which is named first', () => {
  expect(listGutterIcons([mark(2, 4, 'w'), mark(9, 2, 'i'), mark(2, 8, 'e')])).toEqual([
    { line: 2, tone: 'error', messages: ['e', 'w'] },
    { line: 9, tone: 'info', messages: ['i'] },
  ]);
});

test('lines without marks have none', () => {
  expect(listGutterIcons([])).toEqual([]);
});
