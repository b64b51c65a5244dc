import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import type { QuestionId } from '@bedside/shared/ids.ts';
import type { QuestionView, View } from '@bedside/shared/view.ts';
import { Button, buttonClass } from '../../ui/Button.tsx';
import { Counts } from '../../ui/Counts.tsx';
import { QuestionCard } from '../../ui/QuestionCard.tsx';
import { VisuallyHidden } from '../../ui/VisuallyHidden.tsx';
import { WrittenAnswer } from '../../ui/WrittenAnswer.tsx';
import { elapsed } from '../../ui/time.ts';
import styles from './Ended.module.css';
import { excerpt, type Lists } from './lists.ts';
import { PrivacyReminder } from './PrivacyReminder.tsx';

type EndedProps = { view: View; lists: Lists; write: (id: QuestionId) => void };

/** What the session came to, and what can still be answered in writing. */
export function Ended({ view: { session, counts }, lists, write }: EndedProps) {
  const { t } = useTranslation('host');
  const { liveAt, endedAt } = session;
  const left = [...lists.next, ...lists.aside];
  const figures = [
    { label: t('ended.answered'), value: lists.answered.length },
    { label: t('ended.time'), value: liveAt !== null && endedAt !== null ? elapsed(endedAt - liveAt) : t('ended.neverLive') },
    { label: t('ended.left'), value: left.length },
  ];
  return (
    <div className={styles.ended}>
      <section className={styles.summary} aria-labelledby="ended">
        <h2 id="ended" className={styles.heading}>
          {t('ended.heading')}
        </h2>
        <p className={styles.lead}>{t('ended.lead')}</p>
        <dl className={styles.figures}>
          {figures.map(({ label, value }) => (
            <div key={label} className={styles.figure}>
              <dd className={styles.value}>{value}</dd>
              <dt>{label}</dt>
            </div>
          ))}
        </dl>
        <Counts counts={counts} />
        <div className={styles.links}>
          <Link href={`/s/${session.id}`} className={buttonClass({ variant: 'primary' })}>
            {t('ended.page')}
          </Link>
          <Link href="/" className={buttonClass()}>
            {t('ended.home')}
          </Link>
        </div>
      </section>
      <section aria-labelledby="answered" className={styles.answered}>
        <h2 id="answered" className={styles.heading}>
          {t('ended.list')}
        </h2>
        {lists.answered.length === 0 ? (
          <p className={styles.lead}>{t('ended.none')}</p>
        ) : (
          <Answerable questions={lists.answered} write={write} />
        )}
      </section>
      {left.length > 0 && (
        <section aria-labelledby="left" className={styles.answered}>
          <h2 id="left" className={styles.heading}>
            {t('ended.leftList')}
          </h2>
          <p className={styles.lead}>{t('ended.leftNote')}</p>
          <Answerable questions={left} write={write} />
        </section>
      )}
    </div>
  );
}

function Answerable({ questions, write }: { questions: readonly QuestionView[]; write: EndedProps['write'] }) {
  const { t } = useTranslation('host');
  const reminder = useId();
  return (
    <>
      <PrivacyReminder id={reminder} stays />
      <ol className={styles.list}>
        {questions.map((question) => (
          <li key={question.id} className={styles.item}>
            <QuestionCard
              question={question}
              actions={
                <Button icon="edit" aria-describedby={reminder} onPress={() => write(question.id)}>
                  {t(question.answer === undefined ? 'write.open' : 'write.again')}
                  <VisuallyHidden>: {excerpt(question.text ?? '')}</VisuallyHidden>
                </Button>
              }
            >
              {question.answer !== undefined && <WrittenAnswer text={question.answer} at={question.answeredAt} />}
            </QuestionCard>
          </li>
        ))}
      </ol>
    </>
  );
}
