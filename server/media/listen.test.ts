import { networkInterfaces } from 'node:os';
import { describe, expect, it } from 'vitest';
import { listenInfosOf, portsPerWorker } from './listen.ts';

const socketsOf = (announcedAddresses: string[], rtcPortBase: number, index = 0) =>
  listenInfosOf({ announcedAddresses, rtcPortBase }, index).map(
    ({ protocol, ip, announcedAddress = '-', port = 'any' }) => `${protocol} ${ip} ${announcedAddress} ${port}`,
  );

describe('listenInfosOf', () => {
  it('binds the addresses of this machine as they are', () => {
    const lan = Object.values(networkInterfaces())
      .flat()
      .find((address) => address?.family === 'IPv4' && !address.internal);
    const own = lan?.address ?? '127.0.0.2';
    expect(socketsOf(['127.0.0.1'], 40_000)).toEqual(['udp 127.0.0.1 - 40000', 'tcp 127.0.0.1 - 40000']);
    expect(socketsOf(['127.0.0.1', own], 40_000).slice(2)).toEqual([`udp ${own} - 40000`, `tcp ${own} - 40000`]);
  });

  it('listens everywhere for an address that is not of this machine, on a port of its own', () => {
    expect(socketsOf(['203.0.113.5'], 40_000)).toEqual(['udp 0.0.0.0 203.0.113.5 40000', 'tcp 0.0.0.0 203.0.113.5 40000']);
    expect(socketsOf(['127.0.0.1', 'live.example.org'], 40_000).slice(2)).toEqual([
      'udp 0.0.0.0 live.example.org 40001',
      'tcp 0.0.0.0 live.example.org 40001',
    ]);
  });

  it('gives each worker the next ports', () => {
    expect(socketsOf(['127.0.0.1'], 40_000, 3)).toEqual(['udp 127.0.0.1 - 40003', 'tcp 127.0.0.1 - 40003']);
    expect(portsPerWorker(['127.0.0.1', 'live.example.org'])).toBe(2);
    expect(socketsOf(['127.0.0.1', 'live.example.org'], 40_000, 1)).toEqual([
      'udp 127.0.0.1 - 40002',
      'tcp 127.0.0.1 - 40002',
      'udp 0.0.0.0 live.example.org 40003',
      'tcp 0.0.0.0 live.example.org 40003',
    ]);
  });

  it('takes any free port for 0', () => {
    expect(socketsOf(['127.0.0.1'], 0)).toEqual(['udp 127.0.0.1 - any', 'tcp 127.0.0.1 - any']);
  });
});
