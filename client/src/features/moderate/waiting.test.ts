import { expect, it } from 'vitest';
import { paceOf, waitText } from './waiting.ts';

const minutes = (count: number) => count * 60_000;

it('calls a wait slow from two minutes, late from five', () => {
  expect([0, minutes(2) - 1, minutes(2), minutes(5) - 1, minutes(5)].map(paceOf)).toEqual(['fine', 'fine', 'slow', 'slow', 'late']);
});

it('tells a wait in whole minutes and hours', () => {
  expect(waitText(-5000, 'en', 'just now')).toBe('just now');
  expect(waitText(minutes(1) - 1, 'en', 'just now')).toBe('just now');
  expect(waitText(minutes(3.9), 'en', 'just now')).toBe('3 min');
  expect(waitText(minutes(60), 'en', 'just now')).toBe('1 hr');
  expect(waitText(minutes(125), 'en', 'just now')).toBe('2 hr 5 min');
});
