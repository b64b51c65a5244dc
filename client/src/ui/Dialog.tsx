import type { ReactNode } from 'react';
import { Dialog as AriaDialog, Heading, Modal, ModalOverlay } from 'react-aria-components/Modal';
import { useTranslation } from 'react-i18next';
import { Button, IconButton } from './Button.tsx';
import { cx } from './cx.ts';
import styles from './Dialog.module.css';

type DialogProps = {
  title: string;
  isOpen: boolean;
  onOpenChange: (isOpen: boolean) => void;
  /** `sheet` comes up from the bottom on a phone, within the thumb's reach. */
  kind?: 'dialog' | 'sheet';
  /** Buttons at its foot. */
  actions?: ReactNode;
  role?: 'dialog' | 'alertdialog';
  children: ReactNode;
};

export function Dialog({ title, isOpen, onOpenChange, kind = 'dialog', actions, role = 'dialog', children }: DialogProps) {
  const { t } = useTranslation('common');
  return (
    <ModalOverlay
      isOpen={isOpen}
      onOpenChange={onOpenChange}
      isDismissable={role === 'dialog'}
      className={cx(styles.overlay, kind === 'sheet' && styles.sheet)}
    >
      <Modal className={styles.modal}>
        <AriaDialog role={role} className={styles.dialog}>
          <header className={styles.head}>
            <Heading slot="title" level={2} className={styles.title}>
              {title}
            </Heading>
            <IconButton icon="close" label={t('action.close')} onPress={() => onOpenChange(false)} />
          </header>
          <div className={styles.body}>{children}</div>
          {actions && <footer className={styles.actions}>{actions}</footer>}
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  );
}

type ConfirmDialogProps = {
  title: string;
  isOpen: boolean;
  onOpenChange: (isOpen: boolean) => void;
  confirm: string;
  /** Defaults to "Cancel". */
  cancel?: string;
  danger?: boolean;
  onConfirm: () => void;
  children: ReactNode;
};

/** Asks before something that can't be undone. Focus begins on the harmless answer. */
export function ConfirmDialog({ confirm, cancel, danger = false, onConfirm, children, ...dialog }: ConfirmDialogProps) {
  const { t } = useTranslation('common');
  const close = () => dialog.onOpenChange(false);
  const yes = () => {
    close();
    onConfirm();
  };
  const actions = (
    <>
      <Button autoFocus onPress={close}>
        {cancel ?? t('action.cancel')}
      </Button>
      <Button variant={danger ? 'danger' : 'primary'} onPress={yes}>
        {confirm}
      </Button>
    </>
  );
  return (
    <Dialog {...dialog} kind="sheet" role="alertdialog" actions={actions}>
      {children}
    </Dialog>
  );
}
