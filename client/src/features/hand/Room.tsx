import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { SessionView } from '@bedside/shared/view.ts';
import type { PublishProblem } from '../../media/publisher.ts';
import { usePublisher } from '../../media/use-publisher.ts';
import { useMediaLink, useSend } from '../../net/session-context.tsx';
import { Banner } from '../../ui/Banner.tsx';
import { Button } from '../../ui/Button.tsx';
import { Card } from '../../ui/Card.tsx';
import { DevicePick, DeviceTrouble } from '../../voices/DevicePick.tsx';
import { LevelBar } from '../../voices/LevelBar.tsx';
import { OwnPicture } from '../../voices/OwnPicture.tsx';
import styles from './Hand.module.css';

type RoomProps = { isOpen: boolean; session: SessionView; onStage: boolean; onLeave: () => void };

/** The waiting room, where nobody hears or sees anything of it, and then the stage: heard first, seen by one's own choice alone. */
export function Room({ session, onStage, onLeave }: RoomProps) {
  const { t } = useTranslation('voices');
  const send = useSend();
  const sending = usePublisher(useMediaLink('guest'));
  const publisher = sending?.publisher;
  const [problem, setProblem] = useState<PublishProblem | null>(null);
  const hasSound = (sending?.snapshot.tracks.microphone ?? null) !== null;
  useEffect(() => void publisher?.startPreview('microphone'), [publisher]);

  useEffect(() => {
    if (!publisher || !onStage || !hasSound) return;
    publisher.setMuted('camera', true);
    void publisher.publish().then(setProblem);
  }, [publisher, onStage, hasSound]);

  if (!sending || !publisher) return null;
  const { snapshot: media } = sending;
  const isSeen = media.tracks.camera !== null && !media.muted.camera;
  const isMuted = media.muted.microphone;
  const turnCamera = async (on: boolean) => {
    publisher.setMuted('camera', !on);
    if (onStage) void send({ type: 'set-track', source: 'camera', muted: !on });
    if (on && media.tracks.camera === null) await publisher.choose('camera', null);
  };
  const mute = () => {
    publisher.setMuted('microphone', !isMuted);
    void send({ type: 'set-track', source: 'microphone', muted: !isMuted });
  };
  const connecting = onStage && media.status !== 'on' && problem === null;
  const lead = !onStage
    ? t('hand.waitingLead')
    : connecting
      ? t('hand.connecting')
      : t(session.phase === 'live' ? 'hand.onStageLead' : 'hand.onStagePaused');
  return (
    <Card tone="accent" className={styles.card}>
      <h2 className={styles.title}>{t(onStage ? 'hand.onStageTitle' : 'hand.waitingTitle')}</h2>
      <p role="status" className={styles.note}>
        {lead} {t('hand.headphones')}
      </p>
      {onStage && problem !== null && problem !== 'stopped' && (
        <Banner
          tone="danger"
          live
          actions={
            <Button size="sm" icon="refresh" onPress={() => void publisher.publish().then(setProblem)}>
              {t('hand.retry')}
            </Button>
          }
        >
          {t('panel.state.failed')}
        </Banner>
      )}
      <DeviceTrouble source="microphone" media={media} onRetry={() => void publisher.choose('microphone', null)} />
      <DeviceTrouble source="camera" media={media} onRetry={() => void publisher.choose('camera', null)} />
      <div className={styles.devices}>
        {isSeen && <OwnPicture stream={media.stream} shown />}
        {hasSound && !isMuted && <LevelBar publisher={publisher} />}
        <DevicePick source="microphone" publisher={publisher} media={media} />
      </div>
      <div className={styles.actions}>
        {onStage && (
          <Button
            variant={isMuted ? 'danger' : 'secondary'}
            icon={isMuted ? 'microphoneOff' : 'microphone'}
            isDisabled={!hasSound}
            onPress={mute}
          >
            {t(isMuted ? 'panel.unmute' : 'panel.mute')}
          </Button>
        )}
        <Button icon={isSeen ? 'camera' : 'cameraOff'} onPress={() => void turnCamera(!isSeen)}>
          {t(isSeen ? 'panel.cameraStop' : 'panel.cameraOn')}
        </Button>
        <Button variant={onStage ? 'danger' : 'secondary'} icon="close" onPress={onLeave}>
          {t(onStage ? 'hand.leave' : 'hand.leaveWaiting')}
        </Button>
      </div>
    </Card>
  );
}
