import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Layout } from '@bedside/shared/commands.ts';
import type { ErrorCode } from '@bedside/shared/errors.ts';
import type { View } from '@bedside/shared/view.ts';
import { type DeviceSource, deviceSources } from '../../media/devices.ts';
import type { Publisher, PublisherSnapshot, PublishProblem } from '../../media/publisher.ts';
import { usePublisher } from '../../media/use-publisher.ts';
import { useMediaLink, useSend, useSession } from '../../net/session-context.tsx';
import { announce } from '../../ui/announce.ts';
import { showToast } from '../../ui/toasts.ts';
import { type Broadcast, broadcastOf } from './broadcast.ts';
import { type SoundChoice, useBlur, useSound } from './SoundFields.tsx';
import { goLive, type GoLiveFailure } from './go-live.ts';
import { rehearse } from './rehearse.ts';
import { type Recogniser, useRecogniser } from './use-recogniser.ts';

export type Studio = {
  publisher: Publisher;
  media: PublisherSnapshot;
  broadcast: Broadcast;
  connected: boolean;
  /** Camera and microphone are being asked for. */
  starting: boolean;
  /** Between the press on "Go live" and its outcome. */
  goingLive: boolean;
  /** On a break, or about to be: nothing leaves this machine. */
  held: boolean;
  /** What was asked for and is not seen by everybody yet. */
  leaving: 'break' | 'end' | null;
  failure: GoLiveFailure<PublishProblem> | null;
  recogniser: Recogniser;
  sound: SoundChoice;
  setBlur: (on: boolean) => void;
  startDevices(): void;
  goLive(): void;
  toggle(source: DeviceSource): void;
  /** Asks what to share of the screen; viewers see it as `layout` says. */
  share(): void;
  stopSharing(): void;
  setLayout(layout: Layout): void;
  /** On stage for staff and this side alone, until it is stopped or the session goes live. */
  rehearse(): void;
  stopRehearsal(): void;
  openRoom(): void;
  takeBreak(): void;
  end(): void;
};

