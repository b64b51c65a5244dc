import { QuestionId } from '@bedside/shared/ids.ts';
import { expect, it } from 'vitest';
import type { PendingRow } from './desk-state.ts';
import { extend, nonePicked, pickedRows, toggle } from './picked.ts';

const id = (n: number) => QuestionId.parse(`question-${n}`);
const row = (n: number, state: PendingRow['state'] = 'open'): PendingRow => ({
  question: { id: id(n), text: `Question ${n}`, name: null, status: 'pending', votes: 0, askedAt: n, answeredAt: null },
  state,
});
const rows = [row(1), row(2), row(3, 'colleague'), row(4)];

it('picks one and lets go of it', () => {
  const one = toggle(nonePicked, id(2));
  expect([...one]).toEqual([id(2)]);
  expect(toggle(one, id(2)).size).toBe(0);
});

it('extends in both directions, over what can not be decided on', () => {
  expect([...extend(nonePicked, rows, id(1), id(4))]).toEqual([id(1), id(2), id(4)]);
  expect([...extend(nonePicked, rows, id(4), id(2))]).toEqual([id(2), id(4)]);
  expect(extend(nonePicked, rows, id(1), id(9))).toBe(nonePicked);
});

it('forgets what left the list', () => {
  const picked = new Set([id(1), id(3), id(4), id(9)]);
  expect(pickedRows(picked, rows).map(({ question }) => question.id)).toEqual([id(1), id(4)]);
});
