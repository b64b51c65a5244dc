import { useTranslation } from 'react-i18next';
import { ConfirmDialog } from '../../ui/Dialog.tsx';

type EndDialogProps = { isOpen: boolean; onOpenChange: (isOpen: boolean) => void; unanswered: number; onEnd: () => void };

/** Says what ending does, because nothing brings the session back. */
export function EndDialog({ isOpen, onOpenChange, unanswered, onEnd }: EndDialogProps) {
  const { t } = useTranslation('host');
  return (
    <ConfirmDialog
      title={t('end.title')}
      isOpen={isOpen}
      onOpenChange={onOpenChange}
      confirm={t('end.confirm')}
      cancel={t('end.cancel')}
      danger
      onConfirm={onEnd}
    >
      <p>{t('end.lead')}</p>
      <p>{t('end.stays')}</p>
      {unanswered > 0 && <p>{t('end.left', { count: unanswered })}</p>}
      <p>
        <strong>{t('end.final')}</strong>
      </p>
    </ConfirmDialog>
  );
}
