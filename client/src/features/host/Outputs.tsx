import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { SessionView } from '@bedside/shared/view.ts';
import { Badge } from '../../ui/Badge.tsx';
import { Button, IconButton } from '../../ui/Button.tsx';
import { lazyPart } from '../../ui/lazy-part.tsx';
import styles from './Outputs.module.css';
import { isAnyOn, useOutputsStatus } from './use-outputs.ts';

const OutputsDialog = lazyPart(() => import('./OutputsDialog.tsx').then((part) => part.OutputsDialog));

const icons = { cutBadge: 'pause', troubled: 'alert', recordingBadge: 'record' } as const;

/** In the head of the studio: what goes out beside what pages watch, and whether it does. */
export function Outputs({ session, compact }: { session: SessionView; compact: boolean }) {
  const { t } = useTranslation('host');
  const [open, setOpen] = useState(false);
  const { outputs } = session;
  const any = outputs !== undefined && isAnyOn(outputs);
  const status = useOutputsStatus(open || any, outputs?.targets);
  if (!outputs) return null;
  const onAir = session.phase === 'live' || session.phase === 'paused';
  const troubled =
    onAir && Object.values(status.healths).some(({ state }) => state === 'retrying' || state === 'failed' || state === 'full');
  const state = outputs.cut && onAir && any ? 'cutBadge' : troubled ? 'troubled' : session.recording && onAir ? 'recordingBadge' : null;
  const tone = state === 'cutBadge' ? 'warn' : 'danger';
  return (
    <div className={styles.head}>
      {compact ? (
        // A phone's head has no room for words beside the title's: sign and colour, and the words for who hears it.
        <IconButton
          icon={state ? icons[state] : 'external'}
          label={state ? t('outputs.openWith', { state: t(`outputs.${state}`) }) : t('outputs.open')}
          className={state ? styles[tone] : undefined}
          aria-haspopup="dialog"
          onPress={() => setOpen(true)}
        />
      ) : (
        <>
          {state && (
            <Badge tone={tone} icon={icons[state]}>
              {t(`outputs.${state}`)}
            </Badge>
          )}
          <Button size="sm" icon="external" aria-haspopup="dialog" onPress={() => setOpen(true)}>
            {t('outputs.open')}
          </Button>
        </>
      )}
      <OutputsDialog session={session} outputs={outputs} {...status} isOpen={open} onOpenChange={setOpen} />
    </div>
  );
}
