import { QuestionId } from '@bedside/shared/ids.ts';
import type { QuestionStatus, QuestionView } from '@bedside/shared/view.ts';
import { expect, it } from 'vitest';
import { isPublic, publicList } from './public-lists.ts';

const row = (n: number, status: QuestionStatus, votes = 0): QuestionView => ({
  id: QuestionId.parse(`question-${n}`),
  text: `Question ${n}`,
  name: null,
  status,
  votes,
  askedAt: n,
  answeredAt: status === 'answered' ? n : null,
});
const questions = [
  row(1, 'approved'),
  row(2, 'approved', 5),
  row(3, 'skipped', 9),
  row(4, 'declined'),
  row(5, 'declined'),
  row(6, 'answered'),
  row(7, 'pending'),
];
const ids = (tab: Parameters<typeof publicList>[1]) => publicList(questions, tab).map(({ askedAt }) => askedAt);

it('[Q8] [Q9] [Q10] orders each list as everybody sees it, and the declined ones newest first', () => {
  expect(ids('queue')).toEqual([2, 1, 3]);
  expect(ids('newest')).toEqual([3, 2, 1]);
  expect(ids('answered')).toEqual([6]);
  expect(ids('declined')).toEqual([5, 4]);
});

it('[Q12] lets only what is public be pinned', () => {
  expect(questions.filter(isPublic).map(({ askedAt }) => askedAt)).toEqual([1, 2, 3, 6]);
});
