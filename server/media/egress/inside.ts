import { BlockList, isIP } from 'node:net';
import { networkInterfaces } from 'node:os';

/**
 * What is no address of the public internet, by IANA's special-purpose registries (iana-ipv4-special-registry, iana-ipv6-special-registry;
 * RFC 6890) and that of IPv6's space: of the latter 2000::/3 alone is global unicast. So nothing that carries an IPv4 address passes for
 * one of IPv6 (mapped, compatible, NAT64, 6to4, Teredo), whatever its spelling: both are compared as bits.
 */
const special = {
  ipv4: [
    ['0.0.0.0', 8],
    ['10.0.0.0', 8],
    ['100.64.0.0', 10],
    ['127.0.0.0', 8],
    ['169.254.0.0', 16],
    ['172.16.0.0', 12],
    ['192.0.0.0', 24],
    ['192.0.2.0', 24],
    ['192.88.99.0', 24],
    ['192.168.0.0', 16],
    ['198.18.0.0', 15],
    ['198.51.100.0', 24],
    ['203.0.113.0', 24],
    ['224.0.0.0', 3],
  ],
  ipv6: [
    ['::', 3],
    ['2001::', 23],
    ['2001:db8::', 32],
    ['2002::', 16],
    ['3fff::', 20],
    ['4000::', 2],
    ['8000::', 1],
  ],
} as const;

/** One list for each: a list compares an IPv4 address with nets of IPv6 as a mapped one. */
const lists = { ipv4: new BlockList(), ipv6: new BlockList() };
for (const family of ['ipv4', 'ipv6'] as const) for (const [net, bits] of special[family]) lists[family].addSubnet(net, bits, family);

/** Whether an address is this machine's, of a private or special network, or none at all. */
export function isInside(address: string): boolean {
  const version = isIP(address);
  if (version === 0) return true;
  const family = version === 6 ? 'ipv6' : 'ipv4';
  if (lists[family].check(address, family)) return true;
  const own = new BlockList();
  for (const each of Object.values(networkInterfaces()).flat())
    if (each) own.addAddress(each.address, each.family === 'IPv6' ? 'ipv6' : 'ipv4');
  return own.check(address, family);
}
