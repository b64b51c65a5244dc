import { queue } from '@bedside/shared/ordering.ts';
import { textLength } from '@bedside/shared/text.ts';
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
  return text !== null && textLength(text) > LONG;
}

/** How large the question that is being answered can be and still leave room for what comes next. */
export function textSize(text: string | null): 'short' | 'medium' | 'long' {
  const length = textLength(text ?? '');
  if (length <= 110) return 'short';
  return length <= 260 ? 'medium' : 'long';
}

/** The beginning of a text, to name its buttons by. */
export function excerpt(text: string, most = 60): string {
  if (textLength(text) <= most) return text;
  return `${Array.from(text).slice(0, most).join('').trimEnd()}…`;
}
