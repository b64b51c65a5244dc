import { expect, test } from 'vitest';
import { QuestionView } from '@bedside/shared/view.ts';
import { freeList, holdList } from './held-list.ts';

const question = (id: string, text = `now ${id}`): QuestionView =>
  QuestionView.parse({ id: id.padStart(12, 'x'), text, name: 'Rosa', status: 'approved', votes: 1, askedAt: 1, answeredAt: null });
const rows = (...ids: string[]) => ids.map((id) => question(id));

test('a held list keeps its order, with the newest content of each row', () => {
  const next = rows('b', 'a');
  const held = holdList([question('a', 'old a'), ...rows('b')], next, next);
  expect(held.rows.map(({ row }) => row)).toEqual(rows('a', 'b'));
  expect(held.stale).toBe(true);
});

test('what left keeps its place, what is new waits', () => {
  const next = rows('d', 'a', 'c', 'e');
  const held = holdList(rows('a', 'b', 'c'), next, next);
  expect(held.rows.map(({ row, gone }) => [row.id.at(-1), gone])).toEqual([
    ['a', false],
    ['b', true],
    ['c', false],
  ]);
  expect(held).toMatchObject({ fresh: 2, stale: true });
});

test('[Q6] [M4] what left the view keeps its place without its words, what only left the list keeps them', () => {
  const noted: QuestionView = { ...question('b', 'नमस्ते, is it safe?\nReally?'), reason: 'other', note: 'Call us.' };
  const next = rows('a');
  const [, gone] = holdList([...next, noted], next, next).rows;
  expect(gone?.gone).toBe(true);
  expect(gone?.row.text?.trim()).toBe('');
  expect(gone?.row.text).toHaveLength(noted.text?.length ?? 0);
  expect(gone?.row.name).toBe('');
  expect(gone?.row).not.toHaveProperty('note');
  expect(gone?.row).not.toHaveProperty('reason');
  expect(holdList([...next, noted], next, [...next, noted]).rows[1]).toEqual({ row: noted, gone: true });
});

test('nothing changed, nothing to show', () => {
  expect(holdList(rows('a', 'b'), rows('a', 'b'), rows('a', 'b'))).toMatchObject({ fresh: 0, stale: false });
  expect(freeList(rows('a'))).toMatchObject({ fresh: 0, stale: false });
});
