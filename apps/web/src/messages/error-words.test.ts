import { errorCatalogue, type ErrorCode } from '@fairlead/api-contract';
import { expect, test } from 'vitest';
import { buildErrorMessages, type ErrorTexts } from './error-words.ts';
import { messagesOf } from './languages.ts';

const entries = Object.entries(errorCatalogue);
const mark = (text: string): string => `⟦${text}⟧`;

/** Another language: every sentence between marks. */
const marked = buildErrorMessages({
  server: Object.fromEntries(
    entries.map(([code, { title, hint }]) => [code, { title: mark(title), hint: mark(hint) }]),
  ) as ErrorTexts['server'],
  serverUnreachable: () => ({ title: mark('gone'), hint: undefined }),
  foreignReply: (statusCode) => ({ title: mark(`${statusCode}`), hint: mark('look') }),
});

const { errors } = messagesOf('en');

test('what the server says of a code in general is said in the language of the page', () => {
  for (const [code, { title, hint }] of entries) {
    expect(marked.explain({ code, title, hint })).toEqual({ title: mark(title), hint: mark(hint) });
    expect(errors.explain({ code, title, hint })).toEqual({ title, hint });
  }
});

test('what the server says more closely stays, each part for itself', () => {
  const code: ErrorCode = 'KUBECONFIG_INVALID';
  const { hint } = errorCatalogue[code];
  expect(marked.explain({ code, title: 'config is no YAML: line 3.', hint })).toEqual({
    title: 'config is no YAML: line 3.',
    hint: mark(hint),
  });
  expect(marked.explain({ code, title: 'config is no YAML: line 3.' }).hint).toBeUndefined();
});

test('a code that this page does not know is told as it came', () => {
  const failure = { code: 'FROM_THE_FUTURE', title: 'New.', hint: 'Wait.' };
  expect(marked.explain(failure)).toEqual({ title: 'New.', hint: 'Wait.' });
  expect(marked.explain({ ...failure, code: 'constructor' }).title).toBe('New.');
});

test('what only the page can meet has words of its own', () => {
  expect(marked.explain({ code: 'SERVER_UNREACHABLE', title: 'x' })).toEqual({
    title: mark('gone'),
    hint: undefined,
  });
  expect(marked.explain({ code: 'FOREIGN_REPLY', title: 'x', statusCode: 502 }).title).toBe(mark('502'));
  expect(errors.explain({ code: 'FOREIGN_REPLY', title: 'x', statusCode: 502 }).title).toBe(
    'Something that is not Fairlead answered with status 502.',
  );
  expect(errors.explain({ code: 'SERVER_UNREACHABLE', title: 'x' }).title).toBe('Fairlead does not answer.');
});
