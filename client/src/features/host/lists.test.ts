import { describe, expect, it } from 'vitest';
import { QuestionId } from '@bedside/shared/ids.ts';
import type { QuestionStatus, QuestionView } from '@bedside/shared/view.ts';
import { excerpt, isLong, listsOf, textSize } from './lists.ts';

const question = (id: string, status: QuestionStatus, votes = 0, askedAt = 0): QuestionView => ({
  id: QuestionId.parse(`question-${id}`),
  text: 'Is it safe?',
  name: null,
  status,
  votes,
  askedAt,
  answeredAt: status === 'answered' ? askedAt : null,
});
const ids = (list: readonly QuestionView[]) => list.map(({ id }) => id.slice(-1)).join('');

describe('the four lists', () => {
  const lists = listsOf([
    question('a', 'approved', 1, 10),
    question('b', 'approved', 7, 20),
    question('c', 'skipped', 90, 30),
    question('d', 'answering', 99, 40),
    question('e', 'answered', 3, 50),
  ]);

  it('[Q8] put the best next question first and keep what was set aside apart', () => {
    expect(ids(lists.next)).toBe('ba');
    expect(ids(lists.aside)).toBe('c');
  });

  it('[Q9][Q10] know the newest and the answered; the one being answered is in none', () => {
    expect(ids(lists.newest)).toBe('ba');
    expect(ids(lists.answered)).toBe('e');
    expect(
      Object.values(lists)
        .flat()
        .some(({ id }) => id.endsWith('d')),
    ).toBe(false);
  });
});

describe('long texts', () => {
  it('are measured in code points', () => {
    expect(isLong('😀'.repeat(200))).toBe(false);
    expect(isLong('a'.repeat(241))).toBe(true);
    expect(isLong(null)).toBe(false);
    expect([textSize('a'), textSize('a'.repeat(200)), textSize('a'.repeat(500))]).toEqual(['short', 'medium', 'long']);
  });

  it('are cut between letters, not within one', () => {
    expect(excerpt('😀😀😀', 2)).toBe('😀😀…');
    expect(excerpt('Is it safe?')).toBe('Is it safe?');
  });
});
