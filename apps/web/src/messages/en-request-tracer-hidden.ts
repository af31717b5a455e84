import type { Formats } from './format.ts';

/** What filters may hide of a traced way. */
export interface HiddenWords {
  readonly kind: 'namespace' | 'class' | 'folded' | 'without-problem';
  readonly name?: string;
}

function partWords({ kind, name = '' }: HiddenWords): string {
  switch (kind) {
    case 'namespace':
      return `namespace \`${name}\``;
    case 'class':
      return name === '' ? 'Ingresses without a class' : `class \`${name}\``;
    case 'folded':
      return `the folded lane of \`${name}\``;
    case 'without-problem':
      return 'what has no problem';
  }
}

/** Where the page's filters hide the way of a traced request. */
export const buildHiddenWayMessages = ({ list }: Formats) => ({
  sentence: (parts: readonly HiddenWords[]) =>
    `This request’s way is not shown in full, as the page leaves out ${list(parts.map(partWords))}.`,
  show: () => 'Show the way',
});
