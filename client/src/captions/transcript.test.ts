import type { CaptionLine } from '@bedside/shared/captions/captions.ts';
import { expect, it } from 'vitest';
import { beginHeld, follow, type Held, prepend, replaceOlder } from './transcript.ts';

const lines = (from: number, to: number): CaptionLine[] =>
  Array.from({ length: to - from + 1 }, (_, at) => ({ id: from + at, at: 1, source: 'captioner', text: `line ${from + at}` }));
const ids = ({ older, last }: Held) => [...older, ...last].map(({ id }) => id);

it('[L6] what leaves the view stays held', () => {
  const held = follow(follow(beginHeld(lines(5, 8)), lines(6, 9)), lines(8, 11));
  expect(ids(held)).toEqual([5, 6, 7, 8, 9, 10, 11]);
  expect(held.more).toBeNull();
});

it('[L5] older ones come before, and none twice', () => {
  const held = prepend(follow(beginHeld(lines(5, 8)), lines(6, 9)), { lines: lines(2, 5), more: true });
  expect(ids(held)).toEqual([2, 3, 4, 5, 6, 7, 8, 9]);
  expect(held.more).toBe(true);
});

it('[R3] nothing is shown as if it followed where lines between are missing', () => {
  const held = follow(prepend(beginHeld(lines(5, 8)), { lines: lines(1, 4), more: false }), lines(20, 24));
  expect(ids(held)).toEqual([20, 21, 22, 23, 24]);
  expect(held.more).toBeNull();
});

it('[L7] closed, nothing is held', () => {
  expect(ids(follow(prepend(beginHeld(lines(5, 8)), { lines: lines(1, 4), more: false }), []))).toEqual([]);
});

it('[L6] what was read again takes the place of what was held', () => {
  const before = prepend(beginHeld(lines(5, 8)), { lines: lines(1, 4), more: false });
  const corrected = lines(1, 6).map((line) => ({ ...line, text: 'corrected' }));
  const held = replaceOlder(before, corrected.slice(1), false);
  expect(held.older.map(({ id, text }) => [id, text])).toEqual([2, 3, 4].map((id) => [id, 'corrected']));
});
