import { queue } from '@bedside/shared/ordering.ts';
import type { QuestionView } from '@bedside/shared/view.ts';

export const publicTabs = ['queue', 'newest', 'answered', 'declined'] as const;
export type PublicTab = (typeof publicTabs)[number];

/** Rows of one list at a time: more is a wish for the filter, or for the button at the end. */
export const PAGE_ROWS = 100;

/** One list of what has been screened, in its order (rules Q8 to Q10; declined ones the newest first). */
export function publicList(questions: readonly QuestionView[], tab: PublicTab): QuestionView[] {
  if (tab === 'queue') return queue(questions, 'top');
  if (tab !== 'declined') return queue(questions, tab);
  return questions.filter(({ status }) => status === 'declined').toSorted((a, b) => b.askedAt - a.askedAt || (a.id < b.id ? -1 : 1));
}

/** Rule Q12. */
export function isPublic({ status }: Pick<QuestionView, 'status'>): boolean {
  return status === 'approved' || status === 'skipped' || status === 'answering' || status === 'answered';
}
