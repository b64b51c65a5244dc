import type { IncomingMessage } from 'node:http';
import { isIPv6 } from 'node:net';
import { networkInterfaces } from 'node:os';

// Bridges of containers and virtual machines: nobody's phone is behind them.
const VIRTUAL = /^(docker|br-|veth|virbr|vmnet|vboxnet|lxc|cni|flannel|cali)/;

/** This machine's IPv4 addresses on real networks, without loopback and link-local ones. */
export function lanAddresses(): string[] {
  return Object.entries(networkInterfaces()).flatMap(([name, list = []]) =>
    VIRTUAL.test(name)
      ? []
      : list.filter((one) => one.family === 'IPv4' && !one.internal && !one.address.startsWith('169.254.')).map((one) => one.address),
  );
}

/** Whether a server bound to `host` can be reached from this machine only. */
export const isLoopbackHost = (host: string) => host === 'localhost' || host === '::1' || host.startsWith('127.');

/** One key per caller for limits: IPv4 as it is, IPv6 by its /64, which is what one subscriber gets (RFC 6177). */
export function addressKey(address: string): string {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address);
  if (mapped?.[1]) return mapped[1];
  if (!isIPv6(address)) return address;
  const [head = '', tail] = address.split('%')[0]?.split('::') ?? [];
  const groups = head.split(':').filter(Boolean);
  const after = tail === undefined ? [] : tail.split(':').filter(Boolean);
  const zeros = tail === undefined ? 0 : 8 - groups.length - after.length;
  const whole = [...groups, ...Array.from({ length: Math.max(0, zeros) }, () => '0'), ...after];
  return `${whole
    .slice(0, 4)
    .map((group) => Number.parseInt(group, 16).toString(16))
    .join(':')}::/64`;
}

/**
 * Who called, behind `hops` reverse proxies that each append to X-Forwarded-For: the entry that the outermost of
 * them wrote. Entries further left are the caller's own claim.
 */
export function callerAddress(remote: string | undefined, forwardedFor: string | string[] | undefined, hops: number): string {
  const claimed =
    hops === 0
      ? []
      : [forwardedFor ?? []]
          .flat()
          .join(',')
          .split(',')
          .map((part) => part.trim())
          .filter(Boolean);
  return claimed.at(-Math.min(hops, claimed.length)) ?? remote ?? 'unknown';
}

/** The same of a request. */
export const addressOf = ({ headers, socket }: Pick<IncomingMessage, 'headers' | 'socket'>, hops: number): string =>
  callerAddress(socket.remoteAddress, headers['x-forwarded-for'], hops);
