import { expect, test } from 'vitest';
import { asksOf, nextChange, waitOf } from './asks.ts';

const session = { phase: 'live', closed: false, queueLocked: false, slowSeconds: 0 } as const;
const own = { questions: [{ askedAt: 1000 }, { askedAt: 61_000 }] };

test('[Q1] questions are taken while open, live and on a break', () => {
  expect(asksOf({ ...session, phase: 'scheduled' }, own, 0).kind).toBe('not-yet');
  expect(asksOf({ ...session, phase: 'open' }, null, 0).kind).toBe('open');
  expect(asksOf({ ...session, phase: 'paused' }, own, 0).kind).toBe('open');
  expect(asksOf({ ...session, phase: 'ended', closed: true }, own, 0).kind).toBe('ended');
});

test('[H4] [H6] a locked queue and a closed session say so', () => {
  expect(asksOf({ ...session, queueLocked: true }, own, 0).kind).toBe('locked');
  expect(asksOf({ ...session, queueLocked: true, closed: true }, own, 0).kind).toBe('closed');
});

test('[H2] a muted person is told before anything else that may pass, until the time is over', () => {
  expect(asksOf({ ...session, queueLocked: true }, { ...own, mutedUntil: null }, 9e9)).toEqual({ kind: 'muted', until: null });
  expect(asksOf(session, { ...own, mutedUntil: 500 }, 499)).toEqual({ kind: 'muted', until: 500 });
  expect(asksOf(session, { ...own, mutedUntil: 500 }, 500)).toEqual({ kind: 'open' });
});

test('[H5] in slow mode the next question waits for the last one, and the first for nothing', () => {
  const slow = { ...session, slowSeconds: 120 };
  expect(asksOf(slow, own, 62_000)).toEqual({ kind: 'slow', until: 181_000 });
  expect(asksOf(slow, own, 181_000)).toEqual({ kind: 'open' });
  expect(asksOf(slow, { questions: [] }, 0)).toEqual({ kind: 'open' });
  expect(nextChange(asksOf(slow, own, 62_000))).toBe(181_000);
  expect(nextChange({ kind: 'locked' })).toBeNull();
});

test('a wait is told in seconds, a long one in minutes, and never too short', () => {
  expect(waitOf(0)).toEqual({ unit: 'second', count: 1 });
  expect(waitOf(1001)).toEqual({ unit: 'second', count: 2 });
  expect(waitOf(89_000)).toEqual({ unit: 'second', count: 89 });
  expect(waitOf(121_000)).toEqual({ unit: 'minute', count: 3 });
});
