import { useTranslation } from 'react-i18next';
import { ConfirmDialog } from '../../ui/Dialog.tsx';

type ObjectDialogProps = { isOpen: boolean; onClose: () => void; onConfirm: () => void };

export function ObjectDialog({ isOpen, onClose, onConfirm }: ObjectDialogProps) {
  const { t } = useTranslation('ask');
  return (
    <ConfirmDialog title={t('own.objectTitle')} isOpen={isOpen} onOpenChange={onClose} confirm={t('own.object')} onConfirm={onConfirm}>
      <p>{t('own.objectText')}</p>
    </ConfirmDialog>
  );
}
