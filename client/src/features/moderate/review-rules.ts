import type { ReviewPolicy } from '@bedside/shared/commands.ts';
import { isWaiting } from '@bedside/shared/ordering.ts';
import type { Role } from '@bedside/shared/roles.ts';
import type { QuestionView } from '@bedside/shared/view.ts';

/** Who sits at the desk: what decides which actions are offered. The server decides anew. */
export type Reviewer = { role: Role; policy: ReviewPolicy };

type Marked = Pick<QuestionView, 'status' | 'redFlags' | 'abuse'>;

const hasFlags = ({ redFlags }: Pick<QuestionView, 'redFlags'>) => Boolean(redFlags?.length);

/** What leads a waiting question on: making it public, passing it to a clinician, or nothing that this person may do (rule M7). */
export function forward(question: Marked, { role, policy }: Reviewer): 'approve' | 'clinician' | 'none' {
  if (!isWaiting(question)) return 'none';
  if (role === 'reviewer') return 'approve';
  if (question.status === 'in-review') return 'none';
  return policy === 'all' || (policy === 'flagged' && hasFlags(question)) ? 'clinician' : 'approve';
}

/** Whether this person can decide at all on a waiting question (rule M7). */
export function canDecide(question: Pick<QuestionView, 'status'>, { role }: Pick<Reviewer, 'role'>): boolean {
  return question.status === 'pending' || (question.status === 'in-review' && role === 'reviewer');
}

/** Which of many can take each decision at once (rule M9): what has red flags or marks of abuse is read one by one. */
export function bulkChoices(questions: readonly QuestionView[], reviewer: Reviewer) {
  const open = questions.filter((question) => canDecide(question, reviewer));
  return {
    approve: open.filter((each) => forward(each, reviewer) === 'approve' && !hasFlags(each) && !each.abuse?.length),
    decline: open,
    send: open.filter(({ status }) => status === 'pending'),
    /** Left out of an approval for what they are marked with. */
    heldBack: open.filter((each) => hasFlags(each) || Boolean(each.abuse?.length)).length,
  };
}
