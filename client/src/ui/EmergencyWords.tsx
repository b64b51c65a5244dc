import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from './Button.tsx';
import styles from './EmergencyWords.module.css';

const numbers = [
  ['europe', '112'],
  ['northAmerica', '911'],
  ['uk', '999'],
  ['australia', '000'],
  ['india', '112'],
] as const;

/** What to do in an emergency, and what this is not. Comes with every page, so that no network is needed to read it. */
export function EmergencyWords() {
  const { t } = useTranslation('common');
  return (
    <>
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
    </>
  );
}

/** The same in the browser's own dialog, where ours can't be loaded. */
export function PlainEmergencyDialog({ isOpen, onOpenChange }: { isOpen: boolean; onOpenChange: (isOpen: boolean) => void }) {
  const { t } = useTranslation('common');
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    if (isOpen) dialog.current?.showModal();
    else dialog.current?.close();
  }, [isOpen]);
  return (
    <dialog ref={dialog} className={styles.plain} aria-labelledby="emergency" onClose={() => onOpenChange(false)}>
      <h2 id="emergency">{t('notice.title')}</h2>
      <EmergencyWords />
      <Button onPress={() => onOpenChange(false)}>{t('action.close')}</Button>
    </dialog>
  );
}
