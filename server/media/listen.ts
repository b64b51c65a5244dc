import { isIP } from 'node:net';
import { networkInterfaces } from 'node:os';
import type { types } from 'mediasoup';

/** Bytes. A burst of a full worker's ingress; Linux caps it at net.core.rmem_max and wmem_max without an error. */
const socketBuffer = 1024 * 1024;

/** Addresses that belong to this machine, and those that are only told to browsers. */
function sortAddresses(announced: readonly string[]): { bound: string[]; told: string[] } {
  const own = new Set(
    Object.values(networkInterfaces())
      .flat()
      .map((address) => address?.address),
  );
  const bound = announced.filter((address) => isLoopback(address) || own.has(address));
  return { bound, told: announced.filter((address) => !bound.includes(address)) };
}

/** A wildcard socket and one on a single address can't share a port. */
export function portsPerWorker(announcedAddresses: readonly string[]): number {
  const { bound, told } = sortAddresses(announcedAddresses);
  return told.length + (bound.length > 0 ? 1 : 0);
}

/** Where the WebRtcServer of worker `index` listens. `rtcPortBase` 0: on any free ports. */
export function listenInfosOf(
  { announcedAddresses, rtcPortBase }: { announcedAddresses: readonly string[]; rtcPortBase: number },
  index: number,
): types.TransportListenInfo[] {
  const { bound, told } = sortAddresses(announcedAddresses);
  const first = rtcPortBase + index * portsPerWorker(announcedAddresses);
  const sockets = [
    ...bound.map((ip) => ({ ip, port: first })),
    ...told.map((announcedAddress, at) => ({ ...listenOn(announcedAddress), port: first + at + (bound.length > 0 ? 1 : 0) })),
  ];
  return sockets.flatMap(({ port, ...socket }) =>
    (['udp', 'tcp'] as const).map((protocol) => ({
      ...socket,
      protocol,
      // Without a port mediasoup takes any free one.
      ...(rtcPortBase === 0 ? {} : { port }),
      sendBufferSize: socketBuffer,
      recvBufferSize: socketBuffer,
    })),
  );
}

const listenOn = (announcedAddress: string) => ({ ip: isIP(announcedAddress) === 6 ? '::' : '0.0.0.0', announcedAddress });

/** What to listen on so that others reach this machine at `address`: itself where it is one of the machine's, else all. */
export const bindingOf = (address: string): { ip: string; announcedAddress?: string } =>
  sortAddresses([address]).bound.length > 0 ? { ip: address } : listenOn(address);

/** Where one pipe between nodes listens, so that others reach it at `address`. `ports`: null for any free one. */
export function pipeListenInfo(address: string, ports: { min: number; max: number } | null): types.TransportListenInfo {
  return {
    ...bindingOf(address),
    protocol: 'udp',
    ...(ports ? { portRange: ports } : {}),
    sendBufferSize: socketBuffer,
    recvBufferSize: socketBuffer,
  };
}

function isLoopback(address: string): boolean {
  return address === '::1' || (isIP(address) === 4 && address.startsWith('127.'));
}
