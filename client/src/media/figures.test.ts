import { expect, it } from 'vitest';
import { figuresOf, type Reading } from './figures.ts';

function reading(at: number, seconds: number): Reading {
  const counted = (kind: 'audio' | 'video', bytes: number) => ({
    ...{ bytes: bytes * seconds, packets: 100 * seconds, lost: 4 * seconds, jitter: 0.0123 },
    codec: kind === 'video' ? 'video/VP8' : 'audio/opus',
  });
  return {
    at,
    statistics: {
      audio: { kind: 'audio', ...counted('audio', 5000) },
      video: {
        ...{ kind: 'video', ...counted('video', 100_000) },
        ...{ frames: 30 * seconds, framesPerSecond: null, width: 1280, height: 720, frozen: 0 },
      },
      path: { roundTrip: 0.04, kind: 'prflx', protocol: 'udp' },
    },
  };
}

it('tells what two readings come to', () => {
  expect(figuresOf(reading(1000, 5), reading(3000, 7), { sent: 1, best: 2 })).toEqual({
    bitrate: { video: 800, audio: 40 },
    size: { width: 1280, height: 720 },
    framesPerSecond: 30,
    layer: { sent: 2, of: 3 },
    lost: 8 / 208,
    jitter: 12,
    roundTrip: 40,
    videoCodec: 'VP8',
    audioCodec: 'opus',
    path: { kind: 'prflx', protocol: 'UDP' },
  });
});

it('tells nothing that one reading can not tell', () => {
  const alone = figuresOf(null, reading(1000, 5), null);
  expect(alone).toMatchObject({ bitrate: null, framesPerSecond: null, lost: null, layer: null, roundTrip: 40 });
  const nothing = { at: 1, statistics: { audio: null, video: null, path: null } };
  expect(new Set(Object.values(figuresOf(nothing, { ...nothing, at: 2 }, null)))).toEqual(new Set([null, { video: 0, audio: 0 }]));
});

it('is not misled by another transport, which counts from nothing', () => {
  const { bitrate, framesPerSecond, lost } = figuresOf(reading(1000, 100), reading(2000, 1), { sent: null, best: 2 });
  expect({ bitrate, framesPerSecond, lost }).toEqual({ bitrate: { video: 0, audio: 0 }, framesPerSecond: 0, lost: null });
});
