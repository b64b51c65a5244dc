import { useTranslation } from 'react-i18next';
import { Dialog } from '../../ui/Dialog.tsx';
import { AskForm } from './AskForm.tsx';
import type { Asking } from './use-ask.ts';

type AskSheetProps = { asking: Asking; connected: boolean; isOpen: boolean; onOpenChange: (isOpen: boolean) => void };

/** The composer on a phone. */
export function AskSheet({ asking, connected, isOpen, onOpenChange }: AskSheetProps) {
  const { t } = useTranslation('watch');
  return (
    <Dialog title={t('ask.heading')} kind="sheet" isOpen={isOpen} onOpenChange={onOpenChange}>
      <AskForm asking={asking} connected={connected} focusText onSent={() => onOpenChange(false)} />
    </Dialog>
  );
}
