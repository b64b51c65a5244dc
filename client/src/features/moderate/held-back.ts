import type { QuestionView, SessionView } from '@bedside/shared/view.ts';

type Held = NonNullable<SessionView['heldBack']>[number];

/** Somebody who is held back now; the question by which they are named, unless its asker took it back. */
export type HeldBack = Held & { question: QuestionView | null };

/** Those who are held back now (rule H2), whose time is over soonest first. */
export function heldBack(
  { heldBack: held = [] }: Pick<SessionView, 'heldBack'>,
  questions: readonly QuestionView[],
  now: number,
): HeldBack[] {
  const end = ({ until }: Held) => until ?? Infinity;
  const holding = held.filter((each) => end(each) > now);
  return (
    holding
      // Of what somebody is held to, the strongest comes first.
      .filter((each, at) => holding.findIndex(({ asker }) => asker === each.asker) === at)
      .toSorted((a, b) => (end(a) === end(b) ? a.asker - b.asker : end(a) - end(b)))
      .map((each) => ({ ...each, question: questions.find(({ id }) => id === each.questionId) ?? null }))
  );
}
