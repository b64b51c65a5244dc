import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { QuestionStatus, QuestionView } from '@bedside/shared/view.ts';
import { announce } from '../../ui/announce.ts';

const news = {
  'in-review': 'announce.inReview',
  merged: 'announce.merged',
  approved: 'announce.approved',
  declined: 'announce.declined',
  answering: 'announce.ownAnswering',
  answered: 'announce.answered',
} as const satisfies Partial<Record<QuestionStatus, string>>;

const isNews = (status: QuestionStatus): status is keyof typeof news => status in news;

/** Has a screen reader say what became of one's own questions when it changes. */
export function useOwnNews(questions: readonly QuestionView[]): void {
  const { t } = useTranslation('watch');
  const before = useRef<ReadonlyMap<string, QuestionView> | null>(null);
  useEffect(() => {
    const known = before.current;
    before.current = new Map(questions.map((question) => [question.id, question]));
    if (!known) return;
    for (const { id, status, reply, original, text } of questions) {
      const old = known.get(id);
      if (!old) continue;
      if (old.status !== status && isNews(status)) announce(t(news[status]));
      else if (reply !== undefined && old.reply !== reply) announce(t('announce.replied'));
      else if (original !== undefined && old.text !== text) announce(t('announce.edited'));
    }
  }, [questions, t]);
}
