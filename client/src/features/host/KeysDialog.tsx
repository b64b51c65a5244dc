import { useTranslation } from 'react-i18next';
import { Dialog } from '../../ui/Dialog.tsx';
import { Kbd } from '../../ui/Kbd.tsx';
import { Switch } from '../../ui/Switch.tsx';
import styles from './KeysDialog.module.css';
import { shortcutKeys } from './shortcuts.ts';

type KeysDialogProps = { isOpen: boolean; onOpenChange: (isOpen: boolean) => void; keys: boolean; onKeysChange: (keys: boolean) => void };

export function KeysDialog({ isOpen, onOpenChange, keys, onKeysChange }: KeysDialogProps) {
  const { t } = useTranslation('host');
  return (
    <Dialog title={t('keys.title')} isOpen={isOpen} onOpenChange={onOpenChange}>
      <Switch label={t('keys.use')} description={t('keys.useNote')} isSelected={keys} onChange={onKeysChange} />
      <dl className={styles.list}>
        {(['next', 'done', 'microphone', 'camera', 'help'] as const).map((shortcut) => (
          <div key={shortcut} className={styles.row}>
            <dt>
              <Kbd>{shortcutKeys[shortcut].toUpperCase()}</Kbd>
            </dt>
            <dd>{t(`keys.${shortcut}`)}</dd>
          </div>
        ))}
        <div className={styles.row}>
          <dt>
            <Kbd>{t('keys.spaceName')}</Kbd>
          </dt>
          <dd>{t('keys.space')}</dd>
        </div>
      </dl>
    </Dialog>
  );
}
