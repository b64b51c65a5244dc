import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { SessionView } from '@bedside/shared/view.ts';
import { Badge } from '../../ui/Badge.tsx';
import { Button } from '../../ui/Button.tsx';
import { lazyPart } from '../../ui/lazy-part.tsx';
import styles from './Outputs.module.css';
import { isAnyOn, useOutputsStatus } from './use-outputs.ts';

const OutputsDialog = lazyPart(() => import('./OutputsDialog.tsx').then((part) => part.OutputsDialog));

/** In the head of the studio: what goes out beside what pages watch, and whether it does. */
export function Outputs({ session }: { session: SessionView }) {
  const { t } = useTranslation('host');
  const [open, setOpen] = useState(false);
  const { outputs } = session;
  const any = outputs !== undefined && isAnyOn(outputs);
  const status = useOutputsStatus(open || any, outputs?.targets);
  if (!outputs) return null;
  const onAir = session.phase === 'live' || session.phase === 'paused';
  const troubled =
    onAir && Object.values(status.healths).some(({ state }) => state === 'retrying' || state === 'failed' || state === 'full');
  return (
    <div className={styles.head}>
      {outputs.cut && onAir && any ? (
        <Badge tone="warn" icon="pause">
          {t('outputs.cutBadge')}
        </Badge>
      ) : troubled ? (
        <Badge tone="danger" icon="alert">
          {t('outputs.troubled')}
        </Badge>
      ) : (
        session.recording &&
        onAir && (
          <Badge tone="danger" icon="record">
            {t('outputs.recordingBadge')}
          </Badge>
        )
      )}
      <Button size="sm" icon="external" aria-haspopup="dialog" onPress={() => setOpen(true)}>
        {t('outputs.open')}
      </Button>
      <OutputsDialog session={session} outputs={outputs} {...status} isOpen={open} onOpenChange={setOpen} />
    </div>
  );
}
