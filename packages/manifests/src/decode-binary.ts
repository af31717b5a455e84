const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';

/**
 * The text that `!!binary` holds: base64 of UTF-8, which Kubernetes decodes while reading. `undefined` where it is no
 * base64 or its bytes are no UTF-8.
 */
export const decodeBinary = (base64: string): string | undefined => {
  const digits = base64.replace(/\s/g, '').replace(/={1,2}$/, '');
  if (digits.length % 4 === 1) return undefined;
  let bits = 0;
  let bitCount = 0;
  let escaped = '';
  for (const digit of digits) {
    const value = alphabet.indexOf(digit);
    if (value < 0) return undefined;
    bits = ((bits << 6) | value) & 0xfff;
    bitCount += 6;
    if (bitCount < 8) continue;
    bitCount -= 8;
    escaped += `%${((bits >> bitCount) & 0xff).toString(16).padStart(2, '0')}`;
  }
  try {
    return decodeURIComponent(escaped);
  } catch (cause) {
    if (cause instanceof URIError) return undefined;
    throw cause;
  }
};
