import type { ComponentProps } from 'react';
import { useTranslation } from 'react-i18next';
import { Dialog } from '../../ui/Dialog.tsx';
import { AskForm } from './AskForm.tsx';

type AskSheetProps = Omit<ComponentProps<typeof AskForm>, 'focusText' | 'compact' | 'onSent'> & {
  isOpen: boolean;
  onOpenChange: (isOpen: boolean) => void;
};

/** The composer on a phone. */
export function AskSheet({ isOpen, onOpenChange, ...composer }: AskSheetProps) {
  const { t } = useTranslation('watch');
  return (
    <Dialog title={t('ask.heading')} kind="sheet" isOpen={isOpen} onOpenChange={onOpenChange}>
      <AskForm {...composer} focusText onSent={() => onOpenChange(false)} />
    </Dialog>
  );
}
