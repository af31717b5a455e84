import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { contrastRatio } from './contrast-ratio.ts';
import { printTokensCss } from './print-tokens-css.ts';
import tokens from './tokens.json' with { type: 'json' };

const surfaces = ['canvas', 'surface', 'raised', 'sunken', 'hover'] as const;
const texts = ['text', 'muted', 'subtle', 'accentText', 'ok', 'warn', 'error', 'info', 'draft'] as const;
const marks = ['control', 'okMark', 'warnMark', 'errorMark', 'infoMark', 'draftMark', 'edgeStrong'] as const;
const icons = ['kIngress', 'kService', 'kPods', 'kExposure'] as const;
const pairs = [
  ['onAccent', 'accent'],
  ['accentText', 'accentSoft'],
  ['ok', 'okSoft'],
  ['warn', 'warnSoft'],
  ['error', 'errorSoft'],
  ['info', 'infoSoft'],
  ['draft', 'draftSoft'],
  ['addText', 'addBg'],
  ['delText', 'delBg'],
] as const;

test('tokens.css is what tokens.json says', () => {
  const css = readFileSync(`${import.meta.dirname}/tokens.css`, 'utf8');
  expect(css).toBe(printTokensCss(tokens));
});

test('both themes have the same tokens', () => {
  expect(Object.keys(tokens.dark)).toEqual(Object.keys(tokens.light));
});

for (const theme of ['light', 'dark'] as const) {
  const colours = tokens[theme];
  test.each(texts)(`${theme}: %s is readable on every surface`, (name) => {
    for (const surface of surfaces)
      expect(contrastRatio(colours[name], colours[surface])).toBeGreaterThanOrEqual(4.5);
  });
  test.each([...marks, ...icons])(`${theme}: %s is seen on panels and nodes`, (name) => {
    for (const surface of ['surface', 'raised'] as const)
      expect(contrastRatio(colours[name], colours[surface])).toBeGreaterThanOrEqual(3);
  });
  test.each(pairs)(`${theme}: %s is readable on %s`, (text, ground) => {
    expect(contrastRatio(colours[text], colours[ground])).toBeGreaterThanOrEqual(4.5);
  });
}

test('black on white has the largest ratio there is', () => {
  expect(contrastRatio('#000000', '#FFFFFF')).toBeCloseTo(21, 5);
  expect(contrastRatio('#777777', '#777777')).toBe(1);
});
