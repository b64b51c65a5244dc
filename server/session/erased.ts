import type { TextId } from '@bedside/shared/ids.ts';
import type { Fact } from './events.ts';
import type { State } from './state.ts';

/**
 * The texts that a fact takes with it for good, told of the state before it (rules Q6, M4 and A9): all that was
 * written of a question that is withdrawn, and the note of a decline that is taken back, which no state names afterwards.
 */
export function erasedBy(state: State, fact: Fact): TextId[] {
  if (fact.type !== 'question-withdrawn' && fact.type !== 'review-undone') return [];
  const question = state.questions.get(fact.questionId);
  if (!question) return [];
  const { text, name, note } = question;
  return (fact.type === 'question-withdrawn' ? [text, name, note] : [note]).filter((id) => id !== null);
}
