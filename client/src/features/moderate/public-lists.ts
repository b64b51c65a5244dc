import { isPublicStatus, queue } from '@bedside/shared/ordering.ts';
import type { QuestionView } from '@bedside/shared/view.ts';

export const publicTabs = ['queue', 'newest', 'answered', 'attention', 'declined', 'merged'] as const;
export type PublicTab = (typeof publicTabs)[number];

/** Rows of one list at a time: more is a wish for the filter, or for the button at the end. */
export const PAGE_ROWS = 50;

const newestFirst = (a: QuestionView, b: QuestionView) => b.askedAt - a.askedAt || (a.id < b.id ? -1 : 1);

/** One list of what has been screened, in its order (rules Q8 to Q10; all others the newest first). */
export function publicList(questions: readonly QuestionView[], tab: PublicTab): QuestionView[] {
  if (tab === 'queue') return queue(questions, 'top');
  if (tab === 'newest' || tab === 'answered') return queue(questions, tab);
  if (tab === 'attention') return questions.filter((question) => isPublic(question) && needsAttention(question)).toSorted(newestFirst);
  return questions.filter(({ status }) => status === tab).toSorted(newestFirst);
}

/** Reported by viewers, or objected to by who asked it. */
export function needsAttention({ reports, objected }: Pick<QuestionView, 'reports' | 'objected'>): boolean {
  return Boolean(reports?.length) || objected === true;
}

/** Rule Q12. */
export function isPublic({ status }: Pick<QuestionView, 'status'>): boolean {
  return isPublicStatus(status);
}
