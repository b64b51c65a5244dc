import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import type { TrackSource } from '@bedside/shared/commands.ts';

const run = promisify(execFile);

/** Bytes that one packet carries of a picture. */
const MTU = 1100;
/** Bytes of each Opus packet: 20 ms at a constant 48 kbit/s. */
const OPUS_BYTES = 120;
const OPUS_MS = 20;
const PICTURE_MS = 50;

/** What one second of a doctor is encoded to: white, and heard, from its middle on for an eighth of a second. */
export type Second = { pictures: readonly Buffer[]; sounds: readonly Buffer[] };

export async function makeSecond(ffmpeg: string): Promise<Second> {
  const encoded = async (...args: string[]) =>
    (await run(ffmpeg, ['-v', 'error', '-f', 'lavfi', '-i', ...args, 'pipe:1'], { encoding: 'buffer' })).stdout;
  const [ivf, opus] = await Promise.all([
    encoded(
      ...["color=black:size=160x90:rate=20,drawbox=color=white:t=fill:enable='between(t,0.49,0.62)'", '-t', '1', '-c:v', 'libvpx'],
      ...['-deadline', 'realtime', '-lag-in-frames', '0', '-auto-alt-ref', '0', '-b:v', '200k', '-g', '20', '-f', 'ivf'],
    ),
    encoded(
      ...["aevalsrc='0.5*sin(880*2*PI*t)*between(t,0.5,0.62)':s=48000", '-t', '1', '-ac', '2', '-map', '0:a', '-c:a', 'libopus'],
      // Packets of one length, one after the other.
      ...['-vbr', 'off', '-b:a', '48k', '-f', 'data'],
    ),
  ]);
  const pictures: Buffer[] = [];
  for (let at = 32; at < ivf.length; at += 12 + ivf.readUInt32LE(at)) pictures.push(ivf.subarray(at + 12, at + 12 + ivf.readUInt32LE(at)));
  const sounds = Array.from({ length: 1000 / OPUS_MS }, (_, index) => opus.subarray(index * OPUS_BYTES, (index + 1) * OPUS_BYTES));
  if (pictures.length !== 1000 / PICTURE_MS || sounds.at(-1)?.length !== OPUS_BYTES) throw new Error('ffmpeg made another second');
  return { pictures, sounds };
}

export type Sent = { source: TrackSource; /** When it arrives, milliseconds. */ at: number; packet: Buffer };

/** How a doctor's clocks run, and what becomes of packets under way. */
export type Road = {
  /** Parts in a million by which each clock is too fast. */
  fast: Readonly<Record<'camera' | 'microphone', number>>;
  /** Of 1. */
  loss: number;
  /** Milliseconds that a packet takes at least, and by how many more some do. */
  delayMs: number;
  jitterMs: number;
  /** Milliseconds between which nothing arrives. */
  gap: readonly [number, number];
};

/** A doctor's packets of `ms` milliseconds in the order in which they arrive, the same each time: their numbers and timestamps go round. */
export function roadOf({ pictures, sounds }: Second, ms: number, { fast, loss, delayMs, jitterMs, gap }: Road): Sent[] {
  const sent: Sent[] = [];
  // A linear congruential generator (Numerical Recipes, section 7.1): the same losses at each run.
  let state = 1;
  const chance = () => (state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0) / 2 ** 32;
  const rate = (source: 'camera' | 'microphone') => 1 + fast[source] / 1_000_000;

  function stream(source: 'camera' | 'microphone', payloadType: number) {
    let sequence = 50_000;
    return (at: number, timestamp: number, marker: boolean, payload: Buffer) => {
      const head = Buffer.alloc(12);
      head.writeUInt8(0x80, 0);
      head.writeUInt8((marker ? 0x80 : 0) | payloadType, 1);
      head.writeUInt16BE((sequence += 1) & 0xffff, 2);
      // Round after half a minute.
      head.writeUInt32BE((2 ** 32 - 1_500_000 + Math.round(timestamp)) % 2 ** 32, 4);
      const arrives = at + delayMs + (chance() < 0.3 ? chance() * jitterMs : 0);
      const isLost = chance() < loss || (at >= gap[0] && at < gap[1]);
      if (!isLost) sent.push({ source, at: arrives, packet: Buffer.concat([head, payload]) });
    };
  }

  const camera = stream('camera', 96);
  for (let at = 0, number = 0; at < ms; number += 1, at = number * PICTURE_MS) {
    const frame = pictures[number % pictures.length] ?? Buffer.alloc(0);
    for (let from = 0; from < frame.length; from += MTU)
      camera(
        at,
        at * 90 * rate('camera'),
        from + MTU >= frame.length,
        Buffer.concat([Buffer.from([from === 0 ? 0x10 : 0]), frame.subarray(from, from + MTU)]),
      );
  }
  // A fast clock has a packet full earlier; in it is what is heard then.
  const microphone = stream('microphone', 111);
  for (let at = 0, number = 0; at < ms; number += 1, at = (number * OPUS_MS) / rate('microphone'))
    microphone(at, number * OPUS_MS * 48, false, sounds[Math.floor((at % 1000) / OPUS_MS)] ?? Buffer.alloc(0));
  return sent.toSorted((a, b) => a.at - b.at);
}
