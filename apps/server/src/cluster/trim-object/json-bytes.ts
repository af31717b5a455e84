import { ClusterProblem } from '../cluster-problem.ts';

/** The bytes that carry JSON's structure. */
export const byte = {
  quote: 0x22,
  backslash: 0x5c,
  comma: 0x2c,
  colon: 0x3a,
  openBrace: 0x7b,
  closeBrace: 0x7d,
  openBracket: 0x5b,
  closeBracket: 0x5d,
} as const;

/** Answer of a reader whose value goes on beyond the bytes at hand. */
export const incomplete = -1;

/** The answer is no JSON, not the JSON that was asked for, or ends too early. */
export function brokenAnswer(what: string, cause?: unknown): ClusterProblem {
  return new ClusterProblem('CLUSTER_ANSWER_BROKEN', `The API server's answer could not be read: ${what}.`, {
    hint: 'Fairlead asks again by itself. If it stays so, look at what stands between Fairlead and the API server: a proxy may cut or replace answers.',
    cause,
  });
}

export const isWhitespace = (code: number): boolean =>
  code === 0x20 || code === 0x0a || code === 0x0d || code === 0x09;

/** Position of the first byte at or after `start` that is no whitespace; `end` when there is none. */
export function skipWhitespace(bytes: Uint8Array, start: number, end: number): number {
  let at = start;
  while (at < end && isWhitespace(bytes[at] ?? 0)) at += 1;
  return at;
}

/** Position after the string whose opening quote is at `start`. */
export function skipString(bytes: Uint8Array, start: number, end: number): number {
  let at = start + 1;
  while (at < end) {
    const code = bytes[at];
    at += 1;
    if (code === byte.quote) return at;
    if (code === byte.backslash) at += 1;
  }
  return incomplete;
}

/** Position after the object or list that opens at `start`, found by bracket depth: nothing inside is decoded. */
function skipNested(bytes: Uint8Array, start: number, end: number): number {
  let at = start;
  let depth = 0;
  while (at < end) {
    const code = bytes[at];
    at += 1;
    if (code === byte.quote) {
      for (;;) {
        if (at >= end) return incomplete;
        const inner = bytes[at];
        at += 1;
        if (inner === byte.quote) break;
        if (inner === byte.backslash) at += 1;
      }
    } else if (code === byte.openBrace || code === byte.openBracket) depth += 1;
    else if (code === byte.closeBrace || code === byte.closeBracket) {
      depth -= 1;
      if (depth === 0) return at;
    }
  }
  return incomplete;
}

const literals: readonly Buffer[] = ['true', 'false', 'null'].map((text) => Buffer.from(text));

function skipLiteral(bytes: Uint8Array, start: number, end: number): number {
  const literal = literals.find(([first]) => first === bytes[start]);
  if (literal === undefined) throw brokenAnswer('a value is no JSON');
  for (let index = 0; index < literal.length; index += 1) {
    if (start + index >= end) return incomplete;
    if (bytes[start + index] !== literal[index]) throw brokenAnswer('a value is no JSON');
  }
  return start + literal.length;
}

const isDigit = (code: number | undefined): boolean => code !== undefined && code >= 0x30 && code <= 0x39;
const isNumberByte = (code: number): boolean =>
  isDigit(code) || code === 0x2d || code === 0x2e || code === 0x2b || code === 0x45 || code === 0x65;

const numberText = /^-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][-+]?\d+)?$/;

/** Digits only, the usual case, need no closer look; a leading zero does. */
function isPlainNumber(bytes: Uint8Array, start: number, after: number): boolean {
  if (bytes[start] === 0x30) return after === start + 1;
  for (let at = start; at < after; at += 1) if (!isDigit(bytes[at])) return false;
  return true;
}

function skipNumber(bytes: Buffer, start: number, end: number): number {
  let at = start + 1;
  while (at < end && isNumberByte(bytes[at] ?? 0)) at += 1;
  if (at >= end) return incomplete;
  if (!isPlainNumber(bytes, start, at) && !numberText.test(bytes.toString('latin1', start, at)))
    throw brokenAnswer('a value is no JSON');
  return at;
}

/** Position after the number or literal at `start`. A number that touches `end` may go on, so it is incomplete. */
export function skipScalar(bytes: Buffer, start: number, end: number): number {
  return isDigit(bytes[start]) || bytes[start] === 0x2d
    ? skipNumber(bytes, start, end)
    : skipLiteral(bytes, start, end);
}

/** Position after the value at `start`, whatever it is. */
export function skipValue(bytes: Buffer, start: number, end: number): number {
  if (start >= end) return incomplete;
  const code = bytes[start];
  if (code === byte.quote) return skipString(bytes, start, end);
  if (code === byte.openBrace || code === byte.openBracket) return skipNested(bytes, start, end);
  return skipScalar(bytes, start, end);
}
