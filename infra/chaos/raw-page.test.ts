import { readMetrics, total } from '../../server/testing/scrape.ts';
import { expect, it } from 'vitest';
import { seeded } from './random.ts';
import { frame, frameHead, frameReader } from './raw-page.ts';

it('cuts frames out of what arrives, wherever it is torn', () => {
  const texts = ['', 'a', 'b'.repeat(125), 'c'.repeat(126), 'd'.repeat(70_000)];
  // What a server sends is not masked: the head of a client's frame without the mask bit.
  const sent = Buffer.concat(
    texts.map((text) => {
      const head = frameHead(0x81, text.length);
      head.writeUInt8(head.readUInt8(1) & 127, 1);
      return Buffer.concat([head, Buffer.from(text)]);
    }),
  );
  const random = seeded(7);
  const told: string[] = [];
  const read = frameReader((opcode, payload) => told.push(`${opcode}${payload.toString()}`));
  for (let at = 0; at < sent.length;) {
    const length = 1 + random.below(5000);
    read(sent.subarray(at, at + length));
    at += length;
  }
  expect(told).toEqual(texts.map((text) => `1${text}`));
});

it('masks what a client sends (RFC 6455 section 5.3)', () => {
  const bytes = frame(Buffer.from('hello'));
  const mask = bytes.subarray(2, 6);
  expect([...bytes.subarray(0, 2)]).toEqual([0x81, 0x85]);
  expect(Buffer.from(bytes.subarray(6).map((byte, at) => byte ^ (mask[at & 3] ?? 0))).toString()).toBe('hello');
});

it('a seed gives the same numbers each time, in their bounds', () => {
  const [one, same, other] = [seeded(1), seeded(1), seeded(2)];
  const numbers = Array.from({ length: 1000 }, () => one.below(10));
  expect(Array.from({ length: 1000 }, () => same.below(10))).toEqual(numbers);
  expect(Array.from({ length: 1000 }, () => other.below(10))).not.toEqual(numbers);
  expect(new Set(numbers)).toEqual(new Set([0, 1, 2, 3, 4, 5, 6, 7, 8, 9]));
});

it('sums what a node says of itself', () => {
  const metrics = readMetrics('# HELP calls x\ncalls{call="a b",outcome="ok"} 3\ncalls{call="c",outcome="no"} 4\ncalls_other 5\n');
  expect([total(metrics, 'calls'), total(metrics, 'calls', 'outcome="no"'), total(metrics, 'none')]).toEqual([7, 4, 0]);
});
