import { expect, test } from 'vitest';
import { createPaint, plain } from './paint.ts';

test('colours are for terminals whose owner did not decline them', () => {
  const paint = (isOutputTerminal: boolean, mayColour: boolean): string =>
    createPaint({ isOutputTerminal }, { mayColour }).bad('gone');
  expect(paint(true, true)).toBe('\u001B[31mgone\u001B[0m');
  expect(paint(false, true)).toBe('gone');
  expect(paint(true, false)).toBe('gone');
});

test('texts of objects cannot steer a terminal or turn the direction of writing', () => {
  expect(plain('a\u001B[2Jb\r\n\u202Ec')).toBe('a\uFFFD[2Jb\uFFFD\uFFFD\uFFFDc');
  expect(plain('Übersicht 店铺')).toBe('Übersicht 店铺');
});
