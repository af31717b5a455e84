/** Puts `text` in place of `[start, end)`. */
export interface TextEdit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/**
 * A stretch of a text with edits made. Edits do not overlap; of two that insert at one place, the one that was listed
 * first stands first.
 */
export const applyTextEdits = (
  text: string,
  edits: readonly TextEdit[],
  stretch: { readonly start: number; readonly end: number } = { start: 0, end: text.length },
): string => {
  const pieces: string[] = [];
  let at = stretch.start;
  const sorted = edits.toSorted(
    (a, b) => a.start - b.start || (a.end === a.start ? 0 : 1) - (b.end === b.start ? 0 : 1),
  );
  for (const edit of sorted) {
    pieces.push(text.slice(at, Math.max(at, edit.start)), edit.text);
    at = Math.max(at, edit.end);
  }
  pieces.push(text.slice(at, stretch.end));
  return pieces.join('');
};
