const entities: ReadonlyMap<string, string> = new Map([
  ['&', '&amp;'],
  ['<', '&lt;'],
  ['>', '&gt;'],
]);

/** A text as Markdown that shows just that text: nothing in it is markup, a link, a picture or HTML. */
export const plainMarkdown = (text: string): string =>
  text
    .replaceAll(/^[ \t]+/gm, '')
    .replaceAll(/[!-/:-@[-`{-~]/g, (character) => entities.get(character) ?? `\\${character}`)
    .replaceAll(/\r?\n/g, '\n\n');
