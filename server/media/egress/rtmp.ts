import { lookup } from 'node:dns/promises';
import { BlockList, isIP } from 'node:net';
import { type Sink, SinkRefusal, type SinkEvents } from './output.ts';
import { startFfmpeg } from './process.ts';
import { hasWritten } from './recording.ts';

/** Where a stream is forwarded to: `rtmps://host:443/app`, and the key, which is a secret. */
export type RtmpTarget = { url: string; key: string };

/** Microseconds that a server may be silent for. */
const SILENT_US = 8_000_000;

/** What no host name may lead to from within a network: loopback, private, link-local, multicast and reserved addresses (RFC 6890). */
const inside = new BlockList();
const ranges: readonly (readonly [string, number])[] = [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['224.0.0.0', 3],
];
for (const [net, bits] of ranges) inside.addSubnet(net, bits, 'ipv4');
const ranges6: readonly (readonly [string, number])[] = [
  ['::', 127],
  ['64:ff9b::', 96],
  ['fc00::', 7],
  ['fe80::', 10],
  ['ff00::', 8],
];
for (const [net, bits] of ranges6) inside.addSubnet(net, bits, 'ipv6');

/** Also what is an IPv4 address in the guise of an IPv6 one (RFC 4291 section 2.5.5.2). */
export function isInside(address: string): boolean {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1];
  if (mapped !== undefined) return isInside(mapped);
  const family = isIP(address);
  return family === 0 || inside.check(address, family === 6 ? 'ipv6' : 'ipv4');
}

async function refuseInside(url: string): Promise<void> {
  const host = new URL(url).hostname.replace(/^\[|\]$/g, '');
  const found = await lookup(host, { all: true }).catch(() => {
    throw new SinkRefusal({ why: 'unknown-host' });
  });
  if (found.some(({ address }) => isInside(address))) throw new SinkRefusal({ why: 'inside', state: 'failed' });
}

/** Forwards to one server. The key is neither an argument of the process nor in any message. */
export async function openRtmp(options: { ffmpeg: string; target: RtmpTarget; allowInside: boolean }, on: SinkEvents): Promise<Sink> {
  const { url, key } = options.target;
  if (!options.allowInside) await refuseInside(url);
  const args = [
    ...['-probesize', '500000', '-analyzeduration', '500000', '-f', 'mpegts', '-i', 'pipe:0'],
    ...[
      '-map',
      '0:v:0',
      '-map',
      '0:a:0',
      '-c',
      'copy',
      '-bsf:a',
      'aac_adtstoasc',
      '-fpre',
      '/dev/fd/3',
      '-f',
      'flv',
      '-flvflags',
      'no_duration_filesize',
    ],
    ...['-rw_timeout', String(SILENT_US), '-protocol_whitelist', 'rtmp,rtmps,tls,tcp', '-progress', 'pipe:1', url],
  ];
  let wrote = '';
  return startFfmpeg(
    options.ffmpeg,
    args,
    {
      output(progress) {
        const size = /^total_size=(\d+)/m.exec(progress.toString('latin1'))?.[1] ?? wrote;
        if (size !== wrote && hasWritten(progress)) on.wrote();
        wrote = size;
      },
      ended: () => on.ended({ why: 'server' }),
    },
    `rtmp_playpath=${key}\n`,
  );
}
