import { TrackSource } from '@bedside/shared/commands.ts';
import type { ErrorCode } from '@bedside/shared/errors.ts';
import { createStore } from '../net/store.ts';
import { type BroadcastSnapshot, createBroadcast, type Muted } from './broadcast.ts';
import { type DeviceApi, type DeviceSource, deviceSources } from './devices.ts';
import { createEngine, type Engine } from './engine.ts';
import { createLevel, type Level } from './level.ts';
import type { MediaLink } from './link.ts';
import { createPreview, type Preview, type PreviewSnapshot } from './preview.ts';
import { createScreen, type ScreenApi, type ShareProblem } from './screen.ts';

export type PublisherSnapshot = PreviewSnapshot &
  BroadcastSnapshot & {
    /** What this page holds back; follows the log's `muted`, and is ahead of it for as long as a press takes. */
    muted: Muted;
    /** What is shared of this machine's screen, and why the last press on it led to nothing. */
    screen: MediaStreamTrack | null;
    shareProblem: ShareProblem | null;
  };

/** Why nothing is on stage. `no-devices`: neither a camera nor a microphone is running. `stopped`: taken back meanwhile. */
export type PublishProblem = ErrorCode | 'no-devices' | 'unsupported-browser' | 'stopped';

/** A doctor's page: what its devices give, and keeping that on stage. */
export type Publisher = {
  subscribe(listener: () => void): () => void;
  getSnapshot(): PublisherSnapshot;
  /** Asks for camera and microphone, or for one alone; problems are in the snapshot. */
  startPreview(only?: DeviceSource): Promise<void>;
  /** Switches a device, live too. Null is the system's default. */
  choose(source: DeviceSource, deviceId: string | null): Promise<void>;
  /** What the browser does to the microphone's sound, live too. */
  process: Preview['process'];
  blur: Preview['blur'];
  /** Null once on stage; from then on it comes back by itself until `unpublish`. */
  publish(): Promise<PublishProblem | null>;
  unpublish(): Promise<void>;
  /** At once and here; telling everybody is the command `set-track`. */
  setMuted(source: TrackSource, muted: boolean): void;
  /** While held nothing of the room leaves this machine, whatever `muted` says; that stays as it is for afterwards. */
  hold(held: boolean): void;
  /** Asks what to share, from a press only; true when something is. Viewers see it as long as `screen` is there and not muted. */
  share(): Promise<boolean>;
  stopSharing(): void;
  level: Level;
  /** WebRTC's own statistics, null while nothing is sent. */
  stats(): Promise<RTCStatsReport | null>;
  /** Lets go of camera and microphone; `startPreview` asks for them again. */
  stopPreview(): void;
  /** Ends the preview and the sending. */
  stop(): void;
};

/** Milliseconds that a first `publish` may take with all its tries. */
const publishMs = 15_000;

