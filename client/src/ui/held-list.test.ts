import { expect, test } from 'vitest';
import { freeList, holdList } from './held-list.ts';

const rows = (...ids: string[]) => ids.map((id) => ({ id, text: `now ${id}` }));

test('a held list keeps its order, with the newest content of each row', () => {
  const held = holdList([{ id: 'a', text: 'old a' }, ...rows('b')], rows('b', 'a'));
  expect(held.rows.map(({ row }) => row)).toEqual([
    { id: 'a', text: 'now a' },
    { id: 'b', text: 'now b' },
  ]);
  expect(held.stale).toBe(true);
});

test('what left keeps its place, what is new waits', () => {
  const held = holdList(rows('a', 'b', 'c'), rows('d', 'a', 'c', 'e'));
  expect(held.rows.map(({ row, gone }) => [row.id, gone])).toEqual([
    ['a', false],
    ['b', true],
    ['c', false],
  ]);
  expect(held).toMatchObject({ fresh: 2, stale: true });
});

test('nothing changed, nothing to show', () => {
  expect(holdList(rows('a', 'b'), rows('a', 'b'))).toMatchObject({ fresh: 0, stale: false });
  expect(freeList(rows('a'))).toMatchObject({ fresh: 0, stale: false });
});
