import { useTranslation } from 'react-i18next';
import { ConfirmDialog } from '../../ui/Dialog.tsx';

type WithdrawDialogProps = { isOpen: boolean; onClose: () => void; onConfirm: () => void };

export function WithdrawDialog({ isOpen, onClose, onConfirm }: WithdrawDialogProps) {
  const { t } = useTranslation('ask');
  return (
    <ConfirmDialog
      title={t('own.confirmTitle')}
      isOpen={isOpen}
      onOpenChange={onClose}
      confirm={t('own.withdraw')}
      cancel={t('own.keep')}
      danger
      onConfirm={onConfirm}
    >
      <p>{t('own.confirmText')}</p>
    </ConfirmDialog>
  );
}
