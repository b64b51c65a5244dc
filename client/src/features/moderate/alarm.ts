import { isWaiting } from '@bedside/shared/ordering.ts';
import type { QuestionView } from '@bedside/shared/view.ts';

/** Waiting questions with red flags, the latest last. */
export function flagged(questions: readonly QuestionView[]): QuestionView[] {
  return questions.filter((question) => isWaiting(question) && question.redFlags?.length).toSorted((a, b) => a.askedAt - b.askedAt);
}

/** Those that nobody was told of yet. One that came back by an undo was told of before. */
export function unheard<T extends { id: string }>(heard: ReadonlySet<string>, questions: readonly T[]): T[] {
  return questions.filter(({ id }) => !heard.has(id));
}
