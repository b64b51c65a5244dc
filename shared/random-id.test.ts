import { afterEach, expect, it, vi } from 'vitest';
import { newCommandId } from './random-id.ts';

afterEach(() => {
  vi.useRealTimers();
});

it('gives commands ids of which none is like another, in the order of their time', () => {
  vi.useFakeTimers({ now: 0 });
  const ids = [0, 1, 35, 36, 1_800_000_000_000, 1_800_000_000_001].map((time) => {
    vi.setSystemTime(time);
    return newCommandId();
  });
  expect(ids.toSorted()).toEqual(ids);
  expect(new Set(Array.from({ length: 1000 }, newCommandId)).size).toBe(1000);
});
