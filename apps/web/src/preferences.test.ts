// First: it fills what jsdom lacks.
import './app/testing/fill-dom-gaps.ts';
import { expect, test } from 'vitest';
import { defaultPreferences, parsePreferences } from './preferences.ts';

test.each([null, '', '{', '[]', 'null', '{"theme":"pink","panelWidth":"wide"}'])(
  'stored text %j gives the defaults',
  (text) => {
    expect(parsePreferences(text)).toEqual(defaultPreferences);
  },
);

test('what was chosen is read back', () => {
  const chosen = { theme: 'dark', density: 'comfortable', panelWidth: 512, hasSingleLetterKeys: false };
  expect(parsePreferences(JSON.stringify(chosen))).toEqual(chosen);
});
