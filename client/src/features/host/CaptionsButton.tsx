import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSession } from '../../net/session-context.tsx';
import { Button, IconButton } from '../../ui/Button.tsx';
import { lazyPart } from '../../ui/lazy-part.tsx';
import type { Studio } from './use-studio.ts';

const HostCaptions = lazyPart(() => import('./HostCaptions.tsx').then((part) => part.HostCaptions));

/** Opens what there is to do about captions; `compact` without words. */
export function CaptionsButton({ studio, compact = false }: { studio: Studio; compact?: boolean }) {
  const { t } = useTranslation('host');
  const { view } = useSession();
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      {compact ? (
        <IconButton icon="captions" label={t('captions')} onPress={() => setOpen(true)} />
      ) : (
        <Button variant="quiet" size="sm" icon="captions" onPress={() => setOpen(true)}>
          {t('captions')}
        </Button>
      )}
      {view && <HostCaptions view={view} recogniser={studio.recogniser} isOpen={isOpen} onOpenChange={setOpen} />}
    </>
  );
}
