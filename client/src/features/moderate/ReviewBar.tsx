import { useTranslation } from 'react-i18next';
import { Button } from '../../ui/Button.tsx';
import { cx } from '../../ui/cx.ts';
import { Icon, type IconName } from '../../ui/Icon.tsx';
import { Kbd } from '../../ui/Kbd.tsx';
import { ActionMenu, type MenuAction } from './ActionMenu.tsx';
import type { Outcome } from './desk-state.ts';
import styles from './ReviewBar.module.css';

type ReviewBarProps = {
  outcome: Outcome | null;
  /** Of the question that `outcome` is about. */
  text: string | null;
  /** Null while there is nothing to decide on. */
  forward: 'approve' | 'clinician' | 'none' | null;
  /** There are edits that are not sent yet. */
  isEdited: boolean;
  canUndo: boolean;
  letterKeys: boolean;
  onApprove: () => void;
  onDecline: () => void;
  onSend: () => void;
  onTakeBack: () => void;
  onEdit: () => void;
  onReply: () => void;
  onUndo: () => void;
  more: readonly MenuAction[];
};

/** Always at the same place, so that a mouse need not follow the selection down the list. */
export function ReviewBar(props: ReviewBarProps) {
  const { outcome, text, forward, isEdited, canUndo, letterKeys, onApprove, onDecline, onSend, onTakeBack, onEdit, onReply, onUndo, more } =
    props;
  const { t } = useTranslation(['moderate', 'common']);
  const key = (name: string) => letterKeys && <Kbd decorative>{name}</Kbd>;
  const nothing = forward === null;
  const isSend = forward === 'clinician';
  return (
    <div className={styles.bar} role="group" aria-label={t('review.group')}>
      <div className={styles.last}>
        <OutcomeLine outcome={outcome} text={text} />
        <Button size="sm" variant="quiet" icon="undo" isDisabled={!canUndo} onPress={onUndo} aria-keyshortcuts="U Control+Z">
          <span className={styles.label}>
            {t('review.undo')} {key('U')}
          </span>
        </Button>
      </div>
      <div className={styles.buttons}>
        {/* One button whatever leads on, so that the keyboard's place in it outlives a decision. */}
        {forward !== 'none' && (
          <Button
            variant="primary"
            icon={isSend ? 'lifebuoy' : 'check'}
            className={styles.big}
            isDisabled={nothing}
            onPress={isSend ? onSend : onApprove}
            aria-keyshortcuts={isSend ? 'C' : 'A'}
          >
            <span className={styles.label}>
              {t(isSend ? 'review.send' : isEdited ? 'review.approveEdited' : 'review.approve')} {key(isSend ? 'C' : 'A')}
            </span>
          </Button>
        )}
        {forward === 'none' ? (
          <>
            <p className={styles.waits}>{t('review.withClinician')}</p>
            <Button icon="undo" className={styles.big} onPress={onTakeBack}>
              {t('review.takeBack')}
            </Button>
          </>
        ) : (
          <Button icon="close" className={styles.big} isDisabled={nothing} onPress={onDecline} aria-keyshortcuts="D">
            <span className={styles.label}>
              {t('review.decline')} {key('D')}
            </span>
          </Button>
        )}
      </div>
      <div className={styles.more}>
        <Button size="sm" variant="quiet" icon="edit" isDisabled={nothing} onPress={onEdit} aria-keyshortcuts="E">
          <span className={styles.label}>
            {t('review.edit')} {key('E')}
          </span>
        </Button>
        <Button size="sm" variant="quiet" icon="question" isDisabled={nothing} onPress={onReply} aria-keyshortcuts="T">
          <span className={styles.label}>
            {t('review.reply')} {key('T')}
          </span>
        </Button>
        <ActionMenu label={t('review.more')} isDisabled={more.length === 0} items={more} />
      </div>
    </div>
  );
}

const marks: Record<Outcome['kind'], { icon: IconName; tone: 'ok' | 'plain' | 'warn' | 'danger' }> = {
  approved: { icon: 'check', tone: 'ok' },
  sent: { icon: 'lifebuoy', tone: 'ok' },
  merged: { icon: 'link', tone: 'ok' },
  declined: { icon: 'close', tone: 'plain' },
  undone: { icon: 'undo', tone: 'plain' },
  unmerged: { icon: 'undo', tone: 'plain' },
  colleague: { icon: 'people', tone: 'warn' },
  gone: { icon: 'info', tone: 'warn' },
  'too-late': { icon: 'info', tone: 'warn' },
  failed: { icon: 'alert', tone: 'danger' },
};

/** What became of the last thing one did; it stays until the next. */
function OutcomeLine({ outcome, text }: Pick<ReviewBarProps, 'outcome' | 'text'>) {
  const { t } = useTranslation(['moderate', 'common']);
  const isMany = outcome !== null && 'count' in outcome && outcome.count > 1;
  return (
    <div role="status" className={styles.outcome}>
      {outcome ? (
        <span className={cx(styles.mark, styles[marks[outcome.kind].tone])}>
          <Icon name={marks[outcome.kind].icon} size={1.125} />
          <OutcomeWords outcome={outcome} />
        </span>
      ) : (
        <span className={styles.hint}>{t('review.hint')}</span>
      )}
      {outcome && !isMany && text && (
        <span className={styles.which} dir="auto">
          {text}
        </span>
      )}
    </div>
  );
}

function OutcomeWords({ outcome }: { outcome: Outcome }) {
  const { t } = useTranslation(['moderate', 'common']);
  if (outcome.kind === 'failed') return t('review.failed', { why: t(`common:error.${outcome.code}`) });
  if (!('count' in outcome)) return t(`review.${outcome.kind}`);
  const left = outcome.left ?? 0;
  const count = outcome.count - left;
  const done =
    outcome.kind === 'declined'
      ? t('review.declined', { count, reason: t(`common:reasonShort.${outcome.reason}`) })
      : t(`review.${outcome.kind}`, { count });
  return left === 0 ? done : `${count === 0 ? '' : `${done} · `}${t('review.left', { count: left })}`;
}
