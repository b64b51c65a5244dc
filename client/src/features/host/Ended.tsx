import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import type { View } from '@bedside/shared/view.ts';
import { buttonClass } from '../../ui/Button.tsx';
import { QuestionCard } from '../../ui/QuestionCard.tsx';
import { elapsed } from '../../ui/time.ts';
import styles from './Ended.module.css';
import type { Lists } from './lists.ts';

/** What the session came to. */
export function Ended({ view: { session }, lists }: { view: View; lists: Lists }) {
  const { t } = useTranslation('host');
  const { liveAt, endedAt } = session;
  const unanswered = lists.next.length + lists.aside.length;
  const figures = [
    { label: t('ended.answered'), value: lists.answered.length },
    { label: t('ended.time'), value: liveAt !== null && endedAt !== null ? elapsed(endedAt - liveAt) : t('ended.neverLive') },
    { label: t('ended.left'), value: unanswered },
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
          <ol className={styles.list}>
            {lists.answered.map((question) => (
              <li key={question.id} className={styles.item}>
                <QuestionCard question={question} />
              </li>
            ))}
          </ol>
        )}
      </section>
    </div>
  );
}
