import { expect, test } from 'vitest';
import { elapsed, isoDuration, relativeTime, timeOrDay } from './time.ts';

const MINUTE = 60_000;
const now = Date.UTC(2026, 10, 24, 18);

test.each([
  [-20_000, 'now'],
  [20_000, 'now'],
  [-5 * MINUTE, '5 minutes ago'],
  [12.5 * MINUTE, 'in 12 minutes'],
  [-90 * MINUTE, '1 hour ago'],
  [47 * 60 * MINUTE, 'tomorrow'],
])('%i ms from now is "%s"', (gap, words) => {
  expect(relativeTime(now + gap, now, 'en', 'now')).toBe(words);
});

test('time since live counts in seconds, then hours, and never below zero', () => {
  expect([elapsed(-5), elapsed(7_900), elapsed(754_000), elapsed(3_844_000)]).toEqual(['0:00', '0:07', '12:34', '1:04:04']);
  expect(isoDuration(3_844_000)).toBe('PT1H4M4S');
});

test('a time of today stands alone', () => {
  const now = new Date(2026, 10, 24, 12).getTime();
  expect(timeOrDay(new Date(2026, 10, 24, 18, 5).getTime(), now, 'en-GB')).toBe('18:05');
  expect(timeOrDay(new Date(2026, 10, 25, 18, 5).getTime(), now, 'en-GB')).toContain('25 Nov');
});
