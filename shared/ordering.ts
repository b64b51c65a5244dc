import type { QuestionStatus, QuestionView } from './view.ts';

export type QueueOrder = 'top' | 'newest' | 'answered';

type Row = Pick<QuestionView, 'id' | 'votes' | 'askedAt' | 'answeredAt' | 'status'>;
type Compare = (a: Row, b: Row) => number;

// Ids break ties so that every client and the server agree on one order.
const byId: Compare = (a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0);
const skippedLast: Compare = (a, b) => Number(a.status === 'skipped') - Number(b.status === 'skipped');

const compare: Record<QueueOrder, Compare> = {
  top: (a, b) => skippedLast(a, b) || b.votes - a.votes || a.askedAt - b.askedAt || byId(a, b),
  newest: (a, b) => b.askedAt - a.askedAt || byId(a, b),
  answered: (a, b) => (b.answeredAt ?? 0) - (a.answeredAt ?? 0) || byId(a, b),
};

/** The questions of one list in its order (rules Q8 to Q10). `top` and `newest` hold what waits for an answer. */
export function queue<T extends Row>(questions: readonly T[], order: QueueOrder): T[] {
  const inList =
    order === 'answered' ? (row: T) => row.status === 'answered' : (row: T) => row.status === 'approved' || row.status === 'skipped';
  return questions.filter(inList).toSorted(compare[order]);
}

/** What everybody may see (rules M1, Q4). */
export const isPublicStatus = (status: QuestionStatus): boolean =>
  status === 'approved' || status === 'answering' || status === 'answered' || status === 'skipped';

export const isWaiting = (row: Pick<QuestionView, 'status'>): boolean => row.status === 'pending' || row.status === 'in-review';

type WaitingRow = Row & Pick<QuestionView, 'redFlags' | 'objected'>;
const urgency = (row: WaitingRow) => (row.redFlags?.length ? 0 : row.objected ? 1 : 2);

type HandRow = { id: string; raisedAt: number; redFlags?: readonly unknown[] | undefined };

/** Hands that are up: red flags first, then the oldest (rule F6). */
export function raisedHands<T extends HandRow>(hands: readonly T[]): T[] {
  const flags = ({ redFlags }: T) => (redFlags?.length ? 0 : 1);
  return hands.toSorted((a, b) => flags(a) - flags(b) || a.raisedAt - b.raisedAt || (a.id < b.id ? -1 : 1));
}

/** What waits for a moderator or a clinician: red flags first, then what its asker objects to, then the oldest (rule M6). */
export function pendingQueue<T extends WaitingRow>(questions: readonly T[]): T[] {
  return questions.filter(isWaiting).toSorted((a, b) => urgency(a) - urgency(b) || a.askedAt - b.askedAt || byId(a, b));
}
