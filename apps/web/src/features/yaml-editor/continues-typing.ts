/** A change somebody made to a text: so many characters taken away at an offset, and what was put there. */
export interface TypedChange {
  readonly offset: number;
  readonly removed: number;
  readonly text: string;
  readonly atMs: number;
}

/** Typing with shorter pauses is one step. */
const pauseMs = 1_000;

/** One key: a character with the bracket that is closed by itself, or a line break with its indentation. */
const isKeystroke = ({ text }: TypedChange): boolean => /^(?:.{1,2}|\r?\n[ \t]*)$/su.test(text);

const isDeletion = ({ text, removed }: TypedChange): boolean => text === '' && removed > 0 && removed <= 2;

const goesOnWriting = (before: TypedChange, { offset, removed }: TypedChange): boolean =>
  removed === 0 && offset > before.offset && offset <= before.offset + before.text.length;

/** An input method replaces what it has written so far. */
const rewrites = (before: TypedChange, { offset, removed }: TypedChange): boolean =>
  removed > 0 && offset === before.offset && removed === before.text.length;

/**
 * Whether a change belongs to the same step as the one before it: writing that goes on where it stopped, or deleting that
 * does, without a pause. What is pasted, completed or formatted is a step of its own.
 */
export function continuesTyping(before: TypedChange | undefined, change: TypedChange): boolean {
  if (before === undefined || change.atMs - before.atMs >= pauseMs) return false;
  if (isDeletion(change))
    return (
      isDeletion(before) &&
      (change.offset === before.offset || change.offset + change.removed === before.offset)
    );
  if (!isKeystroke(change) || !isKeystroke(before) || change.text.includes('\n')) return false;
  return goesOnWriting(before, change) || rewrites(before, change);
}
