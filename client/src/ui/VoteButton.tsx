import { useTranslation } from 'react-i18next';
import { shortCount } from './count.ts';
import { Icon } from './Icon.tsx';
import styles from './VoteButton.module.css';

type VoteButtonProps = { count: number; isOn: boolean; onChange: (isOn: boolean) => void; isDisabled?: boolean };

/** "I would like to know this too": a toggle with its count. */
export function VoteButton({ count, isOn, onChange, isDisabled = false }: VoteButtonProps) {
  const { t, i18n } = useTranslation('common');
  return (
    <button
      type="button"
      className={styles.vote}
      aria-pressed={isOn}
      disabled={isDisabled}
      aria-label={t('vote.label', { count })}
      onClick={() => onChange(!isOn)}
    >
      <Icon name="arrowUp" size={1.125} />
      <span className={styles.count}>{shortCount(count, i18n.language)}</span>
    </button>
  );
}
