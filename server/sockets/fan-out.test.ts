import { describe, expect, it } from 'vitest';
import { textFrame } from './fan-out.ts';

/** As RFC 6455 section 5.2 has a reader do it. */
function read(frame: Buffer): { first: number; text: string; rest: number } {
  const short = frame.readUInt8(1);
  const [length, head] = short < 126 ? [short, 2] : short === 126 ? [frame.readUInt16BE(2), 4] : [Number(frame.readBigUInt64BE(2)), 10];
  return { first: frame.readUInt8(0), text: frame.toString('utf8', head, head + length), rest: frame.length - head - length };
}

describe('a text frame', () => {
  it.each([0, 1, 125, 126, 127, 65_535, 65_536, 70_000])('of %i bytes is final, not masked, and as long as it says', (length) => {
    const text = 'x'.repeat(length);
    expect(read(textFrame(text))).toEqual({ first: 0x81, text, rest: 0 });
  });

  it('counts bytes and not characters', () => {
    const text = 'é😀'.repeat(30);
    expect(read(textFrame(text))).toEqual({ first: 0x81, text, rest: 0 });
  });
});
