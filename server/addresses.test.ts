import { expect, it } from 'vitest';
import { addressKey, callerAddress } from './addresses.ts';

it('[A8] limits IPv4 by address and IPv6 by its /64', () => {
  expect(addressKey('203.0.113.9')).toBe('203.0.113.9');
  expect(addressKey('::ffff:203.0.113.9')).toBe('203.0.113.9');
  expect(addressKey('2001:db8:0:42:aaaa::1')).toBe(addressKey('2001:0db8:0000:0042:bbbb:1:2:3'));
  expect(addressKey('2001:db8:0:42::1')).not.toBe(addressKey('2001:db8:0:43::1'));
  expect(addressKey('fe80::1%eth0')).toBe(addressKey('fe80::2%eth0'));
  expect(addressKey('::1')).toBe('0:0:0:0::/64');
});

it('[A8] believes of X-Forwarded-For only what our own proxies wrote', () => {
  expect(callerAddress('10.0.0.1', '6.6.6.6', 0)).toBe('10.0.0.1');
  expect(callerAddress('10.0.0.1', '6.6.6.6, 203.0.113.9', 1)).toBe('203.0.113.9');
  expect(callerAddress('10.0.0.1', '6.6.6.6, 203.0.113.9, 10.0.0.2', 2)).toBe('203.0.113.9');
  expect(callerAddress('10.0.0.1', '203.0.113.9', 3)).toBe('203.0.113.9');
  expect(callerAddress('10.0.0.1', undefined, 1)).toBe('10.0.0.1');
  expect(callerAddress(undefined, undefined, 0)).toBe('unknown');
});
