import { useTranslation } from 'react-i18next';
import { Dialog } from './Dialog.tsx';
import styles from './EmergencyDialog.module.css';

const numbers = [
  ['europe', '112'],
  ['northAmerica', '911'],
  ['uk', '999'],
  ['australia', '000'],
  ['india', '112'],
] as const;

/** What to do in an emergency, and what this is not. */
export function EmergencyDialog({ isOpen, onOpenChange }: { isOpen: boolean; onOpenChange: (isOpen: boolean) => void }) {
  const { t } = useTranslation('common');
  return (
    <Dialog title={t('notice.title')} isOpen={isOpen} onOpenChange={onOpenChange} kind="sheet">
      <p>{t('notice.lead')}</p>
      <p>{t('notice.call')}</p>
      <ul className={styles.numbers}>
        {numbers.map(([place, number]) => (
          <li key={place}>
            <span>{t(`notice.${place}`)}</span>
            <a href={`tel:${number}`} className={styles.number}>
              {number}
            </a>
          </li>
        ))}
      </ul>
      <p>{t('notice.crisis')}</p>
      <h3 className={styles.heading}>{t('notice.adviceTitle')}</h3>
      <p>{t('notice.advice')}</p>
    </Dialog>
  );
}
