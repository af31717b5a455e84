import { expect, test } from 'vitest';
import { plainMarkdown } from './plain-markdown.ts';

test('nothing in a text is markup, a link, a picture or HTML', () => {
  expect(plainMarkdown('<img src=x> **a** [b](javascript:1) ![c](d) `e`')).toBe(
    String.raw`&lt;img src\=x&gt; \*\*a\*\* \[b\]\(javascript\:1\) \!\[c\]\(d\) \`e\``,
  );
});

test('an address is not made a link and an entity stays what was written', () => {
  expect(plainMarkdown('https://x.example &lt;')).toBe(String.raw`https\:\/\/x\.example &amp;lt\;`);
});

test('lines stay lines, indented ones are no code', () => {
  expect(plainMarkdown('1. one\n    two')).toBe('1\\. one\n\ntwo');
});
