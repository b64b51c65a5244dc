import type { Failure } from '@bedside/shared/errors.ts';
import type { RtpCapabilities } from '@bedside/shared/rtp.ts';
import { createStore } from '../net/store.ts';
import { backOff, createAlarm } from './back-off.ts';
import { createEngine, type Engine, type Receiver, UnsupportedBrowser } from './engine.ts';
import type { MediaLink } from './link.ts';
import { keepAlive, type Recovery } from './recovery.ts';

export type WatcherSnapshot = {
  /**
   * `idle`: nothing is on stage. `reconnecting`: it was seen and will come back by itself; the last picture stays.
   * `failed`: this browser can't play it; `retry` or a new epoch tries again.
   */
  status: 'idle' | 'connecting' | 'playing' | 'reconnecting' | 'failed';
  /** One object from first to last, its tracks swapped, so that the video element never has to start over. */
  stream: MediaStream | null;
  /** Of what is playing or being opened; null when idle. */
  epoch: number | null;
};

export type Watcher = {
  subscribe(listener: () => void): () => void;
  getSnapshot(): WatcherSnapshot;
  retry(): void;
  /** For tests and diagnostics: WebRTC's own statistics, null while there is no transport. */
  stats(): Promise<RTCStatsReport | null>;
  stop(): void;
};

/**
 * Milliseconds between two looks at whether anything arrives; without anything for `verifyMs` the server is asked
 * whether the transport still exists, after `reopenMs` another one is opened.
 */
const stall = { everyMs: 2000, verifyMs: 4000, reopenMs: 9000 } as const;
/** Milliseconds after which a page that waits has done what it shows first. */
const warmUpMs = 2000;
const idle: WatcherSnapshot = { status: 'idle', stream: null, epoch: null };

