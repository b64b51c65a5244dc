import { tmpdir } from 'node:os';
import { TargetId } from '@bedside/shared/ids.ts';
import { expect, it } from 'vitest';
import { newSession } from '../contract.ts';
import { thisNode } from '../rtp-fixtures.ts';
import { createEgress, type EgressWish } from './egress.ts';

const wish: EgressWish = {
  stream: { epoch: 1, node: thisNode, to: 'all', flow: { camera: true, microphone: true, screen: false } },
  voices: { cohost: null, guest: null },
  onAir: true,
  recording: false,
  hls: true,
  targets: [{ id: TargetId.parse('a-target'), target: null }],
  cut: false,
  delayMs: 0,
  slate: 'soon',
  picture: 'camera',
};

it('[X16] a session more than there are encoders waits, says so, and begins when another ends', async () => {
  const egress = createEgress({
    self: thisNode,
    media: { tap: () => Promise.reject(new Error('nothing on stage')) },
    ffmpeg: '/bin/false',
    recordingsDir: tmpdir(),
    reserve: 0,
    encoders: 1,
    allowInside: false,
    now: () => 1000,
    warn: () => {},
  });
  const [first, second, third] = [newSession(), newSession(), newSession()];
  for (const each of [first, second, third]) egress.follow(each, wish);
  const why = (session: typeof first) => [...egress.healths(session).values()].map((health) => health.why);
  expect(why(first)).not.toContain('no-room');
  expect([...egress.healths(second).keys()]).toEqual(['hls', 'a-target']);
  expect([why(second), why(third)]).toEqual([
    ['no-room', 'no-room'],
    ['no-room', 'no-room'],
  ]);
  expect(egress.runs(second)).toBe(true);

  egress.follow(first, { ...wish, onAir: false });
  await expect.poll(() => why(second)).not.toContain('no-room');
  expect(why(third)).toContain('no-room');

  egress.follow(third, null);
  expect(egress.runs(third)).toBe(false);
  await egress.close();
  expect(egress.runs(second)).toBe(false);
});
