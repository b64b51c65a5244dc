import { QuestionId } from '@bedside/shared/ids.ts';
import type { QuestionView } from '@bedside/shared/view.ts';
import { expect, it } from 'vitest';
import { heldBack } from './held-back.ts';

const question = (id: string, over: Partial<QuestionView>): QuestionView => ({
  id: QuestionId.parse(`question-${id}`),
  text: id,
  name: null,
  status: 'approved',
  votes: 0,
  askedAt: 1,
  answeredAt: null,
  ...over,
});
const ids = (questions: readonly QuestionView[], now = 10) => heldBack(questions, now).map(({ id }) => id.slice(-2));

it('[H2] lists everybody who is held back once, by their latest question', () => {
  const restriction = { kind: 'ban' as const, until: null };
  const rows = [
    question('a1', { asker: 1, askedAt: 1, restriction }),
    question('a2', { asker: 1, askedAt: 5, restriction }),
    question('b1', { asker: 2 }),
    question('c1', { asker: 3, restriction: { kind: 'remove', until: 20 } }),
  ];
  expect(ids(rows)).toEqual(['c1', 'a2']);
});

it('[H2] leaves out whose time is over', () => {
  expect(ids([question('a1', { asker: 1, restriction: { kind: 'remove', until: 10 } })])).toEqual([]);
});
