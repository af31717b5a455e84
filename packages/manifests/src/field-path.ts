import type { FieldPath } from './json-value.ts';

/** Fields that are maps of free keys: the API server writes their keys in brackets, also where they look like numbers. */
const freeKeyMaps = new Set([
  'annotations',
  'labels',
  'matchLabels',
  'selector',
  'data',
  'stringData',
  'binaryData',
]);

const isFreeKey = (path: FieldPath): boolean => {
  const last = path.at(-1);
  return typeof last === 'string' && freeKeyMaps.has(last);
};

const simpleKey = /^[A-Za-z_$][A-Za-z0-9_$-]*$/;
const dottedPart = /\.?([^.[\]]+)/y;
const bracketPart = /\[("(?:[^"\\]|\\.)*"|.+?)\](?=$|[.[])/y;

const readBracket = (text: string, path: FieldPath): string | number => {
  if (/^"(?:[^"\\]|\\.)*"$/.test(text)) {
    const unquoted = unquote(text);
    if (unquoted !== undefined) return unquoted;
  }
  return /^(?:0|[1-9][0-9]{0,8})$/.test(text) && !isFreeKey(path) ? Number(text) : text;
};

const unquote = (text: string): string | undefined => {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'string' ? value : undefined;
  } catch (cause) {
    if (cause instanceof SyntaxError) return undefined;
    throw cause;
  }
};

/**
 * The field that an error of the API server names: `spec.ports[0].nodePort`, `metadata.annotations[a.b/c]`; a key in
 * quotes inside the brackets is taken as it is. `undefined` where the text names no field.
 */
export const parseFieldPath = (text: string): FieldPath | undefined => {
  const path: (string | number)[] = [];
  let at = 0;
  while (at < text.length) {
    const pattern = text[at] === '[' ? bracketPart : dottedPart;
    pattern.lastIndex = at;
    const part = pattern.exec(text);
    if (part?.[1] === undefined || (at > 0 && pattern === dottedPart && text[at] !== '.')) return undefined;
    path.push(pattern === bracketPart ? readBracket(part[1], path) : part[1]);
    at = pattern.lastIndex;
  }
  return path.length > 0 ? path : undefined;
};

const printBracket = (part: string, path: FieldPath): string => {
  const isSafe = /^[^[\]"]+$/.test(part) && typeof readBracket(part, path) === 'string';
  return `[${isSafe ? part : JSON.stringify(part)}]`;
};

/** A field as the API server names it in its errors; what that cannot say is put in quotes, so that reading it again gives the same. */
export const printFieldPath = (path: FieldPath): string =>
  path.reduce<string>((text, part, index) => {
    if (typeof part === 'number') return `${text}[${part}]`;
    const parent = path.slice(0, index);
    if (isFreeKey(parent) || !simpleKey.test(part)) return text + printBracket(part, parent);
    return text === '' ? part : `${text}.${part}`;
  }, '');
