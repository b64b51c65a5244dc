import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Channel } from '@bedside/shared/commands.ts';
import type { Quality } from '@bedside/shared/rpc.ts';
import type { StreamView } from '@bedside/shared/view.ts';
import { useWatcher } from '../media/use-watcher.ts';
import { useMediaLink } from '../net/session-context.tsx';
import { Button } from '../ui/Button.tsx';
import { cx } from '../ui/cx.ts';
import { Icon } from '../ui/Icon.tsx';
import { useHeard } from './use-heard.ts';
import { usePlay } from './use-play.ts';
import styles from './VoiceTile.module.css';

type VoiceTileProps = {
  channel: Channel;
  stream: StreamView;
  name: string;
  quality: Quality;
  muted: boolean;
  /** Beside the name. */
  actions?: ReactNode;
  className?: string | undefined;
};

/** One channel as it is heard, and seen where there is a picture: with whose it is. */
export function VoiceTile({ channel, stream, name, quality, muted, actions, className }: VoiceTileProps) {
  const { t } = useTranslation('voices');
  const hasPicture = stream.tracks.camera === 'on';
  // A media element whose video never brings a frame plays no sound either.
  const watcher = useWatcher(useMediaLink(channel), hasPicture ? quality : 'sound');
  const { element, blocked, play } = usePlay<HTMLVideoElement>(watcher.stream, muted);
  const { speaking } = useHeard(watcher.stream, `${watcher.epoch} ${watcher.status}`);
  const seen = hasPicture && quality !== 'sound' && watcher.picture === 'due' && watcher.status === 'playing';
  const state =
    stream.status === 'lost' || watcher.status === 'reconnecting' ? 'lost' : watcher.status === 'playing' ? null : ('waiting' as const);
  return (
    <figure
      className={cx(styles.tile, className)}
      data-channel={channel}
      data-picture={seen}
      data-speaking={speaking}
      data-playing={watcher.status === 'playing'}
    >
      <div className={styles.screen}>
        {/* oxlint-disable-next-line jsx-a11y/media-has-caption -- live; captions come as text of their own */}
        <video
          ref={element}
          className={cx(styles.video, !seen && styles.unseen)}
          playsInline
          autoPlay
          aria-label={t('tile.speaking', { name })}
        />
        {!seen && (
          <span className={styles.avatar}>
            <Icon name={stream.tracks.microphone === 'on' ? 'microphone' : 'microphoneOff'} size={1.25} />
          </span>
        )}
      </div>
      <figcaption className={styles.caption}>
        <span dir="auto" className={styles.name}>
          {name}
        </span>
        {name !== t(`role.${channel}`) && (
          <span data-role className={styles.role}>
            {t(`role.${channel}`)}
          </span>
        )}
        {state && <span className={styles.state}>{t(`tile.${state}`)}</span>}
        {!state && stream.tracks.microphone !== 'on' && <span className={styles.state}>{t('tile.muted')}</span>}
        {actions}
      </figcaption>
      {blocked && (
        <Button size="sm" variant="primary" icon="soundOff" className={styles.unheard} onPress={play}>
          {t('tile.unheard', { name })}
        </Button>
      )}
    </figure>
  );
}
