import { isDnsSubdomain } from '../dns-name.ts';

const value = /^(?:[A-Za-z0-9](?:[-A-Za-z0-9_.]{0,61}[A-Za-z0-9])?)?$/;
const name = /^[A-Za-z0-9](?:[-A-Za-z0-9_.]{0,61}[A-Za-z0-9])?$/;

/** [SVC-34] At most 63 letters, digits, `-`, `_` and `.`, with a letter or digit at both ends; empty is one too. */
export const isLabelValue = (text: string): boolean => value.test(text);

/** [SVC-34] What keys of labels and annotations are: a name, with or without a DNS name and a slash before it. */
export function isQualifiedName(text: string): boolean {
  const slash = text.indexOf('/');
  if (slash === -1) return name.test(text);
  return isDnsSubdomain(text.slice(0, slash)) && name.test(text.slice(slash + 1));
}
