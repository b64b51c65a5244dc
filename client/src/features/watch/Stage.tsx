import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { SessionView } from '@bedside/shared/view.ts';
import { announce } from '../../ui/announce.ts';
import { Button, IconButton } from '../../ui/Button.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { enterFullscreen } from './fullscreen.ts';
import styles from './Stage.module.css';
import { StageCover } from './StageCover.tsx';
import { stageState } from './stage-state.ts';
import { StageStatus } from './StageStatus.tsx';
import { usePlayback } from './use-playback.ts';
import type { WatcherSnapshot } from '../../media/watcher.ts';

type StageProps = { session: SessionView; viewers: number; watcher: Pick<WatcherSnapshot, 'status' | 'stream'> & { retry(): void } };

/** The picture, or in its place the words on why there is none. */
export function Stage({ session, viewers, watcher }: StageProps) {
  const { t } = useTranslation('watch');
  const frame = useRef<HTMLDivElement>(null);
  const { video, blocked, muted, setMuted } = usePlayback(watcher.stream);
  const state = stageState(session, watcher.status);
  const onAir = state === 'playing';
  useEffect(() => {
    if (state === 'lost' || state === 'reconnecting' || state === 'unreachable' || state === 'failed') announce(t(`stage.${state}`));
  }, [state, t]);
  const { camera, microphone } = session.stream.tracks;

  return (
    <section ref={frame} className={styles.stage} aria-label={t('video', { name: session.host.name })}>
      {/* oxlint-disable-next-line jsx-a11y/media-has-caption -- live; captions come as text of their own */}
      <video ref={video} className={styles.video} playsInline autoPlay data-state={state} />
      {onAir ? (
        camera !== 'on' && (
          <div className={styles.cover}>
            <Icon name="cameraOff" size={2} />
            <p className={styles.coverTitle}>{t('stage.cameraOff')}</p>
          </div>
        )
      ) : (
        <StageCover state={state} session={session} onRetry={watcher.retry} />
      )}
      <StageStatus session={session} viewers={viewers}>
        {onAir && microphone !== 'on' && (
          <span className={styles.pill}>
            <Icon name="microphoneOff" size={1} /> {t('stage.microphoneMuted')}
          </span>
        )}
      </StageStatus>
      {onAir && blocked !== 'nothing' && (
        <Button
          variant="primary"
          size="lg"
          icon={blocked === 'sound' ? 'soundOff' : 'play'}
          className={styles.tap}
          onPress={() => setMuted(false)}
        >
          {t(blocked === 'sound' ? 'stage.tapForSound' : 'stage.tapToPlay')}
        </Button>
      )}
      {onAir && (
        <div className={styles.controls}>
          {blocked === 'nothing' && (
            <IconButton
              icon={muted ? 'soundOff' : 'soundOn'}
              label={t(muted ? 'stage.unmute' : 'stage.mute')}
              className={styles.control}
              onPress={() => setMuted(!muted)}
            />
          )}
          <IconButton
            icon="expand"
            label={t('stage.fullscreen')}
            className={styles.control}
            onPress={() => void enterFullscreen(frame.current, video.current)}
          />
        </div>
      )}
    </section>
  );
}
