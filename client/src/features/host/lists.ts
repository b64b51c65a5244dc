import { queue } from '@bedside/shared/ordering.ts';
import type { QuestionView } from '@bedside/shared/view.ts';

export type ListName = 'next' | 'newest' | 'answered' | 'aside';
export type Lists = Record<ListName, QuestionView[]>;

/** The doctor's four lists. What was set aside has a list of its own, so that it never stands among what comes next. */
export function listsOf(questions: readonly QuestionView[]): Lists {
  const top = queue(questions, 'top');
  return {
    next: top.filter(({ status }) => status === 'approved'),
    newest: queue(questions, 'newest').filter(({ status }) => status === 'approved'),
    answered: queue(questions, 'answered'),
    aside: top.filter(({ status }) => status === 'skipped'),
  };
}

/** Code points beyond which a question in a list is shown in part until asked for. */
const LONG = 240;

export function isLong(text: string | null): boolean {
  // Counting UTF-16 units first spares most texts the spread.
  return text !== null && text.length > LONG && [...text].length > LONG;
}

export type TextSize = 'short' | 'medium' | 'long';

/** How large the question that is being answered can be and still fit beside what comes next. */
export function textSize(text: string | null): TextSize {
  const length = text?.length ?? 0;
  if (length <= 110) return 'short';
  return length <= 260 ? 'medium' : 'long';
}
