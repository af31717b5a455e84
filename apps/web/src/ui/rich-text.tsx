import type { ReactNode } from 'react';

/** The sentence where nothing can be set in mono. */
export const plainText = (text: string): string => text.replaceAll('`', '');

/** A sentence in which what one could paste stands between backticks: those parts are set in mono. */
export function RichText({ text }: { readonly text: string }): ReactNode {
  return text
    .split('`')
    .map((part, index) => ({ part, isCode: index % 2 === 1, id: `${index}:${part}` }))
    .map(({ part, isCode, id }) => (isCode ? <code key={id}>{part}</code> : part));
}
