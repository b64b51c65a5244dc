import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { SessionId } from '@bedside/shared/ids.ts';
import { createHlsPlayer, type HlsSnapshot } from '../../media/hls-player.ts';
import { announce } from '../../ui/announce.ts';
import { Button } from '../../ui/Button.tsx';
import { useServerNow } from '../../ui/clock.tsx';
import { Icon } from '../../ui/Icon.tsx';
import styles from './HlsStage.module.css';
import stage from './Stage.module.css';

type HlsStageProps = { isOpen: boolean; sessionId: SessionId };

/** In place of a picture that WebRTC can't bring: the same some seconds later, and how many (rule X10). */
export function HlsStage({ isOpen, sessionId }: HlsStageProps) {
  return isOpen && <Player sessionId={sessionId} />;
}

function Player({ sessionId }: { sessionId: SessionId }) {
  const { t } = useTranslation('watch');
  const now = useServerNow();
  const video = useRef<HTMLVideoElement>(null);
  const [{ status, behindMs }, setState] = useState<HlsSnapshot>({ status: 'loading', behindMs: null });
  const [silent, setSilent] = useState(false);

  useEffect(() => {
    const element = video.current;
    if (!element) return;
    const player = createHlsPlayer(`/hls/${sessionId}/`, element, now);
    const stop = player.subscribe(() => setState(player.get()));
    // Browsers let sound begin with a press alone.
    const onRefused = () => {
      if (!element.paused || element.readyState < 3 || element.muted) return;
      element.muted = true;
      setSilent(true);
      element.play().catch(() => {});
    };
    element.addEventListener('canplay', onRefused);
    return () => {
      element.removeEventListener('canplay', onRefused);
      stop();
      player.stop();
    };
  }, [sessionId, now]);

  const playing = status === 'playing';
  useEffect(() => {
    if (playing) announce(t('hls.now'));
  }, [playing, t]);
  return (
    <div className={styles.later} data-hls={status} hidden={!playing}>
      {/* oxlint-disable-next-line jsx-a11y/media-has-caption -- live; captions come as text of their own */}
      <video ref={video} className={styles.video} playsInline />
      {playing && (
        <div className={styles.foot}>
          {silent && (
            <Button
              variant="primary"
              size="lg"
              icon="soundOff"
              className={styles.tap}
              onPress={() => {
                if (video.current) video.current.muted = false;
                setSilent(false);
              }}
            >
              {t('stage.tapForSound')}
            </Button>
          )}
          <span className={stage.pill}>
            <Icon name="clock" size={1} />
            {behindMs === null ? t('hls.later') : t('hls.behind', { count: Math.round(behindMs / 1000) })}
          </span>
        </div>
      )}
    </div>
  );
}
