import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { picturesOf } from '@bedside/shared/layout.ts';
import type { SessionView } from '@bedside/shared/view.ts';
import type { MediaLink } from '../../media/link.ts';
import type { Watching } from '../../media/use-watcher.ts';
import { announce } from '../../ui/announce.ts';
import { Button, IconButton } from '../../ui/Button.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { lazyHelp, lazyPart } from '../../ui/lazy-part.tsx';
import { CaptionsControl, type Reading, StageCaptions } from './CaptionsControl.tsx';
import { enterFullscreen } from './fullscreen.ts';
import styles from './Stage.module.css';
import { PictureComing, SoundOnly, StageCover } from './StageCover.tsx';
import { stageState } from './stage-state.ts';
import { StageStatus } from './StageStatus.tsx';
import { usePlayback } from '../../media/use-playback.ts';
import type { QualityChoice } from './use-quality.ts';

const QualityLight = lazyHelp(
  () => import('./QualityLight.tsx').then((part) => part.QualityLight),
  ({ asked }) => asked,
);
// Loaded where WebRTC finds no way, and there is something else.
const HlsStage = lazyHelp(
  () => import('./HlsStage.tsx').then((part) => part.HlsStage),
  ({ isOpen }) => isOpen,
);
// Loaded with the first voice beside the doctor's.
const SecondVoice = lazyPart(
  () => import('./SecondVoice.tsx').then((part) => part.SecondVoice),
  () => null,
);
const SharedScreen = lazyHelp(
  () => import('./SharedScreen.tsx').then((part) => part.SharedScreen),
  ({ stream }) => stream,
);
const QualityMenu = lazyPart(() => import('./QualityMenu.tsx').then((part) => part.QualityMenu));

const hasVoices = ({ phase, voices = {} }: SessionView) =>
  phase === 'live' && Object.values(voices).some(({ stream }) => stream.status !== 'off');

type StageProps = {
  session: SessionView;
  viewers: number;
  watcher: Watching;
  link: MediaLink;
  choice: QualityChoice;
  reading: Reading;
};

/** The picture, or in its place the words on why there is none. */
export function Stage({ session, viewers, watcher, link, choice, reading }: StageProps) {
  const { t } = useTranslation('watch');
  const frame = useRef<HTMLDivElement>(null);
  const { video, blocked, muted, setMuted } = usePlayback(watcher.stream);
  const state = stageState(session, watcher.status);
  const onAir = state === 'playing';
  // Who waits for a picture may rather want none.
  const isLater = session.hls !== null && (state === 'unreachable' || state === 'failed');
  const isWatching = onAir || state === 'reconnecting' || state === 'starting' || state === 'unreachable';
  const { picture } = watcher;
  const soundOnly = choice.quality === 'sound';
  const qualityButton = useRef<HTMLButtonElement>(null);
  const [qualityOpen, setQualityOpen] = useState(false);
  useEffect(() => {
    if (state === 'reconnecting') announce(t(soundOnly ? 'stage.reconnectingSound' : 'stage.reconnecting'));
    else if (state === 'lost' || state === 'unreachable' || state === 'failed') announce(t(`stage.${state}`));
  }, [state, soundOnly, t]);
  const { camera, microphone, screen } = session.stream.tracks;
  const shown = picturesOf(session.layout, screen === 'on');
  const showsScreen = onAir && shown.screen && picture === 'due';
  // The screen's comes first in the page.
  const fillScreen = () => enterFullscreen(frame.current, showsScreen ? (frame.current?.querySelector('video') ?? null) : video.current);
  const openQuality = async () => {
    // What is beside the stage in the page does not show while the stage fills the screen.
    if (document.fullscreenElement) await fillScreen();
    setQualityOpen(true);
  };
  const showPicture = () => {
    choice.choose('automatic');
    // What was pressed goes with the card.
    qualityButton.current?.focus();
  };

  return (
    <section
      ref={frame}
      className={styles.stage}
      data-shows={showsScreen ? (shown.camera && camera === 'on' ? 'both' : 'screen') : undefined}
      aria-label={t('video', { name: session.host.name })}
    >
      <SharedScreen isOpen={showsScreen} stream={watcher.screen} />
      {/* oxlint-disable-next-line jsx-a11y/media-has-caption -- live; captions come as text of their own */}
      <video ref={video} className={styles.video} playsInline autoPlay data-state={picture === 'due' ? state : picture} />
      {!onAir ? (
        <StageCover state={state} session={session} viewers={viewers} soundOnly={soundOnly} onRetry={watcher.retry} />
      ) : camera !== 'on' && !shown.screen ? (
        <div className={styles.cover}>
          <Icon name="cameraOff" size={2} />
          <p className={styles.coverTitle}>{t('stage.cameraOff')}</p>
        </div>
      ) : picture === 'none' ? (
        <SoundOnly name={session.host.name} onShow={showPicture} />
      ) : (
        picture === 'coming' && <PictureComing />
      )}
      <HlsStage isOpen={isLater} sessionId={session.id} />
      <StageStatus session={session} viewers={viewers}>
        {onAir && microphone !== 'on' && (
          <span className={styles.pill}>
            <Icon name="microphoneOff" size={1} /> {t('stage.microphoneMuted')}
          </span>
        )}
        <QualityLight isOpen={isWatching} link={link} watcher={watcher} asked={choice.quality} />
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
      <StageCaptions reading={reading} />
      {(isWatching || session.phase === 'live') && (
        <div className={styles.controls}>
          {onAir && blocked === 'nothing' && (
            <IconButton
              icon={muted ? 'soundOff' : 'soundOn'}
              label={t(muted ? 'stage.unmute' : 'stage.mute')}
              className={styles.control}
              onPress={() => setMuted(!muted)}
            />
          )}
          <CaptionsControl reading={reading} />
          {isWatching && !isLater && (
            <IconButton
              ref={qualityButton}
              icon="settings"
              label={t('stage.quality')}
              className={styles.control}
              aria-haspopup="dialog"
              aria-expanded={qualityOpen}
              onPress={() => void openQuality()}
            />
          )}
          {onAir && <IconButton icon="expand" label={t('stage.fullscreen')} className={styles.control} onPress={() => void fillScreen()} />}
        </div>
      )}
      <SecondVoice
        isOpen={hasVoices(session)}
        session={session}
        quality={choice.quality}
        main={video}
        muted={muted || blocked !== 'nothing'}
      />
      <QualityMenu
        {...choice}
        link={link}
        stats={watcher.stats}
        large={shown.screen ? watcher.screen : watcher.stream}
        trigger={qualityButton}
        isOpen={qualityOpen && isWatching}
        onOpenChange={setQualityOpen}
      />
    </section>
  );
}
