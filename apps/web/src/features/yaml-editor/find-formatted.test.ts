import { expect, test } from 'vitest';
import { findFormatted } from './find-formatted.ts';

const text = 'kind:   Service\nspec: {type:  NodePort} # open\n';

test('spaces may change', () => {
  const changes = [
    { start: 5, end: 8, text: ' ' },
    { start: text.indexOf('{'), end: text.indexOf('}') + 1, text: '{ type: NodePort }' },
  ];
  expect(findFormatted(text, changes)).toBe('kind: Service\nspec: { type: NodePort } # open\n');
});

test('what the text says may not', () => {
  expect(findFormatted(text, [{ start: 8, end: 15, text: 'Ingress' }])).toBeUndefined();
});

test('a text that cannot be read stays as it is', () => {
  expect(findFormatted('kind: [', [{ start: 0, end: 4, text: 'kind' }])).toBeUndefined();
});
