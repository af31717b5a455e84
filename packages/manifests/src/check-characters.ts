import { manifestLimits } from './manifest-limits.ts';
import type { TextLines } from './text-lines.ts';
import type { TextProblem } from './text-problem.ts';

const loneSurrogate = /[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/;
// oxlint-disable-next-line no-control-regex -- control characters are what is looked for
const controlCharacter = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F-\u0084\u0086-\u009F\uFFFE\uFFFF]/;

const nameOf = (unit: number): string => `U+${unit.toString(16).toUpperCase().padStart(4, '0')}`;

/** Bytes of a text in UTF-8, where the text is too long to count units only. */
const bytesOf = (text: string): number => {
  let bytes = text.length;
  for (let at = 0; at < text.length; at += 1) {
    const unit = text.charCodeAt(at);
    if (unit < 0x80) continue;
    // A pair of surrogates is two units and four bytes, so each half counts two.
    bytes += unit < 0x800 || (unit >= 0xd800 && unit <= 0xdfff) ? 1 : 2;
  }
  return bytes;
};

/** True where a text holds half of a surrogate pair, which UTF-8 cannot write. */
export const hasLoneSurrogate = (text: string): boolean => loneSurrogate.test(text);

/** Problems of a text before anything is parsed: its size and characters that cannot stand in a manifest. */
export const checkCharacters = (
  text: string,
  lines: TextLines,
  limitBytes: number = manifestLimits.sizeBytes,
): readonly TextProblem[] => {
  const sizeBytes = text.length * 3 > limitBytes ? bytesOf(text) : 0;
  if (sizeBytes > limitBytes) {
    const details = { sizeBytes, limitBytes };
    return [{ code: 'too-large', severity: 'error', details, range: lines.range(0, 0) }];
  }
  const problems: TextProblem[] = [];
  const surrogate = loneSurrogate.exec(text);
  const control = controlCharacter.exec(text);
  for (const [code, match] of [
    ['not-utf-8', surrogate],
    ['control-character', control],
  ] as const) {
    if (match === null) continue;
    const details = { character: nameOf(match[0].charCodeAt(0)) };
    problems.push({ code, severity: 'error', details, range: lines.range(match.index, match.index + 1) });
  }
  return problems;
};
