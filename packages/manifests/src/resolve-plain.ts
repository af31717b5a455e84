/** What a text without quotes says. `integer` holds what a number cannot: digits beyond 2^53. */
export interface PlainReading {
  readonly kind: 'text' | 'number' | 'boolean' | 'null' | 'not-json';
  readonly value: string | number | boolean | null;
  readonly integer?: bigint;
}

const words = new Map<string, boolean | null>([
  ...['y', 'Y', 'yes', 'Yes', 'YES', 'true', 'True', 'TRUE', 'on', 'On', 'ON'].map(
    (word) => [word, true] as const,
  ),
  ...['n', 'N', 'no', 'No', 'NO', 'false', 'False', 'FALSE', 'off', 'Off', 'OFF'].map(
    (word) => [word, false] as const,
  ),
  ...['', '~', 'null', 'Null', 'NULL'].map((word) => [word, null] as const),
]);

const notJson = /^(?:[-+]?\.(?:inf|Inf|INF)|\.(?:nan|NaN|NAN))$/;
const integerForm = /^([-+]?)(0[xX][0-9a-fA-F]+|0[bB][01]+|0[oO][0-7]+|0[0-7]+|0|[1-9][0-9]*)$/;
const floatForm = /^[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?$/;

const toReading = (value: number, integer?: bigint): PlainReading => ({
  kind: 'number',
  // JSON as Go writes it has no -0 for integers, and nothing tells the two apart.
  value: value === 0 ? 0 : value,
  ...(integer === undefined ? {} : { integer }),
});

const readInteger = (text: string): bigint | undefined => {
  const match = integerForm.exec(text);
  const digits = match?.[2];
  if (digits === undefined) return undefined;
  const magnitude = BigInt(/^0[0-7]/.test(digits) ? `0o${digits.slice(1)}` : digits);
  return match?.[1] === '-' ? -magnitude : magnitude;
};

const readNumber = (text: string): PlainReading | undefined => {
  const plain = text.replaceAll('_', '');
  const integer = readInteger(plain);
  if (integer !== undefined) return toReading(Number(integer), integer);
  if (!floatForm.test(plain)) return undefined;
  const value = Number(plain);
  return Number.isFinite(value) ? toReading(value) : undefined;
};

/**
 * A scalar without quotes as kubectl and the API server read it, by the rules of sigs.k8s.io/yaml
 * (`goyaml.v2/resolve.go`): the words of YAML 1.1 (`no`, `on`, `y`), octal both as `014` and `0o14`, underscores in
 * numbers. Base 60 numbers and timestamps, which YAML 1.1 has, stay texts there. `not-json`: `.inf` and `.nan`, which
 * Kubernetes refuses.
 */
export const resolvePlain = (text: string): PlainReading => {
  const word = words.get(text);
  if (word !== undefined) return { kind: word === null ? 'null' : 'boolean', value: word };
  const first = text.charCodeAt(0);
  const canBeNumber = (first >= 0x30 && first <= 0x39) || first === 0x2b || first === 0x2d || first === 0x2e;
  if (!canBeNumber) return { kind: 'text', value: text };
  if (notJson.test(text)) return { kind: 'not-json', value: text };
  if (first === 0x2e && text.includes('_')) return { kind: 'text', value: text };
  return readNumber(text) ?? { kind: 'text', value: text };
};
