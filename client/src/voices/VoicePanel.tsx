import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { LanguageTag } from '@bedside/shared/commands.ts';
import type { SessionView } from '@bedside/shared/view.ts';
import type { BroadcastSnapshot } from '../media/broadcast.ts';
import { usePublisher } from '../media/use-publisher.ts';
import { useMediaLink, useSend } from '../net/session-context.tsx';
import { announce } from '../ui/announce.ts';
import { Badge } from '../ui/Badge.tsx';
import { Banner } from '../ui/Banner.tsx';
import { Button } from '../ui/Button.tsx';
import { TextField } from '../ui/TextField.tsx';
import { showToast } from '../ui/toasts.ts';
import { DevicePick, DeviceTrouble, isAsking } from './DevicePick.tsx';
import { LevelBar } from './LevelBar.tsx';
import { OwnPicture } from './OwnPicture.tsx';
import styles from './VoicePanel.module.css';

type PanelState = 'waiting' | 'muted' | BroadcastSnapshot['status'];

/** What a voice sends, and whether it is heard: devices, the one big button, mute. */
export function VoicePanel({ session, channel }: { session: SessionView; channel: 'cohost' | 'interpreter' }) {
  const { t } = useTranslation(['voices', 'common']);
  const sending = usePublisher(useMediaLink(channel));
  const send = useSend();
  const publisher = sending?.publisher;
  const seen = channel === 'cohost';
  useEffect(() => void publisher?.startPreview(seen ? undefined : 'microphone'), [publisher, seen]);
  const [failed, setFailed] = useState(false);

  const status = sending?.snapshot.status ?? 'idle';
  const isMuted = sending?.snapshot.muted.microphone ?? false;
  const state: PanelState = status === 'on' && session.phase !== 'live' ? 'waiting' : status === 'on' && isMuted ? 'muted' : status;
  useEffect(() => {
    if (state !== 'idle' && state !== 'starting') announce(t(`panel.state.${state}`));
  }, [state, t]);

  if (!sending || !publisher) return null;
  const { snapshot: media } = sending;
  const isOn = status === 'on' || status === 'starting' || status === 'recovering';
  const voice = session.voices?.[channel];
  const isClosed = voice?.open === false;
  const begin = async () => {
    setFailed(false);
    const problem = await publisher.publish();
    setFailed(problem !== null && problem !== 'stopped');
  };
  const toggle = (source: 'camera' | 'microphone') => {
    const muted = !media.muted[source];
    publisher.setMuted(source, muted);
    void send({ type: 'set-track', source, muted });
  };
  if (session.phase === 'ended') return <Banner>{t('panel.ended')}</Banner>;
  return (
    <section className={styles.panel} aria-labelledby="own-voice">
      <div className={styles.head}>
        <h2 id="own-voice" className={styles.heading}>
          {t(`panel.${channel}Heading`)}
        </h2>
        <Badge tone={state === 'on' ? 'live' : state === 'recovering' || state === 'muted' ? 'warn' : 'neutral'} dot={state === 'on'}>
          {t(`panel.state.${state}`)}
        </Badge>
      </div>
      {!seen && <p className={styles.note}>{t('panel.soundOnly')}</p>}
      {isClosed && (
        <Banner tone="warn" live>
          {t('panel.closed')}
        </Banner>
      )}
      {failed && !isOn && !isClosed && (
        <Banner tone="danger" live>
          {t('panel.state.failed')}
        </Banner>
      )}
      {seen && (
        <OwnPicture stream={media.stream} shown={media.tracks.camera !== null && !media.muted.camera} asking={isAsking(media, 'camera')} />
      )}
      <DeviceTrouble media={media} source="microphone" onRetry={() => void publisher.choose('microphone', null)} />
      {seen && <DeviceTrouble media={media} source="camera" onRetry={() => void publisher.choose('camera', null)} />}
      {media.tracks.microphone && !isMuted && <LevelBar publisher={publisher} />}
      <div className={styles.actions}>
        <Button
          variant={isOn ? 'secondary' : 'primary'}
          size="lg"
          icon={isOn ? 'stop' : 'microphone'}
          isDisabled={!isOn && (media.tracks.microphone === null || isClosed)}
          onPress={() => void (isOn ? publisher.unpublish() : begin())}
        >
          {t(seen ? (isOn ? 'panel.leaveStage' : 'panel.goOnStage') : isOn ? 'panel.stopInterpreting' : 'panel.startInterpreting')}
        </Button>
        <Button
          size="lg"
          variant={isMuted ? 'danger' : 'secondary'}
          icon={isMuted ? 'microphoneOff' : 'microphone'}
          isDisabled={media.tracks.microphone === null || isClosed}
          onPress={() => toggle('microphone')}
        >
          {t(isMuted ? 'panel.unmute' : 'panel.mute')}
        </Button>
        {seen && (
          <Button
            size="lg"
            icon={media.muted.camera ? 'cameraOff' : 'camera'}
            isDisabled={media.tracks.camera === null || isClosed}
            onPress={() => toggle('camera')}
          >
            {t(media.muted.camera ? 'panel.cameraOn' : 'panel.cameraStop')}
          </Button>
        )}
      </div>
      {media.tracks.microphone === null && (
        <p className={styles.note}>{t(isAsking(media, 'microphone') ? 'panel.starting' : 'panel.needsSound')}</p>
      )}
      <div className={styles.fields}>
        <DevicePick source="microphone" publisher={publisher} media={media} />
        {seen && <DevicePick source="camera" publisher={publisher} media={media} />}
      </div>
      <Introduction channel={channel} name={voice?.name ?? ''} language={voice?.language ?? ''} />
    </section>
  );
}

/** Who this is, as everybody sees it, and what is spoken (rule T4). */
function Introduction({ channel, ...known }: { channel: 'cohost' | 'interpreter'; name: string; language: string }) {
  const { t } = useTranslation(['voices', 'common']);
  const send = useSend();
  const [typed, setTyped] = useState<{ name: string; language: string } | null>(null);
  const [wrong, setWrong] = useState(false);
  const { name, language } = typed ?? known;
  const speaks = channel === 'interpreter';
  const save = async () => {
    const tag = language.trim();
    if (speaks && tag !== '' && !LanguageTag.safeParse(tag).success) return setWrong(true);
    setWrong(false);
    const answer = await send({
      type: 'introduce-voice',
      ...(name.trim() !== '' && { name: name.trim() }),
      ...(speaks && tag !== '' && { language: tag }),
    });
    if (!answer.ok) return showToast({ text: t(`common:error.${answer.error.code}`), tone: 'danger' });
    setTyped(null);
    showToast({ text: t('panel.saved') });
  };
  return (
    <form
      className={styles.introduction}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <TextField
        label={t('panel.name')}
        value={name}
        onChange={(next) => setTyped({ name: next, language })}
        maxLength={40}
        autoComplete="name"
      />
      {speaks && (
        <TextField
          label={t('panel.language')}
          description={t('panel.languageHint')}
          value={language}
          error={wrong ? t('panel.languageWrong') : null}
          onChange={(next) => setTyped({ name, language: next })}
          autoComplete="off"
        />
      )}
      <Button type="submit" isDisabled={typed === null}>
        {t('panel.save')}
      </Button>
    </form>
  );
}
