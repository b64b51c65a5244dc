import type { Sink, SinkEvents } from './output.ts';
import { startFfmpeg } from './process.ts';
import { hasWritten } from './recording.ts';
import { openRelay, type RelayOptions, serverOf } from './relay.ts';

/** Where a stream is forwarded to: `rtmps://host:443/app`, and the key, which is a secret. */
export type RtmpTarget = { url: string; key: string };

/** Microseconds that a server may be silent for. */
const SILENT_US = 8_000_000;

/** Read by ffmpeg as a file, which nobody else can: arguments are everybody's to read (rule X6). */
function secretsOf({ url, key }: RtmpTarget): string {
  const { protocol, hostname, pathname } = new URL(url);
  // All of the path, as OBS has it: ffmpeg by itself would take the second part for the key.
  const app = pathname.split('/').filter(Boolean).join('/');
  return [
    `rtmp_tcurl=${protocol}//${hostname}:${serverOf(url).port}/${app}`,
    ...(app === '' ? [] : [`rtmp_app=${app}`]),
    `rtmp_playpath=${key}\n`,
  ].join('\n');
}

/** Forwards to one server. What ffmpeg is told in its arguments names neither it nor the key, nor does any message. */
export async function openRtmp(
  options: { ffmpeg: string; target: RtmpTarget } & Pick<RelayOptions, 'allowInside' | 'resolve'>,
  on: SinkEvents,
): Promise<Sink> {
  const { ffmpeg, target, ...rest } = options;
  const relay = await openRelay({ ...rest, url: target.url });
  const args = [
    ...['-probesize', '500000', '-analyzeduration', '500000', '-f', 'mpegts', '-i', 'pipe:0'],
    ...['-map', '0:v:0', '-map', '0:a:0', '-c', 'copy', '-bsf:a', 'aac_adtstoasc', '-fpre', '/dev/fd/3'],
    ...['-f', 'flv', '-flvflags', 'no_duration_filesize', '-rw_timeout', String(SILENT_US)],
    ...['-protocol_whitelist', 'rtmp,tcp', '-progress', 'pipe:1', `rtmp://127.0.0.1:${relay.port}/relayed`],
  ];
  let wrote = '';
  try {
    return startFfmpeg(
      ffmpeg,
      args,
      {
        output(progress) {
          const size = /^total_size=(\d+)/m.exec(progress.toString('latin1'))?.[1] ?? wrote;
          if (size !== wrote && hasWritten(progress)) on.wrote();
          wrote = size;
        },
        ended() {
          relay.close();
          on.ended({ why: 'server' });
        },
      },
      secretsOf(target),
    );
  } catch (error) {
    relay.close();
    throw error;
  }
}
