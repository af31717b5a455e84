const ipv4Pattern = /^\d{1,3}(?:\.\d{1,3}){3}$/;
const groupPattern = /^[0-9a-f]{1,4}$/i;

function parseIpv4(text: string): readonly number[] | undefined {
  if (!ipv4Pattern.test(text)) return undefined;
  const bytes = text.split('.').map(Number);
  return bytes.every((byte) => byte <= 255) ? bytes : undefined;
}

/** The last part of an IPv6 address may be written as an IPv4 one: `::ffff:10.0.0.1`. */
function groupsOfPart(part: string, isLast: boolean): readonly number[] | undefined {
  const bytes = isLast ? parseIpv4(part) : undefined;
  if (bytes !== undefined) {
    const [a = 0, b = 0, c = 0, d = 0] = bytes;
    return [a * 256 + b, c * 256 + d];
  }
  return groupPattern.test(part) ? [Number.parseInt(part, 16)] : undefined;
}

function groupsOf(text: string, isEnd: boolean): readonly number[] | undefined {
  if (text === '') return [];
  const parts = text.split(':');
  const groups = parts.map((part, index) => groupsOfPart(part, isEnd && index === parts.length - 1));
  return groups.every((group) => group !== undefined) ? groups.flat() : undefined;
}

function parseIpv6(text: string): readonly number[] | undefined {
  const halves = text.split('::');
  if (halves.length > 2 || !text.includes(':')) return undefined;
  const [head, tail] = [groupsOf(halves[0] ?? '', halves.length === 1), groupsOf(halves[1] ?? '', true)];
  if (head === undefined || tail === undefined) return undefined;
  const missing = 8 - head.length - tail.length;
  if (halves.length === 1 ? missing !== 0 : missing < 1) return undefined;
  return [...head, ...Array.from({ length: missing }, () => 0), ...tail];
}

const isMapped = (groups: readonly number[]): boolean =>
  groups.slice(0, 5).every((group) => group === 0) && groups[5] === 0xffff;

const bytesOf = (group = 0): readonly number[] => [group >> 8, group & 0xff];

/** Four bytes, or eight groups of two; an IPv4 address inside IPv6 (`::ffff:10.0.0.1`) is read as IPv4. */
function parseAddress(text: string): readonly number[] | undefined {
  const groups = parseIpv6(text);
  if (groups === undefined) return parseIpv4(text);
  return isMapped(groups) ? [...bytesOf(groups[6]), ...bytesOf(groups[7])] : groups;
}

export const isIpAddress = (text: string): boolean => parseAddress(text) !== undefined;

/** One text for all ways to write an address; `undefined` when the text is none. */
export function normalizeIpAddress(text: string): string | undefined {
  const parts = parseAddress(text);
  if (parts === undefined) return undefined;
  return parts.length === 4 ? parts.join('.') : parts.map((group) => group.toString(16)).join(':');
}

export type SpecialAddress = 'loopback' | 'link-local' | 'multicast';

const specialIpv4 = ([a, b]: readonly number[]): SpecialAddress | undefined => {
  if (a === 127) return 'loopback';
  if (a === 169 && b === 254) return 'link-local';
  return a !== undefined && a >= 224 && a <= 239 ? 'multicast' : undefined;
};

const specialIpv6 = (groups: readonly number[]): SpecialAddress | undefined => {
  const [first = 0] = groups;
  if (groups.slice(0, 7).every((group) => group === 0) && groups[7] === 1) return 'loopback';
  if ((first & 0xffc0) === 0xfe80) return 'link-local';
  return (first & 0xff00) === 0xff00 ? 'multicast' : undefined;
};

/** The ranges whose addresses mean something else on every machine (RFC 6890, RFC 4291), or many machines at once. */
export function specialAddressOf(text: string): SpecialAddress | undefined {
  const parts = parseAddress(text);
  if (parts === undefined) return undefined;
  return parts.length === 4 ? specialIpv4(parts) : specialIpv6(parts);
}
