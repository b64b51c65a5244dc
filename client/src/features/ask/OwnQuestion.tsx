import { useTranslation } from 'react-i18next';
import type { QuestionStatus, QuestionView } from '@bedside/shared/view.ts';
import { Badge, type BadgeTone } from '../../ui/Badge.tsx';
import { Button } from '../../ui/Button.tsx';
import { cx } from '../../ui/cx.ts';
import { ClampedText } from '../../ui/ClampedText.tsx';
import type { IconName } from '../../ui/Icon.tsx';
import { QuestionText } from '../../ui/QuestionCard.tsx';
import { RelativeTime } from '../../ui/RelativeTime.tsx';
import styles from './OwnQuestions.module.css';

const looks: Record<QuestionStatus, { tone: BadgeTone; icon: IconName }> = {
  pending: { tone: 'warn', icon: 'clock' },
  approved: { tone: 'accent', icon: 'check' },
  declined: { tone: 'danger', icon: 'info' },
  withdrawn: { tone: 'neutral', icon: 'undo' },
  answering: { tone: 'live', icon: 'record' },
  answered: { tone: 'ok', icon: 'check' },
  skipped: { tone: 'neutral', icon: 'skip' },
};

// Rule Q6.
const withdrawable = new Set<QuestionStatus>(['pending', 'approved', 'declined', 'skipped']);

type OwnQuestionProps = { question: QuestionView; place: number | null; onWithdraw: () => void };

/** One question of one's own and its fate in words. */
export function OwnQuestion({ question, place, onWithdraw }: OwnQuestionProps) {
  const { t } = useTranslation(['watch', 'common']);
  const { status, reason, note, votes, name } = question;
  const { tone, icon } = looks[status];
  return (
    <article className={styles.card}>
      <div className={styles.head}>
        <Badge tone={tone} icon={icon}>
          {t(`common:status.${status}`)}
        </Badge>
        <RelativeTime at={question.askedAt} className={styles.meta} />
      </div>
      <ClampedText lines={3}>
        <QuestionText text={question.text} />
      </ClampedText>
      {name !== null && <p className={styles.meta}>{t('own.asName', { name })}</p>}
      <div className={styles.foot}>
        <div className={cx(styles.fate, status === 'declined' && styles.long)}>
          {status === 'declined' ? (
            <>
              <p>{reason ? t(`common:reason.${reason}`) : t('own.fate.declined')}</p>
              {note && (
                <blockquote className={styles.note}>
                  <span className={styles.noteFrom}>{t('own.note')}</span>
                  {note}
                </blockquote>
              )}
            </>
          ) : status === 'approved' && place !== null ? (
            <p>
              {t('own.place', { place })} · {t('common:vote.count', { count: votes })}
            </p>
          ) : (
            <p>{t(`own.fate.${status}`)}</p>
          )}
        </div>
        {withdrawable.has(status) && (
          <Button variant="quiet" size="sm" className={styles.withdraw} onPress={onWithdraw}>
            {t('own.withdraw')}
          </Button>
        )}
      </div>
    </article>
  );
}
