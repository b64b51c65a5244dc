import { describe, expect, it } from 'vitest';
import { createRtpClock } from './clock.ts';
import { depacketizerOf, opusDuration, opusSilence } from './frames.ts';
import { circular, createReorder, parseRtp, type RtpPacket } from './rtp.ts';

const packet = (sequence: number, payload: number[], more: Partial<RtpPacket> = {}): RtpPacket => ({
  sequence,
  timestamp: 1000,
  marker: false,
  payload: Buffer.from(payload),
  ...more,
});

describe('[X3] RTP', () => {
  it('reads past contributing sources, an extension and padding', () => {
    const head = [0xb1, 0x80 | 96, 0x12, 0x34, 0, 0, 0, 9, 0, 0, 0, 1, 1, 1, 1, 1];
    const bytes = Buffer.from([...head, 0xbe, 0xde, 0, 1, 2, 2, 2, 2, 7, 8, 0, 0, 3]);
    expect(parseRtp(bytes)).toEqual({ sequence: 0x1234, timestamp: 9, marker: true, payload: Buffer.from([7, 8]) });
    expect(parseRtp(Buffer.from([1, 2, 3]))).toBeNull();
    expect(parseRtp(Buffer.alloc(12))).toBeNull();
  });

  it('counts across the wrap of a number', () => {
    expect(circular(65_535, 1, 16)).toBe(2);
    expect(circular(1, 65_535, 16)).toBe(-2);
    expect(circular(2 ** 32 - 1, 0, 32)).toBe(1);
  });

  it('puts packets into order, waits for a missing one, and goes on without it', () => {
    const got: (number | 'lost')[] = [];
    const reorder = createReorder({ waitMs: 100, deliver: ({ sequence }) => got.push(sequence), lost: () => got.push('lost') });
    for (const sequence of [65_534, 0, 65_535, 65_534]) reorder.push(packet(sequence, [1]), 0);
    expect(got).toEqual([65_534, 65_535, 0]);
    reorder.push(packet(2, [1]), 10);
    reorder.push(packet(4, [1]), 20);
    reorder.tick(100);
    expect(got).toHaveLength(3);
    reorder.tick(115);
    reorder.tick(125);
    expect(got.slice(3)).toEqual(['lost', 2, 'lost', 4]);
    reorder.push(packet(3, [1]), 130);
    expect(got).toHaveLength(7);
  });
});

describe('[X3] frames', () => {
  it('are put together from VP8 packets, with and without a picture id', () => {
    const vp8 = depacketizerOf('video/VP8');
    expect(vp8?.push(packet(1, [0x90, 0x80, 0x81, 0x01, 0x00, 5]), 10)).toBeNull();
    expect(vp8?.push(packet(2, [0x00, 6], { marker: true }), 12)).toEqual({
      data: Buffer.from([0, 5, 6]),
      isKey: true,
      timestamp: 1000,
      at: 10,
    });
    expect(vp8?.push(packet(3, [0x10, 0x01, 7], { timestamp: 2000, marker: true }), 20)?.isKey).toBe(false);
  });

  it('that lost a packet are none', () => {
    const vp8 = depacketizerOf('video/VP8');
    vp8?.push(packet(1, [0x10, 0x00, 5]), 0);
    vp8?.lost();
    expect(vp8?.push(packet(3, [0x00, 6], { marker: true }), 0)).toBeNull();
    // Its beginning was lost.
    expect(vp8?.push(packet(4, [0x00, 6], { timestamp: 3000, marker: true }), 0)).toBeNull();
  });

  it('are put together from H264 units: alone, several in one, and one in several', () => {
    const h264 = depacketizerOf('video/H264');
    h264?.push(packet(1, [24, 0, 2, 0x67, 1, 0, 2, 0x68, 2]), 0);
    h264?.push(packet(2, [0x7c, 0x85, 3]), 0);
    const frame = h264?.push(packet(3, [0x7c, 0x45, 4], { marker: true }), 0);
    expect(frame?.isKey).toBe(true);
    expect([...(frame?.data ?? [])]).toEqual([0, 0, 0, 1, 0x67, 1, 0, 0, 0, 1, 0x68, 2, 0, 0, 0, 1, 0x65, 3, 4]);
    expect(h264?.push(packet(4, [0x41, 9], { timestamp: 4000, marker: true }), 0)?.isKey).toBe(false);
  });

  it('of Opus say how long they are', () => {
    expect(opusDuration(opusSilence)).toBe(20);
    expect(opusDuration(Buffer.from([(1 << 3) | 1, 0]))).toBe(40);
    expect(opusDuration(Buffer.from([(16 << 3) | 3, 4]))).toBe(10);
  });
});

it('[X3] the doctor’s clock is followed: late packets don’t move it, and a drift is kept up with', () => {
  const clock = createRtpClock(90_000);
  const lateness = [30, 0, 80, 5, 200, 0, 40];
  let worst = 0;
  for (let second = 0; second < 600; second += 0.04) {
    // 100 parts in a million too fast.
    const timestamp = Math.round(second * 90_000 * 1.0001) % 2 ** 32;
    const at = 1_000_000 + second * 1000 + (lateness[Math.round(second / 0.04) % lateness.length] ?? 0);
    const told = clock(timestamp, at);
    if (second > 10) worst = Math.max(worst, Math.abs(told - (1_000_000 + second * 1000)));
  }
  expect(worst).toBeLessThan(30);
});
