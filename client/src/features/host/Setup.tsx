import { useTranslation } from 'react-i18next';
import type { SessionView } from '@bedside/shared/view.ts';
import { Button } from '../../ui/Button.tsx';
import { useNow } from '../../ui/clock.tsx';
import { copyText } from '../../ui/copy-text.ts';
import { Icon } from '../../ui/Icon.tsx';
import { useRememberedSwitch } from '../../ui/remembered.ts';
import { Switch } from '../../ui/Switch.tsx';
import { dayAndTime } from '../../ui/time.ts';
import { showToast } from '../../ui/toasts.ts';
import { CaptionsButton } from './CaptionsButton.tsx';
import { DeviceFields } from './DeviceFields.tsx';
import { GoLiveButton } from './GoLiveButton.tsx';
import { DeviceProblemNote, GoLiveProblem } from './Problem.tsx';
import { BeginRehearsal, Rehearsal } from './Rehearsal.tsx';
import { ScreenShare } from './ScreenShare.tsx';
import { SelfTest } from './SelfTest.tsx';
import { SpeakerTest } from './SpeakerTest.tsx';
import { SelfView } from './SelfView.tsx';
import styles from './Setup.module.css';
import type { Studio } from './use-studio.ts';

/** Before going live: how one looks and sounds, and one big button. */
export function Setup({ session, studio }: { session: SessionView; studio: Studio }) {
  const { t, i18n } = useTranslation('host');
  const now = useNow(60_000);
  const [guide, setGuide] = useRememberedSwitch('bedside.guide');
  const { media, starting, connected } = studio;
  const rehearsing = session.rehearsing === true;
  return (
    <section className={styles.setup} aria-labelledby="setup">
      {rehearsing && (
        <div className={styles.mark}>
          <Rehearsal session={session} studio={studio} />
        </div>
      )}
      <div className={styles.picture}>
        <SelfView
          size="lg"
          stream={media.stream}
          camera={media.tracks.camera !== null && !media.muted.camera}
          starting={starting}
          sound={media.tracks.microphone !== null}
          guide={guide}
        />
        <Switch label={t('setup.guide')} description={t('setup.guideNote')} isSelected={guide} onChange={setGuide} />
      </div>
      <div className={styles.side}>
        <div>
          <h2 id="setup" className={styles.heading}>
            {t('setup.heading')}
          </h2>
          <p className={styles.note}>
            {t('setup.lead')} {t('room.opens', { when: dayAndTime(session.startsAt, now, i18n.language) })}
          </p>
        </div>
        <DeviceProblemNote studio={studio} />
        <DeviceFields studio={studio} />
        <SpeakerTest />
        <SelfTest studio={studio} rehearsing={rehearsing} />
        <div className={styles.go}>
          <GoLiveProblem studio={studio} live={false} />
          <GoLiveButton studio={studio} words="live" big />
          <p className={styles.note}>{t(!connected ? 'go.offline' : media.tracks.microphone || starting ? 'go.note' : 'go.needsSound')}</p>
        </div>
      </div>
      <div className={styles.more}>
        {!rehearsing && <BeginRehearsal studio={studio} />}
        <ScreenShare session={session} studio={studio} />
        <Room session={session} studio={studio} />
      </div>
    </section>
  );
}

function Room({ session, studio }: { session: SessionView; studio: Studio }) {
  const { t } = useTranslation('host');
  const isOpen = session.phase === 'open';
  const copy = async () => {
    if (await copyText(`${location.origin}/s/${session.id}`)) showToast({ text: t('room.copied') });
  };
  return (
    <div className={styles.room}>
      {isOpen ? (
        <p className={styles.isOpen}>
          <Icon name="check" size={1.125} /> {t('room.isOpen')}
        </p>
      ) : (
        <Button wide icon="question" onPress={studio.openRoom}>
          {t('room.open')}
        </Button>
      )}
      <p className={styles.note}>{t(isOpen ? 'room.isOpenNote' : 'room.openNote')}</p>
      <div className={styles.quiet}>
        <CaptionsButton studio={studio} />
      </div>
      <Button variant="quiet" size="sm" icon="link" className={styles.quiet} onPress={() => void copy()}>
        {t('room.copy')}
      </Button>
    </div>
  );
}
