import { isJsonObject, type JsonObject } from './json-value.ts';

const unit = {
  quote: 0x22,
  backslash: 0x5c,
  open: 0x7b,
  close: 0x7d,
  openList: 0x5b,
  closeList: 0x5d,
} as const;

/** Behind the closing quote of the text that begins at `at`. */
function skipText(text: string, at: number): number {
  let end = at + 1;
  while (end < text.length && text.charCodeAt(end) !== unit.quote)
    end += text.charCodeAt(end) === unit.backslash ? 2 : 1;
  return end + 1;
}

/** Whether a key of the outermost object that ends here is followed by a list. */
const beginsList = (text: string, end: number): boolean => /^\s*:\s*\[/.test(text.slice(end, end + 20));

/**
 * Where the objects of the outermost `items` begin, in a text that is known to be JSON. Linear, without building anything.
 */
export function findItemOffsets(text: string): readonly number[] {
  const offsets: number[] = [];
  let depth = 0;
  let isInItems = false;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code === unit.quote) {
      const end = skipText(text, at);
      if (depth === 1) isInItems = text.slice(at, end) === '"items"' && beginsList(text, end);
      at = end - 1;
    } else if (code === unit.open || code === unit.openList) {
      if (isInItems && depth === 2 && code === unit.open) offsets.push(at);
      depth += 1;
    } else if (code === unit.close || code === unit.closeList) depth -= 1;
  }
  return offsets;
}

/** The object that a whole text is as JSON; `undefined` where it is none. Of a field that stands twice the last one counts. */
export function parseLargeJson(text: string): JsonObject | undefined {
  if (!/^\s*\{/.test(text.slice(0, 100))) return undefined;
  try {
    const value = JSON.parse(text) as JsonObject;
    return isJsonObject(value) ? value : undefined;
  } catch (error) {
    // It may be YAML in flow style, or several documents: the reader of YAML tells what is wrong with it.
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}
