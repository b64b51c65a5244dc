import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import type { QuestionId } from '@bedside/shared/ids.ts';
import type { QuestionView } from '@bedside/shared/view.ts';
import { Badge } from '../../ui/Badge.tsx';
import { Button } from '../../ui/Button.tsx';
import { cx } from '../../ui/cx.ts';
import { AskerName, QuestionText } from '../../ui/QuestionCard.tsx';
import { RelativeTime } from '../../ui/RelativeTime.tsx';
import { isUndoable } from './desk-state.ts';
import { isPublic } from './public-lists.ts';
import styles from './PublicPane.module.css';

type PublicRowProps = {
  question: QuestionView;
  /** It left the list while somebody pointed at it. */
  gone: boolean;
  isPinned: boolean;
  isGoingBack: boolean;
  /** The one row that Tab reaches, and whose buttons it reaches. */
  isStop: boolean;
  onStop: (id: QuestionId) => void;
  onPin: (question: QuestionView) => void;
  onTakeBack: (question: QuestionView) => void;
};

// By hand, so that what happens among the waiting does not render these.
export const PublicRow = memo(function PublicRow({
  question,
  gone,
  isPinned,
  isGoingBack,
  isStop,
  onStop,
  onPin,
  onTakeBack,
}: PublicRowProps) {
  const { t } = useTranslation(['moderate', 'common']);
  const { status, reason, note } = question;
  const isQuiet = gone || isGoingBack;
  const marks = (isPinned || reason || status === 'skipped' || isQuiet) && (
    <>
      {gone && <Badge>{t('public.left')}</Badge>}
      {!gone && isGoingBack && <Badge icon="undo">{t('public.takingBack')}</Badge>}
      {isPinned && (
        <Badge tone="accent" icon="pin">
          {t('common:question.pinned')}
        </Badge>
      )}
      {status === 'skipped' && <Badge icon="skip">{t('common:question.skipped')}</Badge>}
      {status === 'declined' && reason && <Badge tone="warn">{t(`common:reasonShort.${reason}`)}</Badge>}
    </>
  );
  const tabStop = isStop ? {} : { excludeFromTabOrder: true };
  const actions = !isQuiet && (
    <>
      {isUndoable(question) && (
        <Button size="sm" variant="quiet" icon="undo" onPress={() => onTakeBack(question)} {...tabStop}>
          {t('public.takeBack')}
        </Button>
      )}
      {isPublic(question) && (
        <Button size="sm" variant="quiet" icon="pin" onPress={() => onPin(question)} aria-keyshortcuts="P" {...tabStop}>
          {t(isPinned ? 'public.unpin' : 'public.pin')}
        </Button>
      )}
    </>
  );
  const lead = isPublic(question) && (
    <p className={styles.votes}>
      <span className={styles.count}>{question.votes}</span>
      <span className={styles.unit}>{t('public.votes', { count: question.votes })}</span>
    </p>
  );
  return (
    <div
      role="row"
      tabIndex={isStop ? 0 : -1}
      aria-selected={isStop}
      data-public={question.id}
      className={cx(styles.row, isQuiet && styles.quiet)}
      onFocus={() => onStop(question.id)}
    >
      <div role="gridcell" className={cx(styles.cell, isPinned && styles.pinned)}>
        {lead}
        <div className={styles.main}>
          {marks && <div className={styles.marks}>{marks}</div>}
          <QuestionText text={question.text} />
          {note && <p className={styles.note}>{t('public.note', { note })}</p>}
          <div className={styles.foot}>
            <p className={styles.meta}>
              <AskerName name={question.name} /> <span aria-hidden="true">·</span> <RelativeTime at={question.askedAt} />
            </p>
            {actions && <div className={styles.actions}>{actions}</div>}
          </div>
        </div>
      </div>
    </div>
  );
});
