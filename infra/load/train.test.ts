import { describe, expect, it } from 'vitest';
import { makeTrain, readIvf, readOggOpus, trainStreams, writeTrain } from './train.ts';

function ivf(frames: readonly Buffer[]): Buffer {
  const head = Buffer.alloc(32);
  head.write('DKIF', 0, 'latin1');
  head.writeUInt16LE(32, 6);
  head.write('VP80', 8, 'latin1');
  head.writeUInt32LE(30, 16);
  head.writeUInt32LE(1, 20);
  const parts = frames.flatMap((frame, index) => {
    const fields = Buffer.alloc(12);
    fields.writeUInt32LE(frame.length, 0);
    fields.writeBigUInt64LE(BigInt(index), 4);
    return [fields, frame];
  });
  return Buffer.concat([head, ...parts]);
}

function oggPage(...segments: readonly Buffer[]): Buffer {
  const head = Buffer.alloc(27);
  head.write('OggS', 0, 'latin1');
  head.writeUInt8(segments.length, 26);
  return Buffer.concat([head, Buffer.from(segments.map(({ length }) => length)), ...segments]);
}

describe('the train', () => {
  it('reads the frames of an IVF file with their times', () => {
    const frames = readIvf(ivf([Buffer.from('one'), Buffer.from('three')]));
    expect(frames.map(({ atUs, bytes }) => [atUs, bytes.toString()])).toEqual([
      [0, 'one'],
      [33_333, 'three'],
    ]);
    expect(() => readIvf(Buffer.alloc(64))).toThrow('no IVF file');
  });

  it('reads the packets of an Ogg file, also one that goes on in the next segment, without the headers', () => {
    const long = Buffer.alloc(255, 7);
    const file = Buffer.concat([
      oggPage(Buffer.from('OpusHead')),
      oggPage(Buffer.from('OpusTags')),
      oggPage(Buffer.from('a'), long, Buffer.from('b')),
    ]);
    expect(readOggOpus(file).map(({ length }) => length)).toEqual([1, 256]);
    expect(() => readOggOpus(Buffer.from('nothing of the kind'))).toThrow('no Ogg page');
  });

  it('cuts frames into RTP packets: a descriptor, one timestamp, and the marker on the last', () => {
    const frame = Buffer.alloc(3000, 1);
    const packets = makeTrain([{ atUs: 500_000, bytes: frame }], [], 1_000_000).map(({ bytes }) => bytes);
    expect(packets.map(({ length }) => length)).toEqual([1193, 1193, 653]);
    expect(packets.map((bytes) => bytes.readUInt8(1))).toEqual([96, 96, 96 + 0x80]);
    expect(packets.map((bytes) => bytes.readUInt8(12))).toEqual([0x10, 0, 0]);
    expect(new Set(packets.map((bytes) => bytes.readUInt32BE(4)))).toEqual(new Set([45_000]));
    expect(packets.every((bytes) => bytes.readUInt32BE(8) === trainStreams.video.ssrc)).toBe(true);
  });

  it('spreads a large frame over time, and sorts sound in between', () => {
    const frames = [
      { atUs: 0, bytes: Buffer.alloc(11_800) },
      { atUs: 500_000, bytes: Buffer.alloc(1180) },
    ];
    const sound = [Buffer.from('x'), Buffer.from('y'), Buffer.from('z')];
    const packets = makeTrain(frames, sound, 1_000_000);
    const times = packets.map(({ atUs }) => atUs);
    expect(times).toEqual(times.toSorted((a, b) => a - b));
    expect(packets.filter(({ kind }) => kind === 'audio').map(({ atUs }) => atUs)).toEqual([0, 20_000, 40_000]);
    // Ten packets at two and a half times the average rate.
    const video = packets.filter(({ kind }) => kind === 'video');
    expect(video[9]?.atUs).toBeGreaterThan(250_000);
    expect(video[10]?.atUs).toBe(500_000);
  });

  it('writes what the bots read', () => {
    const file = writeTrain([{ atUs: 7, kind: 'audio', bytes: Buffer.from('abc') }], 20_000);
    expect(file.toString('hex')).toBe('00004e20000000010000000700030161' + '6263');
  });
});
