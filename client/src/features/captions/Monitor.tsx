import { useTranslation } from 'react-i18next';
import type { SessionView } from '@bedside/shared/view.ts';
import { usePlayback } from '../../media/use-playback.ts';
import { useWatcher } from '../../media/use-watcher.ts';
import { useMediaLink } from '../../net/session-context.tsx';
import { Button } from '../../ui/Button.tsx';
import styles from './CaptionDesk.module.css';

/** The broadcast, as soon as patients have it, to hear and to see the doctor speak. */
export function Monitor({ session }: { session: SessionView }) {
  const { t } = useTranslation('captions');
  const watcher = useWatcher(useMediaLink(), 'automatic');
  const { video, blocked, muted, setMuted } = usePlayback(watcher.stream);
  const onAir = session.phase === 'live' && watcher.status === 'playing';
  const silent = muted || blocked !== 'nothing';
  return (
    <section className={styles.monitor} aria-label={t('desk.listen')}>
      {/* oxlint-disable-next-line jsx-a11y/media-has-caption -- who captions it hears it */}
      <video ref={video} className={styles.video} playsInline autoPlay hidden={!onAir} />
      {!onAir && <p className={styles.noPicture}>{t(watcher.status === 'reconnecting' ? 'desk.lost' : 'desk.noPicture')}</p>}
      {onAir && (
        <Button
          size="sm"
          variant={silent ? 'primary' : 'secondary'}
          icon={silent ? 'soundOff' : 'soundOn'}
          className={styles.sound}
          onPress={() => setMuted(!silent)}
        >
          {t(blocked === 'nothing' ? (muted ? 'desk.listen' : 'desk.mute') : 'desk.tapToListen')}
        </Button>
      )}
    </section>
  );
}
