import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../ui/Button.tsx';
import { lazyPart } from '../../ui/lazy-part.tsx';
import type { Studio } from './use-studio.ts';

const SelfTestDialog = lazyPart(() => import('./SelfTestDialog.tsx').then((part) => part.SelfTestDialog));

/** Only where nothing is sent, from this window or, as a rehearsal, from another. */
export function SelfTest({ studio, rehearsing }: { studio: Studio; rehearsing: boolean }) {
  const { t } = useTranslation('host');
  const [isOpen, setOpen] = useState(false);
  const { status } = studio.media;
  const isIdle = !rehearsing && !studio.goingLive && (status === 'idle' || status === 'failed');
  return (
    <>
      {isIdle && (
        <Button wide icon="check" isDisabled={studio.starting} onPress={() => setOpen(true)}>
          {t('setup.test')}
        </Button>
      )}
      <SelfTestDialog isOpen={isOpen && isIdle} onClose={() => setOpen(false)} studio={studio} />
    </>
  );
}
