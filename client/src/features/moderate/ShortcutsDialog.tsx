import { useTranslation } from 'react-i18next';
import { Dialog } from '../../ui/Dialog.tsx';
import { Kbd } from '../../ui/Kbd.tsx';
import { Switch } from '../../ui/Switch.tsx';
import styles from './ShortcutsDialog.module.css';

const letters = [
  ['approve', ['A']],
  ['decline', ['D']],
  ['next', ['J']],
  ['previous', ['K']],
  ['undo', ['U']],
  ['pin', ['P']],
  ['search', ['/']],
  ['help', ['?']],
] as const;

type ShortcutsDialogProps = {
  isOpen: boolean;
  onOpenChange: (isOpen: boolean) => void;
  letterKeys: boolean;
  onLetterKeys: (on: boolean) => void;
};

export function ShortcutsDialog({ isOpen, onOpenChange, letterKeys, onLetterKeys }: ShortcutsDialogProps) {
  const { t } = useTranslation('moderate');
  return (
    <Dialog title={t('shortcuts.title')} isOpen={isOpen} onOpenChange={onOpenChange}>
      <Switch label={t('shortcuts.use')} description={t('shortcuts.useNote')} isSelected={letterKeys} onChange={onLetterKeys} />
      <dl className={styles.keys}>
        {letterKeys &&
          letters.map(([name, keys]) => (
            <div key={name} className={styles.row}>
              <dt>{t(`shortcuts.${name}`)}</dt>
              <dd>
                {keys.map((key) => (
                  <Kbd key={key}>{key}</Kbd>
                ))}
                {name === 'undo' && (
                  <>
                    {t('shortcuts.or')} <Kbd>{t('shortcuts.ctrl')}</Kbd> <Kbd>Z</Kbd>
                  </>
                )}
              </dd>
            </div>
          ))}
        {!letterKeys && (
          <div className={styles.row}>
            <dt>{t('shortcuts.undo')}</dt>
            <dd>
              <Kbd>{t('shortcuts.ctrl')}</Kbd> <Kbd>Z</Kbd>
            </dd>
          </div>
        )}
        <div className={styles.row}>
          <dt>{t('shortcuts.panes')}</dt>
          <dd>
            <Kbd>←</Kbd> <Kbd>→</Kbd>
          </dd>
        </div>
        <div className={styles.row}>
          <dt>{t('shortcuts.escape')}</dt>
          <dd>
            <Kbd>{t('shortcuts.escapeKey')}</Kbd>
          </dd>
        </div>
      </dl>
    </Dialog>
  );
}
