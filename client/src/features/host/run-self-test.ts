import { type Engine, type Publish, type Sender, UnsupportedBrowser } from '../../media/engine.ts';
import type { Level } from '../../media/level.ts';
import type { MediaLink } from '../../media/link.ts';
import { openSender } from '../../media/open-sender.ts';
import { readSent } from '../../media/outbound.ts';
import type { PublisherSnapshot } from '../../media/publisher.ts';
import { NoWay, untilConnected } from '../../media/recovery.ts';
import { eachWay, limitedTo, offers, type Way } from '../../media/ways.ts';
import { createStore } from '../../net/store.ts';
import { hearingOf, listen, startHearing } from './hearing.ts';
import type { Watching } from './look-at-camera.ts';
import {
  failed,
  judgeCamera,
  judgeMicrophone,
  judgeUpload,
  judgeWays,
  type Look,
  type Reading,
  type SelfTestStep,
  type StepState,
  type UploadFigures,
  uploadFigures,
  warning,
} from './self-test.ts';
import { selfTestLimits as limits } from './self-test-limits.ts';

export type SelfTestSnapshot = {
  status: 'idle' | 'running' | 'stopped' | 'done';
  steps: Record<SelfTestStep, StepState>;
  /** Of the upload, while and after it is measured. */
  figures: UploadFigures | null;
};

/** Tries out what a broadcast needs, without one: nothing that it sends is put on stage, so nothing flows to anybody (rule S22). */
export type SelfTest = {
  subscribe(listener: () => void): () => void;
  getSnapshot(): SelfTestSnapshot;
  /** From the beginning, also while one is running. */
  start(): void;
  /** Leaves nothing behind, and forgets what one that is not done has found. */
  stop(): void;
};

type Previewed = Pick<PublisherSnapshot, 'tracks' | 'muted'>;

type Parts = {
  link: MediaLink;
  engine: Engine;
  level: Pick<Level, 'get' | 'subscribe'>;
  preview: () => Previewed;
  lookAt: (track: MediaStreamTrack) => Watching;
};

const waiting: StepState = { state: 'waiting' };
const running: StepState = { state: 'running' };
const absent: StepState = { state: 'absent' };
const fresh = (status: SelfTestSnapshot['status']): SelfTestSnapshot => ({
  status,
  steps: { camera: waiting, microphone: waiting, udp: waiting, tcp: waiting, turn: waiting, upload: waiting },
  figures: null,
});

/** The server said no. */
class Refused extends Error {}

