import type { ReviewPolicy } from '@bedside/shared/commands.ts';
import { isWaiting } from '@bedside/shared/ordering.ts';
import type { Role } from '@bedside/shared/roles.ts';
import type { QuestionView } from '@bedside/shared/view.ts';

/** Who sits at the desk: what decides which actions are offered. The server decides anew. */
export type Reviewer = { role: Role; policy: ReviewPolicy };

type Marked = Pick<QuestionView, 'status' | 'redFlags' | 'abuse' | 'objected' | 'clinical'>;

const hasFlags = ({ redFlags }: Pick<QuestionView, 'redFlags'>) => Boolean(redFlags?.length);

/** What leads a waiting question on: making it public, passing it to a clinician, or nothing that this person may do (rule M7). */
export function forward(question: Marked, { role, policy }: Reviewer): 'approve' | 'clinician' | 'none' {
  if (!isWaiting(question)) return 'none';
  if (role === 'reviewer') return 'approve';
  if (question.status === 'in-review') return 'none';
  return question.clinical || policy === 'all' || (policy === 'flagged' && hasFlags(question)) ? 'clinician' : 'approve';
}

/** Whether this person can decide at all on a waiting question (rule M7). */
export function canDecide(question: Pick<QuestionView, 'status'>, { role }: Pick<Reviewer, 'role'>): boolean {
  return question.status === 'pending' || (question.status === 'in-review' && role === 'reviewer');
}

/** Whether somebody has to read a question by itself before it is approved (rule M9). */
const isOfItsOwn = (question: Marked, isDrafted: boolean) =>
  hasFlags(question) || Boolean(question.abuse?.length) || question.objected === true || isDrafted;

/** Which of many can take each decision at once (rule M9). One with an edit that is not sent yet is not approved without it. */
export function bulkChoices(questions: readonly QuestionView[], reviewer: Reviewer, isDrafted: (question: QuestionView) => boolean) {
  const open = questions.filter((question) => canDecide(question, reviewer));
  const heldBack = open.filter((each) => isOfItsOwn(each, isDrafted(each)));
  return {
    approve: open.filter((each) => forward(each, reviewer) === 'approve' && !heldBack.includes(each)),
    decline: open,
    send: open.filter(({ status }) => status === 'pending'),
    /** How many are left out of an approval. */
    heldBack: heldBack.length,
  };
}
