import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { QuestionStatus, QuestionView } from '@bedside/shared/view.ts';
import { announce } from '../../ui/announce.ts';

const news = {
  approved: 'announce.approved',
  declined: 'announce.declined',
  answering: 'announce.ownAnswering',
  answered: 'announce.answered',
} as const satisfies Partial<Record<QuestionStatus, string>>;

const isNews = (status: QuestionStatus): status is keyof typeof news => status in news;

/** Has a screen reader say what became of one's own questions when it changes. */
export function useOwnNews(questions: readonly QuestionView[]): void {
  const { t } = useTranslation('watch');
  const before = useRef<ReadonlyMap<string, QuestionStatus> | null>(null);
  useEffect(() => {
    const known = before.current;
    before.current = new Map(questions.map(({ id, status }) => [id, status]));
    if (!known) return;
    for (const { id, status } of questions) {
      if (known.has(id) && known.get(id) !== status && isNews(status)) announce(t(news[status]));
    }
  }, [questions, t]);
}
