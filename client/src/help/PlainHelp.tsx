import { useTranslation } from 'react-i18next';
import { Button } from '../ui/Button.tsx';
import { EmergencyWords } from '../ui/EmergencyWords.tsx';
import { Icon } from '../ui/Icon.tsx';
import type { OwnHelpProps } from './OwnHelp.tsx';
import styles from './HelpCard.module.css';

type PlainHelpProps = Pick<OwnHelpProps, 'isOpen'> & Pick<Partial<OwnHelpProps>, 'onConfirm'>;

/** Where help is in words that come with the page, where the card for the country can't be loaded (rule F5). */
export function PlainHelp({ isOpen, onConfirm }: PlainHelpProps) {
  const { t } = useTranslation('common');
  if (!isOpen) return null;
  return (
    <section className={styles.card} aria-label={t('notice.title')}>
      <h3 className={styles.title}>
        <Icon name="lifebuoy" />
        {t('notice.title')}
      </h3>
      <EmergencyWords />
      {onConfirm && (
        <Button variant="primary" icon="check" onPress={onConfirm}>
          {t('notice.read')}
        </Button>
      )}
    </section>
  );
}
