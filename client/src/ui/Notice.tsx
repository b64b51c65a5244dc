import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button, IconButton } from './Button.tsx';
import { Dialog } from './Dialog.tsx';
import styles from './Notice.module.css';

const numbers = [
  ['europe', '112'],
  ['northAmerica', '911'],
  ['uk', '999'],
  ['australia', '000'],
  ['india', '112'],
] as const;

/** "General information, not medical advice": the line that is always in sight. */
export function NoticeText({ className }: { className?: string | undefined }) {
  const { t } = useTranslation('common');
  return <span className={className}>{t('notice.short')}</span>;
}

/** Opens what to do in an emergency. `compact` is an icon alone, where there is little room. */
export function EmergencyButton({ compact = false }: { compact?: boolean }) {
  const { t } = useTranslation('common');
  const [isOpen, setOpen] = useState(false);
  const open = () => setOpen(true);
  return (
    <>
      {compact ? (
        <IconButton icon="lifebuoy" label={t('notice.button')} onPress={open} />
      ) : (
        <Button variant="quiet" icon="lifebuoy" onPress={open}>
          {t('notice.button')}
        </Button>
      )}
      <Dialog title={t('notice.title')} isOpen={isOpen} onOpenChange={setOpen} kind="sheet">
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
    </>
  );
}
