import { parseIpAddress, parseIpRange, isInRange, type IpAddress } from '../net/ip-address.ts';

const isIn = (ip: IpAddress, ...ranges: readonly string[]): boolean =>
  ranges.some((text) => {
    const range = parseIpRange(text);
    return range !== undefined && isInRange(ip, range);
  });

/** `externalIPs`: what is wrong with an address that traffic from outside is to be sent to. */
export function specialIpProblems(value: string): string[] {
  const ip = parseIpAddress(value);
  if (ip === undefined) return ['must be a valid IP address, (e.g. 10.9.8.7 or 2001:db8::ffff)'];
  if (/^0\d|\.0\d/.test(value)) return ['must not have leading 0s'];
  return [
    ...(ip.bits === 0n ? [`may not be unspecified (${value})`] : []),
    ...(isIn(ip, '127.0.0.0/8', '::1/128')
      ? ['may not be in the loopback range (127.0.0.0/8, ::1/128)']
      : []),
    ...(isIn(ip, '169.254.0.0/16', 'fe80::/10')
      ? ['may not be in the link-local range (169.254.0.0/16, fe80::/10)']
      : []),
    ...(isIn(ip, '224.0.0.0/24', 'ff02::/16')
      ? ['may not be in the link-local multicast range (224.0.0.0/24, ff02::/10)']
      : []),
  ];
}
