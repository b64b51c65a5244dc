import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { QuestionId } from '@bedside/shared/ids.ts';
import type { QuestionView } from '@bedside/shared/view.ts';
import { announce } from '../../ui/announce.ts';
import { newlyAsking } from '../../help/confirming.ts';
import { newsOf } from './own-news.ts';

type Calling = {
  /** Where help is was read for all of a question's signs before it was sent. */
  covers(question: QuestionView): boolean;
  /** A question's signs were found by the server alone: its card has to come into view (rule F5). */
  onCall(id: QuestionId): void;
};

/** Has a screen reader say what became of one's own questions when it changes. */
export function useOwnNews(questions: readonly QuestionView[], { covers, onCall }: Calling): void {
  const { t } = useTranslation('watch');
  const before = useRef<ReadonlyMap<QuestionId, QuestionView> | null>(null);
  useEffect(() => {
    const known = before.current;
    before.current = new Map(questions.map((question) => [question.id, question]));
    if (!known) return;
    for (const question of questions) {
      const old = known.get(question.id);
      const news = old && newsOf(old, question);
      if (news) announce(t(news));
    }
    const calling = newlyAsking(known, questions).find((question) => !covers(question));
    if (!calling) return;
    announce(t('announce.ownUrgent'), 'assertive');
    onCall(calling.id);
  }, [questions, covers, onCall, t]);
}
