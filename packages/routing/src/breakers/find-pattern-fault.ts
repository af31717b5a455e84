/**
 * Why no program for regular expressions takes a pattern: a bracket or a parenthesis that is not closed, a closing
 * parenthesis too many, a repetition of nothing, a backslash at the end.
 */
export type PatternFault = 'bracket' | 'parenthesis' | 'repetition' | 'backslash';

/** Where the class that begins at `start` ends; `undefined`: it does not. */
function endOfClass(source: string, start: number): number | undefined {
  let index = start + (source[start + 1] === '^' ? 2 : 1);
  if (source[index] === ']') index += 1;
  for (; index < source.length; index += 1) {
    if (source[index] === '\\') index += 1;
    else if (source[index] === ']') return index;
  }
  return undefined;
}

const isRepetition = (sign: string | undefined): boolean => sign === '*' || sign === '+' || sign === '?';

/** Where escapes and classes have become one sign each, or the fault that prevents it. */
function withoutLiterals(source: string): string | { readonly fault: PatternFault } {
  let text = '';
  for (let index = 0; index < source.length; index += 1) {
    const sign = source[index] ?? '';
    if (sign === '\\') {
      index += 1;
      if (index === source.length) return { fault: 'backslash' };
    } else if (sign === '[') {
      const end = endOfClass(source, index);
      if (end === undefined) return { fault: 'bracket' };
      index = end;
    }
    text += sign === '\\' || sign === '[' ? '.' : sign;
  }
  return text;
}

/**
 * [BRK-4] A fault that PCRE, RE2 and JavaScript agree about; `undefined`: none. What only some of them refuse is not looked
 * for, so that no pattern is blamed which its controller understands.
 */
export function findPatternFault(source: string): PatternFault | undefined {
  const text = withoutLiterals(source);
  if (typeof text !== 'string') return text.fault;
  let depth = 0;
  for (const [index, sign] of text.split('').entries()) {
    const before = text[index - 1] ?? '|';
    if (sign === '(') depth += 1;
    if (sign === ')') depth -= 1;
    if (depth < 0) return 'parenthesis';
    if (isRepetition(sign) && before === '|') return 'repetition';
    if (sign === '+' && before === '(') return 'repetition';
  }
  return depth > 0 ? 'parenthesis' : undefined;
}
