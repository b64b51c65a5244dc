import { useTranslation } from 'react-i18next';
import { Button } from '../../ui/Button.tsx';
import { cx } from '../../ui/cx.ts';
import { Icon, type IconName } from '../../ui/Icon.tsx';
import { Kbd } from '../../ui/Kbd.tsx';
import type { Outcome } from './desk-state.ts';
import styles from './ReviewBar.module.css';

type ReviewBarProps = {
  outcome: Outcome | null;
  /** Of the question that `outcome` is about. */
  text: string | null;
  canDecide: boolean;
  canUndo: boolean;
  letterKeys: boolean;
  onApprove: () => void;
  onDecline: () => void;
  onUndo: () => void;
};

/** Always at the same place, so that a mouse need not follow the selection down the list. */
export function ReviewBar({ outcome, text, canDecide, canUndo, letterKeys, onApprove, onDecline, onUndo }: ReviewBarProps) {
  const { t } = useTranslation(['moderate', 'common']);
  const key = (name: string) => letterKeys && <Kbd decorative>{name}</Kbd>;
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
        <Button variant="primary" icon="check" className={styles.approve} isDisabled={!canDecide} onPress={onApprove} aria-keyshortcuts="A">
          <span className={styles.label}>
            {t('review.approve')} {key('A')}
          </span>
        </Button>
        <Button icon="close" className={styles.decline} isDisabled={!canDecide} onPress={onDecline} aria-keyshortcuts="D">
          <span className={styles.label}>
            {t('review.decline')} {key('D')}
          </span>
        </Button>
      </div>
    </div>
  );
}

const marks: Record<Outcome['kind'], { icon: IconName; tone: 'ok' | 'plain' | 'warn' | 'danger' }> = {
  approved: { icon: 'check', tone: 'ok' },
  declined: { icon: 'close', tone: 'plain' },
  undone: { icon: 'undo', tone: 'plain' },
  colleague: { icon: 'people', tone: 'warn' },
  gone: { icon: 'info', tone: 'warn' },
  'too-late': { icon: 'info', tone: 'warn' },
  failed: { icon: 'alert', tone: 'danger' },
};

/** What became of the last thing one did; it stays until the next. */
function OutcomeLine({ outcome, text }: Pick<ReviewBarProps, 'outcome' | 'text'>) {
  const { t } = useTranslation(['moderate', 'common']);
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
      {outcome && text && (
        <span className={styles.which} dir="auto">
          {text}
        </span>
      )}
    </div>
  );
}

function OutcomeWords({ outcome }: { outcome: Outcome }) {
  const { t } = useTranslation(['moderate', 'common']);
  switch (outcome.kind) {
    case 'declined':
      return t('review.declined', { reason: t(`common:reasonShort.${outcome.reason}`) });
    case 'failed':
      return t('review.failed', { why: t(`common:error.${outcome.code}`) });
    default:
      return t(`review.${outcome.kind}`);
  }
}
