/** One stretch of a text and what stands there instead. */
export interface TextChange {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

const isHighSurrogate = (code: number): boolean => code >= 0xd800 && code <= 0xdbff;
const isLowSurrogate = (code: number): boolean => code >= 0xdc00 && code <= 0xdfff;
const carriageReturn = 13;
const lineFeed = 10;

/** True inside a pair that is one character or one line break. */
function isInsidePair(text: string, offset: number): boolean {
  const [before, after] = [text.charCodeAt(offset - 1), text.charCodeAt(offset)];
  return (
    (isHighSurrogate(before) && isLowSurrogate(after)) || (before === carriageReturn && after === lineFeed)
  );
}

/** The smallest single change that turns one text into another; `undefined` when they are the same. No pair is split. */
export function findTextChange(before: string, after: string): TextChange | undefined {
  if (before === after) return undefined;
  const shorter = Math.min(before.length, after.length);
  let start = 0;
  while (start < shorter && before.charCodeAt(start) === after.charCodeAt(start)) start += 1;
  if (isInsidePair(before, start) || isInsidePair(after, start)) start -= 1;
  let same = 0;
  const most = shorter - start;
  while (
    same < most &&
    before.charCodeAt(before.length - 1 - same) === after.charCodeAt(after.length - 1 - same)
  )
    same += 1;
  if (same > 0 && (isInsidePair(before, before.length - same) || isInsidePair(after, after.length - same)))
    same -= 1;
  return { start, end: before.length - same, text: after.slice(start, after.length - same) };
}
