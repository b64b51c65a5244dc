import { heard } from './matroska.ts';
import { type Ffmpeg, startFfmpeg } from './process.ts';
import { createTsCutter, type TsChunk } from './transport-stream.ts';

/** Of every output. Segments begin with a keyframe, hence their length. */
export type Picture = { width: number; height: number; rate: number; keySeconds: number; kbits: number };
export const standardPicture: Picture = { width: 1280, height: 720, rate: 30, keySeconds: 2, kbits: 2500 };

/**
 * Each voice by itself is filled with silence where something is missing, and stretched by what two clocks differ; together they are as
 * loud as each was, and no louder than a file can hold.
 */
const mixed = [
  ...heard.map((_, index) => `[0:a:${index}]aresample=async=1000[a${index}]`),
  `${heard.map((_, index) => `[a${index}]`).join('')}amix=inputs=${heard.length}:normalize=0,alimiter=limit=0.9:level=0[sound]`,
].join(';');

const argsOf = ({ width, height, rate, keySeconds, kbits }: Picture) => [
  // What comes says itself what it is: nothing is waited for to find out.
  ...['-probesize', '1024', '-analyzeduration', '0', '-fpsprobesize', '0', '-f', 'matroska', '-copyts', '-i', 'pipe:0'],
  ...['-filter_complex', mixed, '-map', '0:v:0', '-map', '[sound]'],
  '-vf',
  `fps=${rate},scale=${width}:${height}:force_original_aspect_ratio=decrease:flags=bicubic,pad=${width}:${height}:-1:-1,setsar=1,format=yuv420p`,
  ...['-c:v', 'libx264', '-preset', 'veryfast', '-tune', 'zerolatency', '-profile:v', 'main', '-threads', '2'],
  ...['-b:v', `${kbits}k`, '-maxrate', `${kbits}k`, '-bufsize', `${2 * kbits}k`],
  ...['-g', String(keySeconds * rate), '-keyint_min', String(keySeconds * rate), '-sc_threshold', '0'],
  ...['-c:a', 'aac', '-b:a', '128k', '-ar', '48000', '-ac', '2'],
  ...['-f', 'mpegts', '-muxdelay', '0', '-muxpreload', '0', '-flush_packets', '1', '-mpegts_flags', '+resend_headers', 'pipe:1'],
];

export type Encoder = Pick<Ffmpeg, 'write' | 'end' | 'kill'>;

/** H264 and AAC of what is written to it, at the pace at which that comes. */
export function startEncoder(program: string, picture: Picture, on: { chunk: (chunk: TsChunk) => void; ended: () => void }): Encoder {
  const cut = createTsCutter(on.chunk);
  return startFfmpeg(program, argsOf(picture), { output: cut, ended: on.ended });
}
