import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button, IconButton } from './Button.tsx';
import { PlainEmergencyDialog } from './EmergencyWords.tsx';
import { lazyPart } from './lazy-part.tsx';

const EmergencyDialog = lazyPart(() => import('./EmergencyDialog.tsx').then((part) => part.EmergencyDialog), PlainEmergencyDialog);

/** "General information, not medical advice": the line that is always in sight. */
export function NoticeText({ className }: { className?: string | undefined }) {
  const { t } = useTranslation('common');
  return <span className={className}>{t('notice.short')}</span>;
}

/** Opens what to do in an emergency. `compact` is an icon alone, where there is little room. */
export function EmergencyButton({ compact = false }: { compact?: boolean }) {
  const { t } = useTranslation('common');
  const [isOpen, setOpen] = useState(false);
  const open = () => setOpen(true);
  return (
    <>
      {compact ? (
        <IconButton icon="lifebuoy" label={t('notice.button')} onPress={open} />
      ) : (
        <Button variant="quiet" size="sm" icon="lifebuoy" onPress={open}>
          {t('notice.button')}
        </Button>
      )}
      <EmergencyDialog isOpen={isOpen} onOpenChange={setOpen} />
    </>
  );
}
