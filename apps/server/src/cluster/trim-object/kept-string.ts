import { brokenAnswer, byte, incomplete } from './json-bytes.ts';

const isHex = (code: number): boolean =>
  (code >= 0x30 && code <= 0x39) || (code >= 0x41 && code <= 0x46) || (code >= 0x61 && code <= 0x66);

const escapes: ReadonlySet<number> = new Set(Buffer.from('"\\/bfnrt'));

/** Position after the escape whose backslash is at `at`. */
function escapeEnd(bytes: Uint8Array, at: number, end: number): number {
  if (at + 1 >= end) return incomplete;
  const code = bytes[at + 1] ?? 0;
  if (escapes.has(code)) return at + 2;
  if (code !== 0x75) throw brokenAnswer('a text has an unknown escape');
  if (at + 6 > end) return incomplete;
  for (let digit = at + 2; digit < at + 6; digit += 1)
    if (!isHex(bytes[digit] ?? 0)) throw brokenAnswer('a text has an unknown escape');
  return at + 6;
}

/** Position after the string at `start`, which is going to be sent on: it has to be a JSON string throughout. */
export function keptStringEnd(bytes: Uint8Array, start: number, end: number): number {
  let at = start + 1;
  while (at < end) {
    const code = bytes[at] ?? 0;
    if (code === byte.quote) return at + 1;
    if (code < 0x20) throw brokenAnswer('a text holds a control character');
    if (code === byte.backslash) {
      at = escapeEnd(bytes, at, end);
      if (at === incomplete) return incomplete;
    } else at += 1;
  }
  return incomplete;
}
