/** An address as a number, with its width: 32 bits or 128. */
export interface IpAddress {
  readonly family: 'IPv4' | 'IPv6';
  readonly bits: bigint;
}

function parseIpv4(text: string): bigint | undefined {
  const parts = text.split('.');
  if (parts.length !== 4 || !parts.every((part) => /^\d{1,3}$/.test(part) && Number(part) <= 255))
    return undefined;
  return parts.reduce((sum, part) => sum * 256n + BigInt(part), 0n);
}

/** The 16-bit groups of one side of `::`; a dotted IPv4 tail counts as two. */
function parseGroups(text: string): bigint[] | undefined {
  if (text === '') return [];
  const parts = text.split(':');
  const tail = parts.at(-1) ?? '';
  const dotted = tail.includes('.') ? parseIpv4(tail) : undefined;
  const groups = (dotted === undefined ? parts : parts.slice(0, -1)).map((part) =>
    /^[0-9a-fA-F]{1,4}$/.test(part) ? BigInt(`0x${part}`) : undefined,
  );
  if (!groups.every((group) => group !== undefined)) return undefined;
  return dotted === undefined ? groups : [...groups, dotted >> 16n, dotted & 0xffffn];
}

function parseIpv6(text: string): bigint | undefined {
  const sides = text.split('::');
  if (sides.length > 2 || !text.includes(':')) return undefined;
  const head = parseGroups(sides[0] ?? '');
  const tail = sides.length === 2 ? parseGroups(sides[1] ?? '') : [];
  if (head === undefined || tail === undefined) return undefined;
  const missing = 8 - head.length - tail.length;
  if (sides.length === 2 ? missing < 1 : missing !== 0) return undefined;
  const groups = [...head, ...Array.from({ length: missing }, () => 0n), ...tail];
  return groups.reduce((sum, group) => (sum << 16n) | group, 0n);
}

/** Reads an address of either family, `undefined` when the text is none. */
export function parseIpAddress(text: string): IpAddress | undefined {
  const ipv4 = parseIpv4(text);
  if (ipv4 !== undefined) return { family: 'IPv4', bits: ipv4 };
  const ipv6 = parseIpv6(text);
  return ipv6 === undefined ? undefined : { family: 'IPv6', bits: ipv6 };
}

export const isIpAddress = (text: string): boolean => parseIpAddress(text) !== undefined;

/** The longest run of at least two zero groups, the first of equally long ones. */
function longestZeroRun(groups: readonly string[]): { readonly start: number; readonly length: number } {
  let best = { start: 0, length: 0 };
  for (let start = 0; start < groups.length; start += 1) {
    let length = 0;
    while (groups[start + length] === '0') length += 1;
    if (length > 1 && length > best.length) best = { start, length };
  }
  return best;
}

/** Writes an address as text; IPv6 with its longest run of zero groups shortened (RFC 5952). */
export function ipAddressText({ family, bits }: IpAddress): string {
  if (family === 'IPv4') return [24n, 16n, 8n, 0n].map((shift) => (bits >> shift) & 0xffn).join('.');
  const groups = Array.from({ length: 8 }, (_, index) =>
    ((bits >> BigInt(112 - 16 * index)) & 0xffffn).toString(16),
  );
  const { start, length } = longestZeroRun(groups);
  if (length === 0) return groups.join(':');
  return `${groups.slice(0, start).join(':')}::${groups.slice(start + length).join(':')}`;
}

export interface IpRange {
  readonly family: 'IPv4' | 'IPv6';
  readonly first: bigint;
  readonly size: bigint;
}

/** Reads `10.96.0.0/12`, `undefined` when the text is no range. */
export function parseIpRange(text: string): IpRange | undefined {
  const [address = '', length, more] = text.split('/');
  const ip = parseIpAddress(address);
  if (ip === undefined || length === undefined || more !== undefined || !/^\d{1,3}$/.test(length))
    return undefined;
  const width = ip.family === 'IPv4' ? 32 : 128;
  if (Number(length) > width) return undefined;
  const size = 1n << BigInt(width - Number(length));
  return { family: ip.family, first: ip.bits - (ip.bits % size), size };
}

export const isInRange = (ip: IpAddress, range: IpRange): boolean =>
  ip.family === range.family && ip.bits >= range.first && ip.bits < range.first + range.size;
