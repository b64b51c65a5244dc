import type { CaptionLine } from '@bedside/shared/captions/captions.ts';
import { expect, it } from 'vitest';
import { arrive, beginOnScreen, cleared, staysMs } from './on-screen.ts';

const line = (id: number, at = 0, text = 'Good evening.'): CaptionLine => ({ id, at, source: 'service', text });

it('[L12] who begins to read sees what was said just before', () => {
  expect(beginOnScreen([line(1, 1000), line(2, 95_000), line(3, 96_000), line(4, 97_000)], 100_000)).toEqual({ ids: [3, 4], seen: 4 });
  expect(beginOnScreen([line(1, 1000)], 100_000)).toEqual({ ids: [], seen: 1 });
  expect(beginOnScreen([], 100_000)).toEqual({ ids: [], seen: 0 });
});

it('[L12] two lines show, the newest last; what was there before does not come back', () => {
  const first = arrive({ ids: [], seen: 4 }, [line(3), line(4), line(5)]);
  expect(first).toEqual({ ids: [5], seen: 5 });
  const second = arrive(first, [line(4), line(5), line(6)]);
  expect(second.ids).toEqual([5, 6]);
  expect(arrive(second, [line(5), line(6)])).toBe(second);
  expect(arrive(cleared(second), [line(6), line(7)])).toEqual({ ids: [7], seen: 7 });
});

it('[L12] lines stay as long as reading takes', () => {
  expect(staysMs([line(1)])).toBe(4000);
  expect(staysMs([line(1, 0, 'x'.repeat(90))])).toBe(6000);
  expect(staysMs([line(1, 0, 'x'.repeat(500))])).toBe(10_000);
});
