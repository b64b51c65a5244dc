import { networkInterfaces } from 'node:os';
import { expect, it } from 'vitest';
import { isInside } from './inside.ts';

it('[X6] an address of an inner network is told in every guise', () => {
  for (const address of [
    '127.0.0.1',
    '10.1.2.3',
    '172.31.0.1',
    '192.168.1.1',
    '169.254.169.254',
    '100.64.0.1',
    '198.18.0.1',
    '203.0.113.9',
    '255.255.255.255',
    '0.0.0.0',
    '::',
    '::1',
    'fd00::1',
    'fe80::1',
    'fe80::1%eth0',
    'fec0::1',
    'ff02::1',
    '100::1',
    '2001:db8::1',
    '3fff::1',
    '5f00::1',
    // An IPv4 address inside: mapped, compatible, NAT64 of either prefix, 6to4, Teredo.
    '::ffff:10.0.0.1',
    '::FFFF:7f00:1',
    '0:0:0:0:0:ffff:127.0.0.1',
    '0000:0000:0000:0000:0000:ffff:7f00:0001',
    '::127.0.0.1',
    '::7f00:1',
    '::ffff:0:127.0.0.1',
    '64:ff9b::10.0.0.1',
    '64:ff9b:1::10.0.0.1',
    '2002:7f00:1::',
    '2002:a00:1::1',
    '2001:0:7f00:1::1',
    // None as `getaddrinfo` gives them.
    'no address',
    '0x7f.1',
    '2130706433',
    '',
  ])
    expect([address, isInside(address)]).toEqual([address, true]);
  for (const address of ['93.184.216.34', '8.8.8.8', '2606:2800:220:1::1', '2a00:1450:4001:80f::200e', '2001:200::1', '172.32.0.1'])
    expect([address, isInside(address)]).toEqual([address, false]);
});

it('[X6] so is every address that this machine has', () => {
  const own = Object.values(networkInterfaces()).flatMap((list = []) => list.map(({ address }) => address));
  expect(own.length).toBeGreaterThan(0);
  expect(own.filter((address) => !isInside(address))).toEqual([]);
});
