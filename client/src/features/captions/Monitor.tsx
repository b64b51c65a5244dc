import { useTranslation } from 'react-i18next';
import type { SessionView } from '@bedside/shared/view.ts';
import { usePlayback } from '../../media/use-playback.ts';
import { useWatcher } from '../../media/use-watcher.ts';
import { useMediaLink } from '../../net/session-context.tsx';
import voices from '../../i18n/en/voices.json' with { type: 'json' };
import { addWords } from '../../i18n/i18n.ts';
import { Button } from '../../ui/Button.tsx';
import { onStage } from '../../voices/on-stage.ts';
import { VoiceTiles } from '../../voices/VoiceTiles.tsx';
import styles from './CaptionDesk.module.css';

addWords('voices', voices);

/** The broadcast, as soon as patients have it, to hear and to see the doctor speak. */
export function Monitor({ session }: { session: SessionView }) {
  const { t } = useTranslation('captions');
  const { t: ofVoices } = useTranslation('voices');
  const watcher = useWatcher(useMediaLink(), 'automatic');
  const { video, blocked, muted, setMuted } = usePlayback(watcher.stream);
  const onAir = session.phase === 'live' && watcher.status === 'playing';
  const silent = muted || blocked !== 'nothing';
  const others = onStage(session);
  return (
    <div className={styles.stage}>
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
      {/* What they say is captioned as well (rule L1). */}
      {others.length > 0 && (
        <div className={styles.voices} role="group" aria-label={ofVoices('tile.group')}>
          <VoiceTiles others={others} muted={silent} />
        </div>
      )}
    </div>
  );
}
