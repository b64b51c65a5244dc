import { useTranslation } from 'react-i18next';
import type { Restriction, SessionCommand } from '@bedside/shared/commands.ts';
import type { QuestionId } from '@bedside/shared/ids.ts';
import type { QuestionView, SessionView } from '@bedside/shared/view.ts';
import { announce } from '../../ui/announce.ts';
import { showToast } from '../../ui/toasts.ts';
import type { DeskModel } from './use-desk.ts';

/** Commands on one question, or on the session, that are no decision of the review: each says what became of it. */
export function useQuestionActions(desk: DeskModel, session: SessionView) {
  const { t } = useTranslation(['moderate', 'common']);

  async function tell(command: SessionCommand, done: string | null): Promise<boolean> {
    const answer = await desk.send(command);
    if (!answer.ok) showToast({ tone: 'danger', text: t(`common:error.${answer.error.code}`) });
    else if (done) announce(done);
    return answer.ok;
  }
  const on = ({ id }: QuestionView) => ({ questionId: id });

  return {
    tell: (command: SessionCommand) => void tell(command, null),
    pin(question: QuestionView) {
      const isPinned = session.pinnedId === question.id;
      void tell({ type: isPinned ? 'unpin-question' : 'pin-question', ...on(question) }, t(isPinned ? 'public.unpinned' : 'public.pinned'));
    },
    reply: (question: QuestionView, text: string, seen: number) =>
      tell({ type: 'reply-to-asker', ...on(question), text, seen }, t('write.reply.sent')),
    answer: (question: QuestionView, text: string, seen: number) =>
      tell({ type: 'publish-answer', ...on(question), text, seen }, t('write.answer.sent')),
    takeAnswerBack: (question: QuestionView) => void tell({ type: 'requeue-question', ...on(question) }, t('public.answerErased')),
    restrict: (question: QuestionView, restriction: Restriction) =>
      void tell({ type: 'restrict-asker', ...on(question), restriction }, t(`restrict.done.${restriction}`)),
    lift: (questionId: QuestionId) => void tell({ type: 'lift-restriction', questionId }, t('restrict.lifted')),
    eraseOriginal: (question: QuestionView) => void tell({ type: 'erase-original', ...on(question) }, t('original.done')),
    dismissReports: (question: QuestionView) => void tell({ type: 'dismiss-reports', ...on(question) }, t('public.dismissed')),
    saveReply: (text: string) => void tell({ type: 'save-reply', text }, t('replies.saved')),
    introduce: (name: string) => void tell({ type: 'introduce-self', name }, t('name.saved')),
  };
}

export type QuestionActions = ReturnType<typeof useQuestionActions>;
