import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { TrackSource } from '@bedside/shared/commands.ts';
import type { View } from '@bedside/shared/view.ts';
import type { Publisher, PublisherSnapshot, PublishProblem } from '../../media/publisher.ts';
import { usePublisher } from '../../media/use-publisher.ts';
import { useMediaLink, useSend, useSession } from '../../net/session-context.tsx';
import { announce } from '../../ui/announce.ts';
import { showToast } from '../../ui/toasts.ts';
import { type Broadcast, broadcastOf } from './broadcast.ts';
import { goLive, type GoLiveFailure } from './go-live.ts';

export type Studio = {
  publisher: Publisher;
  media: PublisherSnapshot;
  broadcast: Broadcast;
  connected: boolean;
  /** Camera and microphone are being asked for. */
  starting: boolean;
  /** Between the press on "Go live" and its outcome. */
  goingLive: boolean;
  failure: GoLiveFailure<PublishProblem> | null;
  startDevices(): void;
  goLive(): void;
  toggle(source: TrackSource): void;
  openRoom(): void;
  takeBreak(): void;
  end(): void;
};

/** The doctor's devices, sending and session in one. Null on the first render. */
export function useStudio({ session }: View): Studio | null {
  const { t } = useTranslation(['host', 'common']);
  const { connection } = useSession();
  const send = useSend();
  const link = useMediaLink();
  const found = usePublisher(link);
  const [starting, setStarting] = useState(false);
  const [goingLive, setGoingLive] = useState(false);
  const [failure, setFailure] = useState<Studio['failure']>(null);
  const publisher = found?.publisher ?? null;
  const ended = session.phase === 'ended';

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

  if (!found) return null;
  const { snapshot: media } = found;
  const connected = connection === 'live';

  const command = async (type: 'open-session' | 'pause-session' | 'end-session') => {
    const answer = await send({ type });
    if (!answer.ok) showToast({ text: t(`common:error.${answer.error.code}`), tone: 'danger' });
  };

  return {
    publisher: found.publisher,
    media,
    broadcast: broadcastOf({ phase: session.phase, connected, stream: session.stream.status, sending: media.status }),
    connected,
    starting,
    goingLive,
    failure,
    startDevices() {
      setStarting(true);
      setFailure(null);
      void found.publisher.startPreview().then(() => setStarting(false));
    },
    goLive() {
      if (goingLive) return;
      setGoingLive(true);
      setFailure(null);
      announce(t('go.connecting'));
      const { muted } = found.publisher.getSnapshot();
      const attempt = goLive<PublishProblem>({
        publish: async () => {
          // What is off in the preview is off on stage, from the first picture on.
          await Promise.all((['camera', 'microphone'] as const).map((source) => send({ type: 'set-track', source, muted: muted[source] })));
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
    openRoom: () => void command('open-session'),
    takeBreak: () => void command('pause-session'),
    end: () => void command('end-session'),
  };
}
