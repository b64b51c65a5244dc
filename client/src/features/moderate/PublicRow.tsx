import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import type { QuestionId } from '@bedside/shared/ids.ts';
import type { QuestionView } from '@bedside/shared/view.ts';
import { Badge } from '../../ui/Badge.tsx';
import { Button } from '../../ui/Button.tsx';
import { cx } from '../../ui/cx.ts';
import { AskerName, QuestionText } from '../../ui/QuestionCard.tsx';
import { RelativeTime } from '../../ui/RelativeTime.tsx';
import { ActionMenu } from './ActionMenu.tsx';
import { isUndoable } from './desk-state.ts';
import { isPublic } from './public-lists.ts';
import styles from './PublicPane.module.css';
import type { QuestionTool } from './tool.ts';

type PublicRowProps = {
  question: QuestionView;
  /** It left the list while somebody pointed at it. */
  gone: boolean;
  isPinned: boolean;
  goingBack: 'undo' | 'unmerge' | null;
  /** What it was merged into reads so. */
  into: string | null;
  /** The one row that Tab reaches, and whose buttons it reaches. */
  isStop: boolean;
  onStop: (id: QuestionId) => void;
  onPin: (question: QuestionView) => void;
  onTakeBack: (question: QuestionView) => void;
  onTool: (kind: QuestionTool, question: QuestionView) => void;
  onDismiss: (question: QuestionView) => void;
  /** Null where this person may not. */
  onTakeAnswerBack: ((question: QuestionView) => void) | null;
  canAnswer: boolean;
};

// By hand, so that what happens among the waiting does not render these.
export const PublicRow = memo(function PublicRow({
  question,
  gone,
  isPinned,
  goingBack,
  into,
  isStop,
  onStop,
  onPin,
  onTakeBack,
  onTool,
  onDismiss,
  onTakeAnswerBack,
  canAnswer,
}: PublicRowProps) {
  const { t } = useTranslation(['moderate', 'common']);
  const { status, reason, note, reports = [], objected, edited, merged, answer } = question;
  const isQuiet = gone || goingBack !== null;
  const isMarked = isPinned || reason || status === 'skipped' || isQuiet || reports.length > 0 || objected || edited || merged;
  const marks = isMarked && (
    <>
      {objected && (
        <Badge tone="warn" icon="flag">
          {t('mark.objected')}
        </Badge>
      )}
      {reports.map(({ reason: why, count }) => (
        <Badge key={why} tone="warn" icon="flag">
          {t('detail.reports', { count, reason: t(`report.${why}`) })}
        </Badge>
      ))}
      {edited && <Badge icon="edit">{t('mark.edited')}</Badge>}
      {merged !== undefined && merged > 0 && <Badge icon="link">{t('detail.merged', { count: merged })}</Badge>}
      {gone && <Badge>{t('public.left')}</Badge>}
      {!gone && goingBack && <Badge icon="undo">{t(`public.going.${goingBack}`)}</Badge>}
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
  const open = (kind: QuestionTool) => ({ id: kind, label: t(`public.tool.${kind}`), run: () => onTool(kind, question) });
  const items = [
    open('reply'),
    ...(canAnswer && isPublic(question) ? [open('answer')] : []),
    ...(status === 'approved' || status === 'skipped' ? [open('merge')] : []),
    open('asker'),
    ...(onTakeAnswerBack && status === 'answered' && answer
      ? [{ id: 'erase-answer', label: t('public.eraseAnswer'), run: () => onTakeAnswerBack(question) }]
      : []),
  ];
  const actions = !isQuiet && (
    <>
      {isUndoable(question) && (
        <Button size="sm" variant="quiet" icon="undo" onPress={() => onTakeBack(question)} {...tabStop}>
          {t(status === 'merged' ? 'public.unmerge' : 'public.takeBack')}
        </Button>
      )}
      {reports.length > 0 && (
        <Button size="sm" variant="quiet" icon="check" onPress={() => onDismiss(question)} {...tabStop}>
          {t('public.dismiss')}
        </Button>
      )}
      {isPublic(question) && (
        <Button size="sm" variant="quiet" icon="pin" onPress={() => onPin(question)} aria-keyshortcuts="P" {...tabStop}>
          {t(isPinned ? 'public.unpin' : 'public.pin')}
        </Button>
      )}
      {isPublic(question) && (
        <Button size="sm" variant="quiet" icon="edit" onPress={() => onTool('edit', question)} aria-keyshortcuts="E" {...tabStop}>
          {t('review.edit')}
        </Button>
      )}
      <ActionMenu compact label={t('review.more')} excludeFromTabOrder={!isStop} items={items} />
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
          {into !== null && <p className={styles.note}>{t('public.into', { text: into })}</p>}
          {note && <p className={styles.note}>{t('public.note', { note })}</p>}
          {answer && <p className={styles.note}>{t('public.answer', { answer })}</p>}
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
