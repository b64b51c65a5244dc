import type { AuditRow } from '@bedside/shared/audit.ts';
import { QuestionId } from '@bedside/shared/ids.ts';
import { expect, it } from 'vitest';
import { aboutQuestion, BUT_CLAIMS, choices, matching, readQuery, shortId, writeQuery } from './filter.ts';

const [first, second] = [QuestionId.parse('question-one'), QuestionId.parse('question-two')];

const row = (seq: number, actor: string, act: string, questionId?: QuestionId, details: AuditRow['details'] = {}): AuditRow => ({
  seq,
  at: seq,
  role: actor.split(' ')[0] ?? '',
  actor,
  act,
  ...(questionId && { questionId }),
  details,
  hash: '',
});

const rows = [
  row(1, 'moderator 1', 'session-opened'),
  row(2, 'viewer', 'question-submitted', first),
  row(3, 'viewer', 'question-submitted', second),
  row(4, 'screener 2', 'question-approved', first),
  row(5, 'moderator 1', 'question-merged', second, { into: first }),
];
const seqs = (found: readonly AuditRow[]) => found.map(({ seq }) => seq);

it('[U3] finds by who and by what', () => {
  expect(seqs(matching(rows, { actor: null, act: null }))).toEqual([1, 2, 3, 4, 5]);
  expect(seqs(matching(rows, { actor: 'moderator 1', act: null }))).toEqual([1, 5]);
  expect(seqs(matching(rows, { actor: null, act: 'question-submitted' }))).toEqual([2, 3]);
  expect(seqs(matching(rows, { actor: 'moderator 1', act: 'question-submitted' }))).toEqual([]);
  expect([...choices(rows, 'actor')]).toEqual([
    ['moderator 1', 2],
    ['viewer', 2],
    ['screener 2', 1],
  ]);
});

it('[U3] leaves out who looked at what', () => {
  const claimed = row(6, 'screener 2', 'question-claimed', second);
  const released = row(7, 'screener 2', 'question-released', second);
  expect(seqs(matching([...rows, claimed, released], { actor: 'screener 2', act: null }))).toEqual([4, 6, 7]);
  expect(seqs(matching([...rows, claimed, released], { actor: 'screener 2', act: BUT_CLAIMS }))).toEqual([4]);
});

it("[U3] a question's story has what was merged into it", () => {
  expect(seqs(aboutQuestion(rows, null))).toEqual([1, 2, 3, 4, 5]);
  expect(seqs(aboutQuestion(rows, first))).toEqual([2, 4, 5]);
  expect(seqs(aboutQuestion(rows, second))).toEqual([3, 5]);
});

it('what is looked at is in the address, and nonsense there is nothing', () => {
  const all = { order: 'newest', actor: null, act: null, questionId: null } as const;
  expect(writeQuery(all)).toBe('');
  const some = { order: 'oldest', actor: 'moderator 1', act: 'question-approved', questionId: first } as const;
  expect(readQuery(new URLSearchParams(writeQuery(some)))).toEqual(some);
  expect(readQuery(new URLSearchParams('order=sideways&question=%2F%2F&actor=&act='))).toEqual(all);
});

it('shortens long ids only', () => {
  expect(shortId('x7YqPZ3mA0b1c2d3e4f5g6')).toBe('x7YqPZ3m…');
  expect(shortId('inhaler')).toBe('inhaler');
});
