import type { QuestionView } from '@bedside/shared/view.ts';

export type HeldBack = QuestionView & { restriction: NonNullable<QuestionView['restriction']> };

/** Those who are held back now (rule H2), each by the latest question of theirs, the one held back for longest last. */
export function heldBack(questions: readonly QuestionView[], now: number): HeldBack[] {
  const byAsker = new Map<number, HeldBack>();
  for (const question of questions) {
    const { asker, restriction } = question;
    if (asker === undefined || !restriction || (restriction.until ?? Infinity) <= now) continue;
    const known = byAsker.get(asker);
    if (!known || known.askedAt < question.askedAt) byAsker.set(asker, { ...question, restriction });
  }
  return [...byAsker.values()].toSorted(
    (a, b) => (a.restriction.until ?? Infinity) - (b.restriction.until ?? Infinity) || b.askedAt - a.askedAt,
  );
}
