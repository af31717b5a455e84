import { expect, test } from 'vitest';
import { isIpAddress } from './ip-address.ts';

test.each([
  '0.0.0.0',
  '255.255.255.255',
  '::',
  '::1',
  '1::',
  '2001:db8::1',
  '1:2:3:4:5:6:7:8',
  '::ffff:192.0.2.1',
])('%s is an IP address', (text) => {
  expect(isIpAddress(text)).toBe(true);
});

test.each([
  '',
  '256.0.0.1',
  '1.2.3',
  '1.2.3.4.5',
  'a.b.c.d',
  '1:2',
  '1:2:3:4:5:6:7:8:9',
  ':::',
  '1::2::3',
  'fe80::1%eth0',
  '12345::',
  '1.2.3.4 ',
])('%j is none', (text) => {
  expect(isIpAddress(text)).toBe(false);
});
