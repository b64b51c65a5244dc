import { useTranslation } from 'react-i18next';
import { isPublicStatus } from '@bedside/shared/ordering.ts';
import type { QuestionView } from '@bedside/shared/view.ts';
import { cx } from '../../ui/cx.ts';
import { ClampedText } from '../../ui/ClampedText.tsx';
import { QuestionText } from '../../ui/QuestionCard.tsx';
import styles from './OwnQuestions.module.css';

export type Fated = {
  question: QuestionView;
  /** Place in the queue, from 1, and how many are in it. */
  place: number | null;
  of: number;
  /** What it was merged into, where that can be seen. */
  target: QuestionView | null;
  /** Nobody sees any question at the moment (rule H6). */
  closed: boolean;
};

/** What everybody would see or hear, were the session not closed. */
export const isHidden = ({ status }: QuestionView, closed: boolean): boolean => closed && isPublicStatus(status);

/** What became of a question, in a sentence, and what belongs to it. */
export function OwnFate({ question, place, of, target, closed }: Fated) {
  const { t } = useTranslation(['ask', 'common']);
  const { status, reason, note, votes } = question;
  const long = status === 'declined' || status === 'merged';
  return (
    <div className={cx(styles.fate, long && styles.long)}>
      {status === 'declined' ? (
        <>
          <p>{reason ? t(`common:reason.${reason}`) : t('own.fate.declined')}</p>
          {note && (
            <blockquote className={styles.note}>
              <span className={styles.noteFrom}>{t('own.note')}</span>
              <span dir="auto">{note}</span>
            </blockquote>
          )}
        </>
      ) : status === 'merged' ? (
        <Merged target={target} />
      ) : isHidden(question, closed) ? (
        <p>{t('own.fate.hidden')}</p>
      ) : status === 'approved' && place !== null ? (
        <p>
          {t('own.place', { count: place, ordinal: true, total: of })} · {t('common:vote.count', { count: votes })}
        </p>
      ) : (
        <p>{t(`own.fate.${status}`)}</p>
      )}
    </div>
  );
}

function Merged({ target }: { target: QuestionView | null }) {
  const { t } = useTranslation(['ask', 'common']);
  if (!target) {
    return (
      <p>
        {t('own.fate.merged')} {t('own.mergedElsewhere')}
      </p>
    );
  }
  return (
    <>
      <p>
        {t('own.fate.merged')} {t('own.mergedInto')}
      </p>
      <div className={styles.note}>
        <ClampedText
          lines={3}
          beside={
            <p className={styles.meta}>
              {t(`common:status.${target.status}`)} · {t('common:vote.count', { count: target.votes })}
            </p>
          }
        >
          <QuestionText text={target.text} />
        </ClampedText>
      </div>
    </>
  );
}
