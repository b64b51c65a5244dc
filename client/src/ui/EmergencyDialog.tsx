import { useTranslation } from 'react-i18next';
import { Dialog } from './Dialog.tsx';
import { EmergencyWords } from './EmergencyWords.tsx';

export function EmergencyDialog({ isOpen, onOpenChange }: { isOpen: boolean; onOpenChange: (isOpen: boolean) => void }) {
  const { t } = useTranslation('common');
  return (
    <Dialog title={t('notice.title')} isOpen={isOpen} onOpenChange={onOpenChange} kind="sheet">
      <EmergencyWords />
    </Dialog>
  );
}
