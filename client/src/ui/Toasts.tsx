import { useEffect, useState, useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';
import { Button, IconButton } from './Button.tsx';
import { cx } from './cx.ts';
import styles from './Toasts.module.css';
import { closeToast, type Toast, toastStore } from './toasts.ts';

// Long enough to read and reach (WCAG 2.2.1); what carries an action stays longer.
const PLAIN_MS = 6000;
const ACTION_MS = 12_000;

/** The region of short messages; mounted once. Time stands still while it is pointed at or focused. */
export function Toasts() {
  const { t } = useTranslation('common');
  const toasts = useSyncExternalStore(toastStore.subscribe, toastStore.get);
  const [held, setHeld] = useState(false);
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- listens in on its buttons, does nothing by itself
    <div
      className={styles.region}
      role="region"
      aria-label={t('toast.region')}
      // Keeps it reachable while a dialog is open.
      data-react-aria-top-layer="true"
      onPointerEnter={() => setHeld(true)}
      onPointerLeave={() => setHeld(false)}
      onFocus={() => setHeld(true)}
      onBlur={() => setHeld(false)}
    >
      <div role="status" className={styles.list}>
        {toasts.map((toast) => (
          <ToastRow key={toast.id} toast={toast} held={held} />
        ))}
      </div>
    </div>
  );
}

function ToastRow({ toast, held }: { toast: Toast; held: boolean }) {
  const { t } = useTranslation('common');
  const { id, action } = toast;
  const close = () => closeToast(id);
  useEffect(() => {
    if (held) return;
    const timer = setTimeout(() => closeToast(id), action ? ACTION_MS : PLAIN_MS);
    return () => clearTimeout(timer);
  }, [held, id, action]);
  const act = () => {
    close();
    action?.run();
  };
  return (
    <div className={cx(styles.toast, toast.tone === 'danger' && styles.danger)}>
      <span className={styles.words}>{toast.text}</span>
      {action && (
        <Button size="sm" className={styles.action} onPress={act}>
          {action.label}
        </Button>
      )}
      <IconButton icon="close" label={t('action.dismiss')} className={styles.close} onPress={close} />
    </div>
  );
}
