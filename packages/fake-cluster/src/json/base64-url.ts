const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';

/** Base64url without padding of ASCII text, as continue tokens are written. */
export function toBase64Url(text: string): string {
  let out = '';
  for (let start = 0; start < text.length; start += 3) {
    const bytes = [0, 1, 2].map((offset) =>
      start + offset < text.length ? text.charCodeAt(start + offset) & 0xff : 0,
    );
    const group = ((bytes[0] ?? 0) << 16) | ((bytes[1] ?? 0) << 8) | (bytes[2] ?? 0);
    const digits = Math.min(text.length - start, 3) + 1;
    for (let digit = 0; digit < digits; digit += 1) out += alphabet[(group >> (18 - 6 * digit)) & 63] ?? '';
  }
  return out;
}

/** Reads base64url back, byte by byte; `undefined` when a character is none of its alphabet. */
export function parseBase64Url(text: string): string | undefined {
  let out = '';
  let bits = 0;
  let bitCount = 0;
  for (const character of text) {
    const digit = alphabet.indexOf(character);
    if (digit < 0) return undefined;
    bits = ((bits << 6) | digit) & 0xffff;
    bitCount += 6;
    if (bitCount >= 8) {
      bitCount -= 8;
      out += String.fromCharCode((bits >> bitCount) & 0xff);
    }
  }
  return out;
}
