import { useTranslation } from 'react-i18next';
import { cx } from '../../ui/cx.ts';
import { Icon } from '../../ui/Icon.tsx';
import styles from './PrivacyReminder.module.css';

type PrivacyReminderProps = {
  /** For the buttons that it describes. */
  id?: string;
  /** Above a list: it stays in sight with every question of it (rule G4). */
  stays?: boolean;
  className?: string | undefined;
};

/** That somebody is a patient somewhere is confidential already. */
export function PrivacyReminder({ id, stays = false, className }: PrivacyReminderProps) {
  const { t } = useTranslation('host');
  return (
    <p className={cx(styles.reminder, stays && styles.stays, className)} id={id}>
      <Icon name="info" size={1} />
      <span>{t('privacy.reminder')}</span>
    </p>
  );
}
