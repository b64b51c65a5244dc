import { QuestionId } from '@bedside/shared/ids.ts';
import type { QuestionView } from '@bedside/shared/view.ts';
import { expect, it } from 'vitest';
import { createSimilarPool } from './similar-pool.ts';

const question = (n: number, more: Partial<QuestionView> = {}): QuestionView => ({
  id: QuestionId.parse(`question-${n}`),
  text: `Question ${n}`,
  name: null,
  status: 'pending',
  votes: 0,
  askedAt: n,
  answeredAt: null,
  ...more,
});

it('[D1] [Q6] holds what another question can be merged into, as it reads now, and nothing that was taken back', async () => {
  const texts = new Map<string, string>();
  const puts: string[] = [];
  const pool = createSimilarPool({
    put(id, text) {
      texts.set(id, text);
      puts.push(text);
    },
    remove: (id) => texts.delete(id),
    find: (_, options) => [...texts.keys()].filter((id) => id !== options?.except).map((id) => ({ id, score: 1 })),
  });
  const [a, b] = [question(1), question(2, { status: 'answered' })];
  expect(await pool.find(a, [a, b, question(3, { status: 'declined' }), question(4, { text: null })])).toEqual([b.id]);
  const edited = question(2, { status: 'answered', text: 'Question two' });
  await pool.find(a, [a, edited]);
  expect(puts).toEqual(['Question 1', 'Question 2', 'Question two']);
  expect(await pool.find(a, [a])).toEqual([]);
  expect([...texts.values()]).toEqual(['Question 1']);
});
