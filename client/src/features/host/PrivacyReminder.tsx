import { useTranslation } from 'react-i18next';
import { Icon } from '../../ui/Icon.tsx';
import styles from './PrivacyReminder.module.css';

/** That somebody is a patient somewhere is confidential already. */
export function PrivacyReminder() {
  const { t } = useTranslation('host');
  return (
    <p className={styles.reminder}>
      <Icon name="info" size={1} />
      <span>{t('privacy.reminder')}</span>
    </p>
  );
}
