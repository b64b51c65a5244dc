import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import type { QuestionView } from '@bedside/shared/view.ts';
import { Badge } from '../../ui/Badge.tsx';
import { Button } from '../../ui/Button.tsx';
import { ClampedText } from '../../ui/ClampedText.tsx';
import { QuestionText } from '../../ui/QuestionCard.tsx';
import { VoteButton } from '../../ui/VoteButton.tsx';
import styles from './Hints.module.css';

/** As the queue's votes are, so that a vote is one and the same wherever it is cast. */
export type Voting = {
  of(question: QuestionView): { on: boolean; count: number };
  cast(question: QuestionView, on: boolean): void;
};

type SimilarHintsProps = { similar: readonly QuestionView[]; voting: Voting; onClear: () => void };

/** Questions that everybody can see and that may be the same: to vote for instead (rule D1). */
export function SimilarHints({ similar, voting, onClear }: SimilarHintsProps) {
  const { t } = useTranslation('ask');
  const title = useId();
  return (
    <section className={styles.hints} aria-labelledby={title}>
      <h3 id={title} className={styles.title}>
        {t('similar.title', { count: similar.length })}
      </h3>
      <p className={styles.note}>{t('similar.lead')}</p>
      <ul className={styles.similar}>
        {similar.map((question) => (
          <li key={question.id} className={styles.other}>
            <Similar question={question} voting={voting} onClear={onClear} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function Similar({ question, voting, onClear }: { question: QuestionView; voting: Voting; onClear: () => void }) {
  const { t } = useTranslation('ask');
  const { on, count } = voting.of(question);
  const { status } = question;
  return (
    <>
      {status !== 'answered' && <VoteButton count={count} isOn={on} onChange={(next) => voting.cast(question, next)} />}
      <div className={styles.otherWords}>
        {status === 'answered' && <Badge tone="ok">{t('similar.answered')}</Badge>}
        {status === 'answering' && <Badge tone="live">{t('similar.answering')}</Badge>}
        <ClampedText lines={3}>
          <QuestionText text={question.text} />
        </ClampedText>
        {on && status !== 'answered' && (
          <p className={styles.voted}>
            {t('similar.voted')}{' '}
            <Button size="sm" onPress={onClear}>
              {t('similar.clear')}
            </Button>
          </p>
        )}
      </div>
    </>
  );
}
