/** Everything that has a meaning in a regular expression but the two wildcards. */
const special = /[.+^${}()|[\]\\]/g;

/** A text without wildcards as the source of a regular expression. */
export const escapeText = (text: string): string => text.replaceAll(special, '\\$&');

/** [ALB-9] A text in which `*` stands for any letters and `?` for one, as a whole. */
export function globPattern(text: string, flags = ''): RegExp {
  const source = escapeText(text).replaceAll('*', '.*').replaceAll('?', '.');
  return new RegExp(`^${source}$`, `s${flags}`);
}