/** Follows what is on stage for as long as it lives, through lost networks, workers and servers. */
export function createWatcher(link: MediaLink, engine: Engine = createEngine()): Watcher {
  const store = createStore(idle);
  const retryAlarm = createAlarm();
  const stallAlarm = createAlarm();
  const warmAlarm = createAlarm();
  let warm = false;
  let receiver: Receiver | null = null;
  let recovery: Recovery | null = null;
  /** Epoch that the receiver shows, or that is being opened. */
  let epoch: number | null = null;
  /** Grows with every opening and closing: what was begun before is then dropped when it arrives. */
  let generation = 0;
  let opening = false;
  let failures = 0;
  let stalls = 0;
  let gaveUpOn: number | null = null;
  let wasConnected = link.state().connected;

  function publish(status: WatcherSnapshot['status']): void {
    const { stream } = store.get();
    const seen = stream !== null && stream.getTracks().length > 0;
    const next: WatcherSnapshot = { status: status === 'connecting' && seen ? 'reconnecting' : status, stream, epoch };
    const now = store.get();
    if (next.status !== now.status || next.epoch !== now.epoch) store.set(next);
  }

  function follow(): void {
    const { connected, stream, phase, routerRtpCapabilities: router } = link.state();
    const cameBack = connected && !wasConnected;
    wasConnected = connected;
    if (!stream) return;
    if (stream.status === 'off') {
      becomeIdle();
      if (!warm && router && phase !== 'ended') warmUp(router);
      return;
    }
    if (stream.status === 'lost') {
      // The last picture stays until another takes its place.
      drop(true);
      publish('reconnecting');
      return;
    }
    if (stream.epoch !== epoch) {
      failures = 0;
      stalls = 0;
      return void open();
    }
    if (!cameBack) return;
    if (recovery) recovery.verify();
    else if (!opening && gaveUpOn !== stream.epoch) void open();
  }

  /** Who waits for the doctor has what WebRTC needs loaded by the time there is a picture, and after all else. */
  function warmUp(router: RtpCapabilities): void {
    warm = true;
    warmAlarm.set(warmUpMs, () => {
      engine.recvCapabilities(router).catch(() => {
        warm = false;
      });
    });
  }

  async function open(): Promise<void> {
    retryAlarm.clear();
    stallAlarm.clear();
    const { stream, routerRtpCapabilities: router, connected } = link.state();
    if (stream?.status !== 'on') return;
    generation += 1;
    const mine = generation;
    epoch = stream.epoch;
    recovery?.stop();
    recovery = null;
    publish('connecting');
    if (!router || !connected) return again(mine);
    opening = true;
    let opened: Receiver | null = null;
    try {
      const rtpCapabilities = await engine.recvCapabilities(router);
      if (mine !== generation) return;
      const watch = await link.call('media:watch', { rtpCapabilities });
      if (mine !== generation) return;
      if (!watch.ok) return again(mine, watch.error);
      opened = await engine.receive(router, watch, async (dtlsParameters) => {
        const started = await link.call('media:start', { dtlsParameters });
        if (!started.ok) throw new Error(started.error.message);
      });
      if (mine !== generation) return opened.close();
      epoch = watch.epoch;
      take(opened);
    } catch (error) {
      opened?.close();
      if (mine === generation) again(mine, undefined, error instanceof UnsupportedBrowser);
    } finally {
      if (mine === generation) opening = false;
    }
  }

  function again(mine: number, error?: Failure, hopeless = error?.code === 'bad-request' || error?.code === 'forbidden'): void {
    opening = false;
    if (hopeless) {
      gaveUpOn = epoch;
      publish('failed');
      return;
    }
    const wait = error?.retryAfterMs ?? backOff(failures);
    failures += 1;
    retryAlarm.set(wait, () => {
      if (mine === generation) void open();
    });
  }

  function take(opened: Receiver): void {
    const before = receiver;
    receiver = opened;
    gaveUpOn = null;
    const stream = store.get().stream ?? new MediaStream();
    const old = stream.getTracks();
    for (const track of opened.tracks) stream.addTrack(track);
    for (const track of old) stream.removeTrack(track);
    before?.close();
    if (store.get().stream === null) store.set({ ...store.get(), stream });
    recovery = keepAlive(link, 'recv', opened, {
      connected() {
        failures = 0;
        publish('playing');
        watchForStall(opened);
      },
      troubled: () => publish('reconnecting'),
      dead: reopen,
    });
  }

  function reopen(): void {
    publish('reconnecting');
    generation += 1;
    again(generation);
  }

  /** Connected is not yet watching: a router may have lost its way to the camera without anyone's transport noticing. */
  function watchForStall(opened: Receiver): void {
    let bytes = -1;
    let since = Date.now();
    let verified = false;
    const look = async () => {
      const now = await opened.bytesReceived().catch(() => bytes);
      if (receiver !== opened) return;
      const { stream, phase } = link.state();
      const due = phase === 'live' && stream !== null && Object.values(stream.tracks).includes('on');
      if (now !== bytes || !due || opened.state() !== 'connected') {
        if (bytes !== -1 && now > bytes) stalls = 0;
        since = Date.now();
        verified = false;
      }
      bytes = now;
      const silentMs = Date.now() - since;
      // A doctor whose network is gone stalls everyone: no more often than helps.
      if (silentMs >= stall.reopenMs * 2 ** Math.min(stalls, 3)) {
        stalls += 1;
        publish('reconnecting');
        return void open();
      }
      if (silentMs >= stall.verifyMs && !verified) {
        verified = true;
        recovery?.verify();
      }
      stallAlarm.set(stall.everyMs, () => void look());
    };
    stallAlarm.set(0, () => void look());
  }

  function drop(keepPicture: boolean): void {
    generation += 1;
    opening = false;
    epoch = null;
    retryAlarm.clear();
    stallAlarm.clear();
    recovery?.stop();
    recovery = null;
    if (keepPicture) return;
    receiver?.close();
    receiver = null;
  }

  function becomeIdle(): void {
    if (store.get().status === 'idle') return;
    drop(false);
    store.set(idle);
  }

  const unsubscribe = link.subscribe(follow);
  follow();

  return {
    subscribe: store.subscribe,
    getSnapshot: store.get,
    retry() {
      gaveUpOn = null;
      failures = 0;
      void open();
    },
    stats: async () => (receiver ? await receiver.stats() : null),
    stop() {
      unsubscribe();
      warmAlarm.clear();
      drop(false);
      store.set(idle);
    },
  };
}
