import type { Channel } from '@bedside/shared/commands.ts';

/** Writes an endless Matroska stream of one picture and the sound of each channel (RFC 9559), whose frames are whole in themselves. */

const id = (...bytes: number[]) => Buffer.from(bytes);
/** Eight bytes of size that mean "unknown" (RFC 8794 section 6.2). */
const UNKNOWN = Buffer.from([0x01, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff]);

function size(length: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32BE(0x10000000 | length);
  return bytes;
}
const element = (name: Buffer, body: Buffer) => Buffer.concat([name, size(body.length), body]);
const text = (name: Buffer, value: string) => element(name, Buffer.from(value));
function number(name: Buffer, value: number): Buffer {
  const body = Buffer.alloc(8);
  body.writeBigUInt64BE(BigInt(Math.round(value)));
  return element(name, body);
}
function float(name: Buffer, value: number): Buffer {
  const body = Buffer.alloc(8);
  body.writeDoubleBE(value);
  return element(name, body);
}

export type VideoCodec = 'video/VP8' | 'video/H264';
/** Whose sound goes out: everybody's who speaks to all. An interpreter's is for those who choose it. */
export const heard = ['main', 'cohost', 'guest'] as const satisfies readonly Channel[];
export type Heard = (typeof heard)[number];
/** The one picture, and a sound for each who is heard. */
export type Track = 'video' | Heard;
const numbers: Record<Track, number> = { video: 1, main: 2, cohost: 3, guest: 4 };

/** RFC 7845 section 5.1: two channels, no pre-skip. */
const opusHead = Buffer.concat([Buffer.from('OpusHead'), Buffer.from([1, 2, 0, 0, 0x80, 0xbb, 0, 0, 0, 0, 0])]);

/** The frame's size is only announced: each keyframe says its own. */
export function header(codec: VideoCodec, width: number, height: number): Buffer {
  const video = element(
    id(0xae),
    Buffer.concat([
      number(id(0xd7), numbers.video),
      number(id(0x73, 0xc5), numbers.video),
      number(id(0x83), 1),
      number(id(0x9c), 0),
      // Without a CodecPrivate H264 is taken as the byte stream that it is.
      text(id(0x86), codec === 'video/VP8' ? 'V_VP8' : 'V_MPEG4/ISO/AVC'),
      element(id(0xe0), Buffer.concat([number(id(0xb0), width), number(id(0xba), height)])),
    ]),
  );
  const sounds = heard.map((channel) =>
    element(
      id(0xae),
      Buffer.concat([
        number(id(0xd7), numbers[channel]),
        number(id(0x73, 0xc5), numbers[channel]),
        number(id(0x83), 2),
        number(id(0x9c), 0),
        text(id(0x86), 'A_OPUS'),
        element(id(0x63, 0xa2), opusHead),
        element(id(0xe1), Buffer.concat([float(id(0xb5), 48_000), number(id(0x9f), 2)])),
      ]),
    ),
  );
  return Buffer.concat([
    element(
      id(0x1a, 0x45, 0xdf, 0xa3),
      Buffer.concat([text(id(0x42, 0x82), 'matroska'), number(id(0x42, 0x87), 4), number(id(0x42, 0x85), 2)]),
    ),
    id(0x18, 0x53, 0x80, 0x67),
    UNKNOWN,
    element(
      id(0x15, 0x49, 0xa9, 0x66),
      Buffer.concat([number(id(0x2a, 0xd7, 0xb1), 1_000_000), text(id(0x4d, 0x80), 'Bedside'), text(id(0x57, 0x41), 'Bedside')]),
    ),
    element(id(0x16, 0x54, 0xae, 0x6b), Buffer.concat([video, ...sounds])),
  ]);
}

/** One frame in a cluster of its own, `ms` after the beginning. */
export function block(track: Track, ms: number, isKey: boolean, data: Buffer): Buffer {
  const head = Buffer.from([0x80 | numbers[track], 0, 0, isKey ? 0x80 : 0]);
  const simple = element(id(0xa3), Buffer.concat([head, data]));
  return element(id(0x1f, 0x43, 0xb6, 0x75), Buffer.concat([number(id(0xe7), ms), simple]));
}
