import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { QuestionId } from '@bedside/shared/ids.ts';
import type { QuestionView } from '@bedside/shared/view.ts';
import { useSend } from '../../net/session-context.tsx';
import { Button } from '../../ui/Button.tsx';
import { lazyPart } from '../../ui/lazy-part.tsx';
import { showToast } from '../../ui/toasts.ts';
import { OwnQuestion } from './OwnQuestion.tsx';
import styles from './OwnQuestions.module.css';

const WithdrawDialog = lazyPart(() => import('./WithdrawDialog.tsx').then((part) => part.WithdrawDialog));

// The newest ones; older ones are a press away, so that the queue stays in sight.
const SHOWN = 2;

type OwnQuestionsProps = {
  questions: readonly QuestionView[];
  /** Place in the queue, from 1. */
  placeOf(id: QuestionId): number | null;
};

/** One's own questions and what became of each. */
export function OwnQuestions({ questions, placeOf }: OwnQuestionsProps) {
  const { t } = useTranslation(['watch', 'common']);
  const send = useSend();
  const [all, setAll] = useState(false);
  const [leaving, setLeaving] = useState<QuestionView | null>(null);
  const kept = questions.filter(({ status }) => status !== 'withdrawn').toSorted((a, b) => b.askedAt - a.askedAt);
  if (kept.length === 0) return null;

  const withdraw = async ({ id }: QuestionView) => {
    const answer = await send({ type: 'withdraw-question', questionId: id });
    showToast(answer.ok ? { text: t('own.withdrawn') } : { text: t(`common:error.${answer.error.code}`), tone: 'danger' });
  };

  return (
    <section className={styles.own} aria-labelledby="own-questions">
      <h2 id="own-questions" className={styles.heading}>
        {t('own.heading')}
      </h2>
      <ul className={styles.list}>
        {(all ? kept : kept.slice(0, SHOWN)).map((question) => (
          <li key={question.id}>
            <OwnQuestion question={question} place={placeOf(question.id)} onWithdraw={() => setLeaving(question)} />
          </li>
        ))}
      </ul>
      {kept.length > SHOWN && (
        <Button variant="quiet" aria-expanded={all} onPress={() => setAll(!all)}>
          {all ? t('common:question.showLess') : t('own.all', { count: kept.length })}
        </Button>
      )}
      <WithdrawDialog isOpen={leaving !== null} onClose={() => setLeaving(null)} onConfirm={() => leaving && void withdraw(leaving)} />
    </section>
  );
}
