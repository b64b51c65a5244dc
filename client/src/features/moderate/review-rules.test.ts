import { QuestionId } from '@bedside/shared/ids.ts';
import type { QuestionView } from '@bedside/shared/view.ts';
import { expect, it } from 'vitest';
import { bulkChoices, canDecide, forward } from './review-rules.ts';

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
const plain = question(1);
const flagged = question(2, { redFlags: ['chest-pain'] });
const inReview = question(3, { status: 'in-review' });
const rude = question(4, { abuse: ['insult'] });

it('[M7] leads to a clinician what the policy says, for all but clinicians', () => {
  for (const role of ['screener', 'moderator'] as const) {
    expect(forward(plain, { role, policy: 'never' })).toBe('approve');
    expect(forward(flagged, { role, policy: 'never' })).toBe('approve');
    expect(forward(plain, { role, policy: 'flagged' })).toBe('approve');
    expect(forward(flagged, { role, policy: 'flagged' })).toBe('clinician');
    expect(forward(plain, { role, policy: 'all' })).toBe('clinician');
    expect(forward(inReview, { role, policy: 'never' })).toBe('none');
    expect(forward(question(8, { clinical: true }), { role, policy: 'never' })).toBe('clinician');
  }
  for (const policy of ['never', 'flagged', 'all'] as const) {
    for (const each of [plain, flagged, inReview]) expect(forward(each, { role: 'reviewer', policy })).toBe('approve');
  }
});

it('[M7] leaves what is with a clinician to clinicians', () => {
  expect(canDecide(inReview, { role: 'screener' })).toBe(false);
  expect(canDecide(inReview, { role: 'reviewer' })).toBe(true);
  expect(canDecide(question(5, { status: 'approved' }), { role: 'reviewer' })).toBe(false);
});

it('[M9] approves none with red flags or abuse among many, and says how many those are', () => {
  const none = () => false;
  const ids = (rows: readonly QuestionView[]) => rows.map(({ id }) => id.slice(9)).join();
  const choices = bulkChoices([plain, flagged, inReview, rude], { role: 'screener', policy: 'never' }, none);
  expect([ids(choices.approve), ids(choices.decline), ids(choices.send), choices.heldBack]).toEqual(['1', '1,2,4', '1,2,4', 2]);
  expect(ids(bulkChoices([plain, inReview, rude], { role: 'reviewer', policy: 'all' }, none).approve)).toBe('1,3');
  expect(bulkChoices([plain], { role: 'screener', policy: 'all' }, none).approve).toEqual([]);
});

it('[M9] [M12] approves neither what its asker objects to nor what has an unsent edit among many', () => {
  const objected = question(6, { objected: true });
  const choices = bulkChoices([plain, objected, question(7)], { role: 'screener', policy: 'never' }, ({ id }) => id === plain.id);
  expect(choices.approve.map(({ id }) => id)).toEqual(['question-7']);
  expect(choices.heldBack).toBe(2);
});
