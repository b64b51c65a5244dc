import { useTranslation } from 'react-i18next';
import { ConfirmDialog } from '../../ui/Dialog.tsx';

type EraseAnswerDialogProps = { isOpen: boolean; onClose: () => void; onConfirm: () => void };

/** Going back to the queue erases the answer in writing for good (rule M14). */
export function EraseAnswerDialog({ isOpen, onClose, onConfirm }: EraseAnswerDialogProps) {
  const { t } = useTranslation('host');
  return (
    <ConfirmDialog
      title={t('erase.title')}
      isOpen={isOpen}
      onOpenChange={onClose}
      confirm={t('erase.confirm')}
      danger
      onConfirm={onConfirm}
    >
      <p>{t('erase.text')}</p>
    </ConfirmDialog>
  );
}