export function createPublisher(link: MediaLink, engine: Engine = createEngine(), api?: DeviceApi, screenApi?: ScreenApi): Publisher {
  const preview = api ? createPreview(api) : createPreview();
  const screen = screenApi ? createScreen(screenApi) : createScreen();
  const broadcast = createBroadcast(link, engine);
  const level = createLevel();
  let muted: Muted = { camera: false, microphone: false, screen: false };
  let held = false;
  let logged = link.state().stream?.tracks;
  const store = createStore<PublisherSnapshot>(now());

  function now(): PublisherSnapshot {
    const { track, problem } = screen.getSnapshot();
    return { ...preview.getSnapshot(), ...broadcast.getSnapshot(), muted, screen: track, shareProblem: problem };
  }

  /** Settles when camera and microphone, as they were asked for last, are there or refused. */
  let asking: Promise<void> | null = null;
  const hasDevice = () => deviceSources.some((source) => preview.getSnapshot().tracks[source] !== null);
  const tracksNow = () => ({ ...preview.getSnapshot().tracks, screen: screen.getSnapshot().track });

  function refresh(): void {
    store.set(now());
  }

  function setMuted(next: Muted): void {
    muted = next;
    applyToAll();
  }

  function applyToAll(): void {
    // The preview's own tracks too: the doctor sees that the camera is off.
    applyMuted();
    broadcast.setMuted(kept());
    refresh();
  }

  /** What this page does not send, for either reason. */
  function kept(): Muted {
    return held ? { camera: true, microphone: true, screen: true } : muted;
  }

  function applyMuted(): void {
    const tracks = tracksNow();
    for (const source of TrackSource.options) {
      const track = tracks[source];
      if (track) track.enabled = !kept()[source];
    }
  }

  let tracksBefore = preview.getSnapshot().tracks;
  const unsubscribe = [
    preview.subscribe(() => {
      const { tracks } = preview.getSnapshot();
      if (tracks !== tracksBefore) {
        tracksBefore = tracks;
        applyMuted();
        level.listenTo(tracks.microphone);
        broadcast.setTracks(tracksNow());
      }
      refresh();
    }),
    screen.subscribe(() => {
      applyMuted();
      broadcast.setTracks(tracksNow());
      refresh();
    }),
    broadcast.subscribe(refresh),
    link.subscribe(() => {
      const tracks = link.state().stream?.tracks;
      if (!tracks || tracks === logged) return;
      const changed = TrackSource.options.filter((source) => tracks[source] !== logged?.[source] && tracks[source] !== 'off');
      logged = tracks;
      if (changed.length === 0) return;
      setMuted({ ...muted, ...Object.fromEntries(changed.map((source) => [source, tracks[source] === 'muted'])) });
    }),
  ];
  if (logged) setMuted({ camera: logged.camera === 'muted', microphone: logged.microphone === 'muted', screen: false });

  return {
    subscribe: store.subscribe,
    getSnapshot: store.get,
    startPreview(only) {
      asking = preview.start(only);
      return asking;
    },
    choose: preview.choose,
    process: preview.process,
    blur: preview.blur,
    async publish() {
      // Pressed while the browser still asks for them, or opens them.
      if (!hasDevice()) await asking;
      if (!hasDevice()) return 'no-devices';
      broadcast.setTracks(tracksNow());
      broadcast.setMuted(kept());
      broadcast.start();
      const problem = await settled(broadcast);
      if (problem === 'unavailable') await broadcast.stop();
      return problem;
    },
    unpublish: broadcast.stop,
    setMuted: (source, on) => setMuted({ ...muted, [source]: on }),
    hold(on) {
      if (on === held) return;
      held = on;
      applyToAll();
    },
    async share() {
      const shared = await screen.share();
      if (shared) setMuted({ ...muted, screen: false });
      return shared;
    },
    stopSharing: screen.stop,
    level,
    stats: broadcast.stats,
    stopPreview() {
      preview.stop();
      screen.stop();
    },
    stop() {
      for (const end of unsubscribe) end();
      broadcast.dispose();
      preview.stop();
      screen.stop();
      level.listenTo(null);
      refresh();
    },
  };
}

/** Waits until it is on stage, or won't be. */
async function settled(broadcast: Pick<ReturnType<typeof createBroadcast>, 'subscribe' | 'getSnapshot'>): Promise<PublishProblem | null> {
  const { promise, resolve } = Promise.withResolvers<PublishProblem | null>();
  const look = () => {
    const { status, failure } = broadcast.getSnapshot();
    if (status === 'on') resolve(null);
    else if (status === 'failed') resolve(failure === 'unsupported-browser' ? failure : (failure?.code ?? 'internal'));
    else if (status === 'idle' || status === 'replaced') resolve('stopped');
  };
  const unsubscribe = broadcast.subscribe(look);
  const timer = setTimeout(() => resolve('unavailable'), publishMs);
  look();
  try {
    return await promise;
  } finally {
    clearTimeout(timer);
    unsubscribe();
  }
}
