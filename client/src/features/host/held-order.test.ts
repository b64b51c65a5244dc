import { describe, expect, it } from 'vitest';
import { QuestionId } from '@bedside/shared/ids.ts';
import type { QuestionView } from '@bedside/shared/view.ts';
import { hold, release } from './held-order.ts';

const question = (id: string, votes = 0): QuestionView => ({
  id: QuestionId.parse(`question-${id}`),
  text: `Question ${id}?`,
  name: null,
  status: 'approved',
  votes,
  askedAt: 0,
  answeredAt: null,
});
const known = (list: readonly QuestionView[]) => new Set<string>(list.map(({ id }) => id));
const ids = (list: { rows: readonly { question: QuestionView }[] }) => list.rows.map(({ question: { id } }) => id.slice(-1)).join('');

describe('a held list', () => {
  const before = [question('a', 3), question('b', 2), question('c', 1)];

  it('keeps every row in its place when votes overtake, and shows the new votes', () => {
    const held = hold(release(before), [question('c', 9), question('a', 3), question('b', 2)], known(before));
    expect(ids(held)).toBe('abc');
    expect(held.rows[2]?.question.votes).toBe(9);
    expect(held).toMatchObject({ arrivals: 0, stale: true });
  });

  it('counts arrivals instead of inserting them', () => {
    const held = hold(release(before), [question('z', 20), ...before], known(before));
    expect(ids(held)).toBe('abc');
    expect(held).toMatchObject({ arrivals: 1, stale: true });
  });

  it('keeps the row of a question that left', () => {
    const held = hold(release(before), [question('b', 2), question('c', 1)], known(before));
    expect(held.rows.map(({ gone }) => gone)).toEqual([true, false, false]);
  });

  it('is not stale while nothing would change, also when it shows the first few only', () => {
    const top = release(before, 2);
    expect(ids(top)).toBe('ab');
    expect(hold(top, before, known(before))).toMatchObject({ arrivals: 0, stale: false });
  });
});