/** The doctor's devices, sending and session in one. Null on the first render. */
export function useStudio({ session, seq }: View): Studio | null {
  const { t } = useTranslation(['host', 'common']);
  const { connection } = useSession();
  const send = useSend();
  const link = useMediaLink();
  const found = usePublisher(link);
  const [starting, setStarting] = useState(false);
  const [goingLive, setGoingLive] = useState(false);
  const [failure, setFailure] = useState<Studio['failure']>(null);
  // Up to which `seq` the view does not show it yet; null until the ack.
  const [asked, setAsked] = useState<{ what: 'break' | 'end'; seq: number | null } | null>(null);
  const publisher = found?.publisher ?? null;
  const ended = session.phase === 'ended';
  const sound = useSound(publisher);
  const setBlur = useBlur(publisher);
  const leaving = asked && (asked.seq === null || asked.seq > seq) ? asked.what : null;
  const held = leaving === 'break' || session.phase === 'paused';

  useEffect(() => {
    if (!publisher) return;
    // Nothing of this session needs the camera any more.
    if (ended) return publisher.stop();
    let left = false;
    setStarting(true);
    void publisher.startPreview().then(() => {
      if (!left) setStarting(false);
    });
    return () => {
      left = true;
    };
  }, [publisher, ended]);

  /** Also for what began before the view told of it. */
  const external = useRef(false);
  useEffect(() => {
    external.current = session.outputs?.external === true;
  }, [session.outputs]);

  // The doctor's word counts here at once, however long the server takes to hear it.
  useEffect(() => publisher?.hold(held), [publisher, held]);

  // Nothing of what patients don't hear is listened to (rule L7), as where an encoder or another page has the stage.
  const sending = found?.snapshot;
  const isOurs = sending?.status === 'on' || sending?.status === 'recovering';
  const heard =
    session.phase === 'live' && !held && leaving === null && isOurs && sending.tracks.microphone != null && !sending.muted.microphone;
  const recogniser = useRecogniser(heard, sending?.tracks.microphone ?? null);
  const unplugged = found?.snapshot.unplugged ?? null;
  useEffect(() => {
    if (unplugged) showToast({ text: t(`setup.unplugged.${unplugged}`), tone: 'danger' });
  }, [unplugged, t]);

  const sharing = found?.snapshot.screen != null;
  const shared = useRef(false);
  useEffect(() => {
    if (sharing === shared.current) return;
    shared.current = sharing;
    // However it ended, by our button or the browser's, viewers are told at once (rule S19).
    announce(t(sharing ? 'say.sharing' : 'say.notSharing'));
    void send({ type: 'set-track', source: 'screen', muted: !sharing });
  }, [sharing, send, t]);

  if (!found) return null;
  const { snapshot: media } = found;
  const connected = connection === 'live';

  const startDevices = () => {
    setStarting(true);
    setFailure(null);
    void found.publisher.startPreview().then(() => setStarting(false));
  };

  /** Null once durable. */
  const leave = async (what: 'break' | 'end'): Promise<ErrorCode | null> => {
    setAsked({ what, seq: null });
    const answer = await send({ type: what === 'end' ? 'end-session' : 'pause-session' });
    // An end that was asked for meanwhile stands.
    setAsked((now) => (now?.what !== what ? now : answer.ok ? { what, seq: answer.seq } : null));
    return answer.ok ? null : answer.error.code;
  };

  return {
    publisher: found.publisher,
    media,
    broadcast: broadcastOf({ phase: session.phase, leaving, connected, stream: session.stream.status, sending: media.status }),
    connected,
    starting,
    goingLive,
    held,
    leaving,
    failure,
    recogniser,
    sound,
    setBlur,
    startDevices,
    goLive() {
      if (goingLive || leaving) return;
      setGoingLive(true);
      setFailure(null);
      announce(t('go.connecting'));
      const { muted } = found.publisher.getSnapshot();
      const attempt = goLive<PublishProblem>({
        publish: async () => {
          // What is off in the preview is off on stage, from the first picture on.
          await Promise.all(deviceSources.map((source) => send({ type: 'set-track', source, muted: muted[source] })));
          return found.publisher.publish();
        },
        unpublish: found.publisher.unpublish,
        send,
        isLive: () => link.state().phase === 'live',
      });
      void attempt.then((outcome) => {
        setGoingLive(false);
        setFailure(outcome);
      });
    },
    toggle(source) {
      const muted = !found.publisher.getSnapshot().muted[source];
      // Here at once; the log follows, and with it what viewers are told.
      found.publisher.setMuted(source, muted);
      announce(t(`say.${source}.${muted ? 'muted' : 'on'}`));
      void send({ type: 'set-track', source, muted }).then((answer) => {
        if (!answer.ok) showToast({ text: t(`common:error.${answer.error.code}`), tone: 'danger' });
      });
    },
    share: () => void found.publisher.share(),
    stopSharing: found.publisher.stopSharing,
    setLayout(layout) {
      void send({ type: 'set-layout', layout }).then((answer) => {
        if (!answer.ok) showToast({ text: t(`common:error.${answer.error.code}`), tone: 'danger' });
      });
    },
    rehearse() {
      if (goingLive || leaving) return;
      setGoingLive(true);
      setFailure(null);
      const attempt = rehearse<PublishProblem>({
        send,
        encoderIsOnStage: () => external.current,
        publish: found.publisher.publish,
      });
      void attempt.then((outcome) => {
        setGoingLive(false);
        setFailure(outcome);
        if (outcome === null) announce(t('rehearsal.on'));
      });
    },
    stopRehearsal() {
      // Off the stage before anything that follows could show it.
      void found.publisher.unpublish().then(() => send({ type: 'stop-rehearsal' }));
      announce(t('rehearsal.off'));
    },
    openRoom() {
      void send({ type: 'open-session' }).then((answer) => {
        if (!answer.ok) showToast({ text: t(`common:error.${answer.error.code}`), tone: 'danger' });
      });
    },
    takeBreak() {
      if (leaving) return;
      void leave('break').then((code) => {
        if (code) showToast({ text: t('live.breakRefused', { why: t(`common:error.${code}`) }), tone: 'danger' });
      });
    },
    end() {
      if (leaving === 'end') return;
      void found.publisher.unpublish();
      found.publisher.stopPreview();
      void leave('end').then((code) => {
        if (!code || link.state().phase === 'ended') return;
        showToast({ text: t('end.refused', { why: t(`common:error.${code}`) }), tone: 'danger' });
        startDevices();
      });
    },
  };
}
