import type { QuestionStatus, QuestionView } from '@bedside/shared/view.ts';

const byStatus = {
  'in-review': 'announce.inReview',
  merged: 'announce.merged',
  approved: 'announce.approved',
  declined: 'announce.declined',
  answering: 'announce.ownAnswering',
  answered: 'announce.answered',
} as const satisfies Partial<Record<QuestionStatus, string>>;

const isNews = (status: QuestionStatus): status is keyof typeof byStatus => status in byStatus;

export type OwnNews = (typeof byStatus)[keyof typeof byStatus] | 'announce.replied' | 'announce.edited' | 'announce.nameHidden';

type Row = Pick<QuestionView, 'status' | 'reply' | 'text' | 'edited' | 'nameHidden'>;

/** What became of one's own question, for a screen reader to say; the weightiest where it is more than one thing. */
export function newsOf(old: Row, { status, reply, text, edited, nameHidden }: Row): OwnNews | null {
  if (old.status !== status && isNews(status)) return byStatus[status];
  if (reply !== undefined && old.reply !== reply) return 'announce.replied';
  if (edited && old.text !== text) return 'announce.edited';
  return nameHidden && !old.nameHidden ? 'announce.nameHidden' : null;
}
