import { QuestionId } from '@bedside/shared/ids.ts';
import type { QuestionView } from '@bedside/shared/view.ts';
import { expect, it } from 'vitest';
import { heldBack } from './held-back.ts';

const id = (n: number) => QuestionId.parse(`question-${n}`);
const question: QuestionView = {
  id: id(1),
  text: 'Is it catching?',
  name: null,
  status: 'declined',
  votes: 0,
  askedAt: 1,
  answeredAt: null,
};
const held = [
  { asker: 3, questionId: id(3), kind: 'ban' as const, until: null },
  { asker: 1, questionId: id(1), kind: 'mute' as const, until: null },
  { asker: 2, questionId: id(2), kind: 'remove' as const, until: 20 },
];

it('[H2] lists who is held back, whichever of their questions still shows', () => {
  expect(heldBack({ heldBack: held }, [question], 10).map(({ asker, question: shown }) => [asker, shown?.text ?? null])).toEqual([
    [2, null],
    [1, 'Is it catching?'],
    [3, null],
  ]);
});

it('[H2] names everybody once, with the strongest that holds', () => {
  const both = [held[2], { asker: 2, questionId: id(2), kind: 'mute' as const, until: null }].flatMap((each) => each ?? []);
  expect(heldBack({ heldBack: both }, [], 10).map(({ kind }) => kind)).toEqual(['remove']);
  expect(heldBack({ heldBack: both }, [], 20).map(({ kind }) => kind)).toEqual(['mute']);
});

it('[H2] leaves out whose time is over', () => {
  expect(heldBack({ heldBack: held }, [], 20).map(({ asker }) => asker)).toEqual([1, 3]);
});
