const isTypedArray = (value: object): value is Float32Array | Uint8Array | Uint16Array =>
  ArrayBuffer.isView(value) && 'length' in value;

function hasSameItems(a: ArrayLike<unknown>, b: ArrayLike<unknown>): boolean {
  if (a.length !== b.length) return false;
  for (let index = 0; index < a.length; index += 1) if (!isSameAnswer(a[index], b[index])) return false;
  return true;
}

function hasSameParts(a: object, b: object): boolean {
  const ofA = new Map<string, unknown>(Object.entries(a));
  const ofB = new Map<string, unknown>(Object.entries(b));
  if (ofA.size !== ofB.size) return false;
  for (const [key, value] of ofA) if (!ofB.has(key) || !isSameAnswer(value, ofB.get(key))) return false;
  return true;
}

const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null;

/** Whether two answers say the same: plain data, arrays and typed arrays, part by part. Shared parts are skipped. */
export function isSameAnswer(a: unknown, b: unknown): boolean {
  if (Object.is(a, b)) return true;
  if (!isObject(a) || !isObject(b)) return false;
  if (Array.isArray(a)) return Array.isArray(b) && hasSameItems(a, b);
  return isTypedArray(a) ? isTypedArray(b) && hasSameItems(a, b) : hasSameParts(a, b);
}