export function createSelfTest({ link, engine, level, preview, lookAt }: Parts): SelfTest {
  const store = createStore(fresh('idle'));
  let current: AbortController | null = null;

  function put(steps: Partial<Record<SelfTestStep, StepState>>, figures = store.get().figures): void {
    store.set({ ...store.get(), steps: { ...store.get().steps, ...steps }, figures });
  }

  async function testCamera({ tracks, muted }: Previewed, signal: AbortSignal): Promise<void> {
    if (!tracks.camera) return put({ camera: warning('camera.missing') });
    if (muted.camera) return put({ camera: warning('camera.off') });
    put({ camera: running });
    const watching = lookAt(tracks.camera);
    const looks: Look[] = [];
    try {
      for (let spent = 0; spent < limits.cameraMs; spent += limits.lookMs) {
        await pause(limits.lookMs, signal);
        const look = watching.look();
        if (look) looks.push(look);
      }
    } finally {
      watching.stop();
    }
    put({ camera: judgeCamera(looks) });
  }

  async function testMicrophone({ tracks, muted }: Previewed, signal: AbortSignal): Promise<void> {
    if (!tracks.microphone) return put({ microphone: failed('microphone.missing') });
    if (muted.microphone) return put({ microphone: warning('microphone.off') });
    put({ microphone: running });
    // It measures while somebody listens.
    const unsubscribe = level.subscribe(() => {});
    let heard = startHearing(performance.now());
    try {
      for (let spent = 0; spent < limits.microphoneMs; spent += limits.lookMs) {
        await pause(limits.lookMs, signal);
        heard = listen(heard, level.get(), performance.now());
        if (spent >= 1000 && ['hear', 'loud'].includes(hearingOf(heard, performance.now()))) break;
      }
    } finally {
      unsubscribe();
    }
    put({ microphone: judgeMicrophone(hearingOf(heard, performance.now())) });
  }

  async function testNetwork({ tracks, muted }: Previewed, signal: AbortSignal): Promise<void> {
    const noWays = { udp: absent, tcp: absent, turn: absent };
    const { connected, routerRtpCapabilities: router } = link.state();
    const track = tracks.microphone ?? tracks.camera;
    if (!track) return put({ ...noWays, upload: failed('upload.nothing') });
    if (!connected || !router) return put({ ...noWays, upload: failed('upload.unreachable') });
    let offered: Publish | null = null;

    /** Null where this way leads nowhere. */
    const connect = async (way: Way, send: Previewed['tracks']): Promise<Sender | null> => {
      const told = (published: Publish) => limitedTo(way, (offered = published));
      const opened = await openSender(link, engine, router, told, signal);
      if (!opened.ok) throw new Refused(opened.error.message);
      const { sender } = opened;
      signal.addEventListener('abort', sender.close, { once: true });
      try {
        await Promise.all(
          (['microphone', 'camera'] as const).flatMap((source) => (send[source] ? [sender.produce(source, send[source])] : [])),
        );
        await untilConnected(sender, limits.wayMs, signal);
        return sender;
      } catch (error) {
        sender.close();
        if (error instanceof NoWay) return null;
        throw error;
      }
    };

    const led: Partial<Record<Way, boolean>> = {};
    // Sound is enough to look for a way.
    const one = tracks.microphone ? { microphone: track, camera: null } : { microphone: null, camera: track };
    for (const way of eachWay) {
      put(offered && !offers(offered, way) ? { [way]: absent } : { [way]: running });
      if (offered && !offers(offered, way)) continue;
      const sender = await connect(way, one);
      sender?.close();
      if (!sender && offered && !offers(offered, way)) put({ [way]: absent });
      else put(judgeWays(Object.assign(led, { [way]: sender !== null })));
    }
    const best = eachWay.find((way) => led[way]);
    if (!best) return put({ upload: failed('upload.unreachable') });
    put({ upload: running });
    const sender = await connect(best, tracks);
    if (!sender) return put({ upload: failed('upload.unreachable') });
    try {
      await measure(sender, tracks.camera !== null && !muted.camera, signal);
    } finally {
      sender.close();
    }
  }

  async function measure(sender: Sender, picture: boolean, signal: AbortSignal): Promise<void> {
    const readings: Reading[] = [];
    for (let spent = 0; ; spent += limits.readMs) {
      const now = { at: performance.now(), sent: readSent(await sender.stats()) };
      signal.throwIfAborted();
      readings.push(now);
      // The last two seconds: a sender begins low, and the server's reports come once a second.
      const before = readings.at(-5) ?? readings[0] ?? now;
      const finding = judgeUpload(before, now, picture);
      const over = spent >= limits.uploadMs || (spent >= limits.uploadGoodMs && finding.state === 'good');
      if (spent > 0) put(over ? { upload: finding } : {}, uploadFigures(before, now));
      if (over) return;
      await pause(limits.readMs, signal);
    }
  }

  /** What was sent to the server and put nowhere is closed there too. */
  function leave(own: AbortController): void {
    own.abort();
    current = null;
    void link.call('media:unpublish', { epoch: null });
  }

  async function test(own: AbortController): Promise<void> {
    const { signal } = own;
    const timer = setTimeout(() => own.abort(), limits.wholeMs);
    const now = preview();
    const network = testNetwork(now, signal).catch((error: unknown) => {
      if (signal.aborted) return;
      put(unfinished(error instanceof Refused ? 'refused' : error instanceof UnsupportedBrowser ? 'unsupported' : 'upload.unreachable'));
    });
    const all = Promise.all([testCamera(now, signal), testMicrophone(now, signal), network]);
    // A call that the server does not answer is not waited for.
    await Promise.race([all, untilAborted(signal)]).catch(() => {});
    clearTimeout(timer);
    if (current !== own) return;
    leave(own);
    put(unfinished('late'));
    store.set({ ...store.get(), status: 'done' });
  }

  const unfinished = (words: 'late' | 'refused' | 'unsupported' | 'upload.unreachable') =>
    Object.fromEntries(
      Object.entries(store.get().steps).flatMap(([step, { state }]) =>
        state === 'waiting' || state === 'running' ? [[step, failed(words)]] : [],
      ),
    );

  function stop(): void {
    if (!current) return;
    leave(current);
    store.set(fresh('stopped'));
  }

  return {
    subscribe: store.subscribe,
    getSnapshot: store.get,
    start() {
      stop();
      current = new AbortController();
      store.set(fresh('running'));
      void test(current);
    },
    stop,
  };
}

const untilAborted = (signal: AbortSignal) =>
  new Promise<void>((resolve) => signal.addEventListener('abort', () => resolve(), { once: true }));

/** Rejects when `signal` is aborted. */
function pause(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const stop = () => {
      clearTimeout(timer);
      reject(new Error('no longer wanted'));
    };
    const timer = setTimeout(() => {
      signal.removeEventListener('abort', stop);
      resolve();
    }, ms);
    if (signal.aborted) stop();
    else signal.addEventListener('abort', stop, { once: true });
  });
}
