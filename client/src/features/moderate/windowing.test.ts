import fc from 'fast-check';
import { expect, it } from 'vitest';
import { windowOf } from './windowing.ts';

it('renders what is in sight and a little around', () => {
  expect(windowOf({ top: 0, height: 600, rowHeight: 100, count: 500 })).toEqual({ from: 0, to: 12 });
  expect(windowOf({ top: 10_000, height: 600, rowHeight: 100, count: 500 })).toEqual({ from: 94, to: 112 });
  expect(windowOf({ top: 49_700, height: 600, rowHeight: 100, count: 500 })).toEqual({ from: 491, to: 500 });
});

it('covers all that is in sight, and never a row that is not there', () => {
  const sizes = [fc.integer({ min: -5000, max: 90_000 }), fc.nat(2000), fc.integer({ min: 20, max: 300 }), fc.nat(800)] as const;
  const covers = fc.property(...sizes, (top, height, rowHeight, count) => {
    const { from, to } = windowOf({ top, height, rowHeight, count });
    expect(0 <= from && from <= to && to <= count).toBe(true);
    const isSeen = (row: number) => row * rowHeight < top + height && (row + 1) * rowHeight > top;
    const rows = Array.from({ length: count }, (_, row) => row);
    expect(rows.filter((row) => isSeen(row) && (row < from || row >= to))).toEqual([]);
  });
  fc.assert(covers);
});
