import { useTranslation } from 'react-i18next';
import { Button } from '../../ui/Button.tsx';
import { cx } from '../../ui/cx.ts';
import { Kbd } from '../../ui/Kbd.tsx';
import type { bulkChoices } from './review-rules.ts';
import styles from './ReviewBar.module.css';

type BulkBarProps = {
  count: number;
  choices: ReturnType<typeof bulkChoices>;
  letterKeys: boolean;
  onApprove: () => void;
  onDecline: () => void;
  onSend: () => void;
  onClear: () => void;
};

/** In the place of the review bar while questions are picked: one decision for all of them that can take it (rule M9). */
export function BulkBar({ count, choices, letterKeys, onApprove, onDecline, onSend, onClear }: BulkBarProps) {
  const { t } = useTranslation('moderate');
  const key = (name: string) => letterKeys && <Kbd decorative>{name}</Kbd>;
  return (
    <div className={styles.bar} role="group" aria-label={t('bulk.group')}>
      <div className={styles.last}>
        <p role="status" className={styles.many}>
          <strong>{t('bulk.count', { count })}</strong>
          {choices.heldBack > 0 && <span className={styles.hint}>{t('bulk.heldBack', { count: choices.heldBack })}</span>}
        </p>
        <Button size="sm" variant="quiet" icon="close" onPress={onClear} aria-keyshortcuts="Escape">
          {t('bulk.clear')}
        </Button>
      </div>
      <div className={cx(styles.buttons, styles.three)}>
        <Button
          variant="primary"
          className={styles.big}
          isDisabled={choices.approve.length === 0}
          onPress={onApprove}
          aria-keyshortcuts="A"
        >
          <span className={styles.label}>
            {t('bulk.approve', { count: choices.approve.length })} {key('A')}
          </span>
        </Button>
        <Button className={styles.big} isDisabled={choices.send.length === 0} onPress={onSend} aria-keyshortcuts="C">
          <span className={styles.label}>
            {t('bulk.send', { count: choices.send.length })} {key('C')}
          </span>
        </Button>
        <Button className={styles.big} isDisabled={choices.decline.length === 0} onPress={onDecline} aria-keyshortcuts="D">
          <span className={styles.label}>
            {t('bulk.decline', { count: choices.decline.length })} {key('D')}
          </span>
        </Button>
      </div>
    </div>
  );
}
