import { lazy, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button, IconButton } from './Button.tsx';
import { LazyPart } from './LazyPart.tsx';
import { soon } from './soon.ts';

const EmergencyDialog = lazy(soon(() => import('./EmergencyDialog.tsx').then((part) => ({ default: part.EmergencyDialog }))));

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
      <LazyPart show={isOpen}>
        <EmergencyDialog isOpen={isOpen} onOpenChange={setOpen} />
      </LazyPart>
    </>
  );
}
