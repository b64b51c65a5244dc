import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import type { QuestionId } from '@bedside/shared/ids.ts';
import type { QuestionView } from '@bedside/shared/view.ts';
import { Badge } from '../../ui/Badge.tsx';
import { IconButton } from '../../ui/Button.tsx';
import { shortCount } from '../../ui/count.ts';
import { Icon } from '../../ui/Icon.tsx';
import { QuestionCard } from '../../ui/QuestionCard.tsx';
import { VisuallyHidden } from '../../ui/VisuallyHidden.tsx';
import { VoteButton } from '../../ui/VoteButton.tsx';
import { WrittenAnswer } from '../../ui/WrittenAnswer.tsx';
import styles from './Queue.module.css';

type QueueRowProps = {
  question: QuestionView;
  pinned: boolean;
  mine: boolean;
  on: boolean;
  count: number;
  closed: boolean;
  onVote(question: QuestionView, on: boolean): void;
  /** From this page. */
  reported: boolean;
  onReport(id: QuestionId): void;
};

/** Memoised: a tally changes a few rows of many. */
export const QueueRow = memo(function QueueRow({ question, pinned, mine, on, count, closed, onVote, reported, onReport }: QueueRowProps) {
  const { t, i18n } = useTranslation(['watch', 'common']);
  const skipped = question.status === 'skipped';
  const { edited, merged, answer } = question;
  const marks = (pinned || mine || skipped || edited) && (
    <>
      {pinned && (
        <Badge tone="accent" icon="pin">
          {t('common:question.pinned')}
        </Badge>
      )}
      {mine && <Badge>{t('queue.yours')}</Badge>}
      {skipped && <Badge icon="skip">{t('common:question.skipped')}</Badge>}
      {edited && <Badge icon="edit">{t('common:question.edited')}</Badge>}
    </>
  );
  const lead = closed ? (
    <span className={styles.tally}>
      <Icon name="arrowUp" size={1} />
      <span aria-hidden="true">{shortCount(count, i18n.language)}</span>
      <VisuallyHidden>{t('common:vote.count', { count })}</VisuallyHidden>
    </span>
  ) : (
    <VoteButton count={count} isOn={on} onChange={(next) => onVote(question, next)} />
  );
  return (
    <QuestionCard
      question={question}
      marks={marks}
      lead={lead}
      tone={skipped ? 'quiet' : 'plain'}
      aside={
        !mine && (
          <IconButton
            icon={reported ? 'check' : 'flag'}
            label={reported ? t('queue.reported') : t('queue.report')}
            className={styles.report}
            isDisabled={reported}
            onPress={() => onReport(question.id)}
          />
        )
      }
    >
      {merged !== undefined && merged > 0 && <p className={styles.others}>{t('common:question.merged', { count: merged })}</p>}
      {answer !== undefined && <WrittenAnswer text={answer} at={question.answeredAt} />}
    </QuestionCard>
  );
});

/** Keeps the height of a question that left while the list is held still; its card is not seen. */
export function GoneRow({ question }: { question: QuestionView }) {
  const { t } = useTranslation('common');
  return (
    <div className={styles.gone}>
      <div aria-hidden="true" className={styles.goneBody}>
        <QuestionCard question={question} lead={<span className={styles.tally} />} />
      </div>
      <p className={styles.goneWords}>{t('question.gone')}</p>
    </div>
  );
}
