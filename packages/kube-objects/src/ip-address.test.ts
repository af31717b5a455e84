import { expect, test } from 'vitest';
import { isIpAddress, normalizeIpAddress } from './ip-address.ts';

test.each([
  '0.0.0.0',
  '255.255.255.255',
  '::',
  '::1',
  '1::',
  'fe80::1',
  '2001:DB8:0:0:0:0:0:7',
  '::ffff:10.0.0.1',
  '1:2:3:4:5:6:7:8',
])('%s is an address', (text) => {
  expect(isIpAddress(text)).toBe(true);
});

test.each([
  '',
  '1.2.3',
  '1.2.3.4.5',
  '1.2.3.256',
  'a.b.c.d',
  ':::',
  ':',
  '1:2:3',
  '1::2::3',
  '1:2:3:4:5:6:7:8:9',
  '1:2:3:4:5:6:7::8',
  '12345::',
  'g::1',
  '::1.2.3',
  '1.2.3.4::',
  'fe80::1%eth0',
  '1.2.3.4 ',
])('%j is none', (text) => {
  expect(isIpAddress(text)).toBe(false);
});

test('ways to write an address are one', () => {
  expect(normalizeIpAddress('2001:DB8::7')).toBe(normalizeIpAddress('2001:0db8:0:0:0:0:0:0007'));
  expect(normalizeIpAddress('::ffff:10.0.0.1')).toBe('10.0.0.1');
  expect(normalizeIpAddress('::ffff:a00:1')).toBe('10.0.0.1');
});
