import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { SessionView } from '@bedside/shared/view.ts';
import type { DeviceSource } from '../../media/devices.ts';
import { Button, IconButton } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { Kbd } from '../../ui/Kbd.tsx';
import { CaptionsButton } from './CaptionsButton.tsx';
import styles from './Controls.module.css';
import { DeviceFields } from './DeviceFields.tsx';
import { EmergencyClose } from './EmergencyClose.tsx';
import { EndDialog } from './EndDialog.tsx';
import { shortcutKeys } from './shortcuts.ts';
import type { Studio } from './use-studio.ts';

type ControlsProps = { session: SessionView; studio: Studio; keys: boolean; unanswered: number; onHelp: () => void };

/** Quiet, in reach, and the dangerous one the farthest away. */
export function Controls({ session, studio, keys, unanswered, onHelp }: ControlsProps) {
  const { t } = useTranslation('host');
  const [devices, setDevices] = useState(false);
  const [ending, setEnding] = useState(false);
  const onBreak = session.phase === 'paused';
  return (
    <div className={styles.controls} role="group" aria-label={t('live.controls')}>
      <Track source="microphone" studio={studio} keys={keys} />
      <Track source="camera" studio={studio} keys={keys} />
      {!onBreak && (
        <Button
          icon="pause"
          className={styles.break}
          isPending={studio.leaving === 'break'}
          isDisabled={studio.leaving === 'end'}
          onPress={studio.takeBreak}
        >
          {t('live.break')}
        </Button>
      )}
      <div className={styles.last}>
        <CaptionsButton studio={studio} compact />
        <IconButton icon="settings" label={t('live.devices')} onPress={() => setDevices(true)} />
        <IconButton icon="help" label={t('keys.open')} className={styles.help} onPress={onHelp} />
        {!session.closed && <EmergencyClose className={styles.closing} />}
        <Button variant="quiet" className={styles.end} isPending={studio.leaving === 'end'} onPress={() => setEnding(true)}>
          {t(studio.leaving === 'end' ? 'live.ending' : 'live.end')}
        </Button>
      </div>
      <Dialog title={t('live.devices')} isOpen={devices} onOpenChange={setDevices} kind="sheet">
        <DeviceFields studio={studio} />
      </Dialog>
      <EndDialog isOpen={ending} onOpenChange={setEnding} unanswered={unanswered} onEnd={studio.end} />
    </div>
  );
}

function Track({ source, studio, keys }: { source: DeviceSource; studio: Studio; keys: boolean }) {
  const { t } = useTranslation('host');
  const muted = studio.media.muted[source];
  const key = shortcutKeys[source];
  return (
    <Button
      variant={muted && source === 'microphone' ? 'danger' : 'secondary'}
      icon={muted ? (`${source}Off` as const) : source}
      className={styles.track}
      isDisabled={studio.media.tracks[source] === null}
      aria-keyshortcuts={keys ? key : undefined}
      onPress={() => studio.toggle(source)}
    >
      {t(`live.${source}${muted ? 'Muted' : 'On'}`)} {keys && <Kbd decorative>{key.toUpperCase()}</Kbd>}
    </Button>
  );
}
