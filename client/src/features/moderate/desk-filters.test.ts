import { QuestionId } from '@bedside/shared/ids.ts';
import type { QuestionView } from '@bedside/shared/view.ts';
import { expect, it } from 'vitest';
import { filterCounts, filterTest, type Sight, splitQueue } from './desk-filters.ts';

const question = (n: number, more: Partial<QuestionView> = {}): QuestionView => ({
  id: QuestionId.parse(`question-${n}`),
  text: 'Can we keep our cat?',
  name: null,
  status: 'pending',
  votes: 0,
  askedAt: n,
  answeredAt: null,
  ...more,
});
const screener: Sight = { role: 'screener', policy: 'never', me: 1, now: 1000 };
const questions = [
  question(1, { claim: { by: 2, until: 2000 } }),
  question(2, { claim: { by: 1, until: 2000 }, personal: ['phone'] }),
  question(3, { claim: { by: 2, until: 500 }, redFlags: ['stroke'] }),
  question(4, { status: 'in-review', objected: true }),
  question(5, { reports: [{ reason: 'other', count: 2 }], abuse: ['slur'] }),
  question(6, { status: 'approved', redFlags: ['stroke'] }),
];

it('counts what waits by what each filter shows', () => {
  expect(filterCounts(questions, screener)).toEqual({
    ...{ todo: 4, flags: 1, clinician: 1, objected: 1, reported: 1, personal: 1, abuse: 1, free: 3, mine: 1, all: 5 },
  });
  expect(filterCounts(questions, { ...screener, role: 'reviewer' })).toMatchObject({ todo: 5, free: 4 });
  expect(questions.filter(filterTest('free', screener)).map(({ askedAt }) => askedAt)).toEqual([2, 3, 5]);
});

it('[M6] splits the work and still puts the urgent first for everybody', () => {
  const many = Array.from({ length: 300 }, (_, n) => question(n));
  many[200] = question(200, { redFlags: ['overdose'] });
  many[100] = question(100, { objected: true });
  const [one, two] = [splitQueue(1, 2)(many), splitQueue(2, 2)(many)];
  for (const each of [one, two]) {
    expect(each.slice(0, 2).map(({ askedAt }) => askedAt)).toEqual([200, 100]);
    expect(new Set(each).size).toBe(300);
  }
  const shareOf = (rows: readonly QuestionView[]) => new Set(rows.slice(2, 100).map(({ id }) => id));
  expect([...shareOf(one)].some((id) => shareOf(two).has(id))).toBe(false);
  expect(splitQueue(1, 1)(many)).toEqual(splitQueue(7, 1)(many));
});
