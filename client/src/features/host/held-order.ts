import type { QuestionView } from '@bedside/shared/view.ts';

export type HeldRow = { question: QuestionView; /** It left the list; its row stays so that nothing moves. */ gone: boolean };

export type HeldList = {
  rows: readonly HeldRow[];
  /** Questions of the list that are not shown yet. */
  arrivals: number;
  /** Letting go would change something. */
  stale: boolean;
};

/** The list as it is. */
export function release(fresh: readonly QuestionView[], most = Infinity): HeldList {
  return { rows: fresh.slice(0, most).map((question) => ({ question, gone: false })), arrivals: 0, stale: false };
}

/**
 * The list as it stood in `shown`, row for row, with today's votes and texts: what a person is about to press
 * must not move away from under the pointer. `known` are the ids that the list had when the hold began.
 */
export function hold(shown: HeldList, fresh: readonly QuestionView[], known: ReadonlySet<string>): HeldList {
  const now = new Map(fresh.map((question) => [question.id, question]));
  const rows = shown.rows.map(({ question }) => {
    const current = now.get(question.id);
    return current ? { question: current, gone: false } : { question, gone: true };
  });
  const arrivals = fresh.filter(({ id }) => !known.has(id)).length;
  const moved = rows.some((row, place) => row.gone || row.question.id !== fresh[place]?.id);
  return { rows, arrivals, stale: moved || arrivals > 0 };
}
