import type { Failure } from '@bedside/shared/errors.ts';
import type { Quality } from '@bedside/shared/rpc.ts';
import { usualRouter } from '@bedside/shared/usual-router.ts';
import { createStore } from '../net/store.ts';
import { backOff, createAlarm } from './back-off.ts';
import { createEngine, type Engine, type Receiver, UnsupportedBrowser } from './engine.ts';
import { dueNow, goesOn, untilPicture, watchFlow } from './flow.ts';
import type { MediaLink } from './link.ts';
import { keepAlive, NoWay, type Recovery } from './recovery.ts';
import { createWays } from './ways.ts';
import { idle, type WatcherSnapshot } from './watcher-snapshot.ts';
import { createWish } from './wish.ts';

export type Watcher = {
  subscribe(listener: () => void): () => void;
  getSnapshot(): WatcherSnapshot;
  retry(): void;
  /** What is sent of the picture from now on (rule S13). */
  choose(quality: Quality): void;
  /** WebRTC's own statistics, null while there is no transport. */
  stats(): Promise<RTCStatsReport | null>;
  stop(): void;
};

/**
 * Milliseconds between two looks at whether anything arrives; without anything for `tellMs` that is told, after `verifyMs`
 * the server is asked whether the transport still exists, after `reopenMs` another one is opened.
 */
const stall = { everyMs: 1000, tellMs: 2000, verifyMs: 4000, reopenMs: 9000 } as const;
/** Milliseconds for which a picture that another is to take the place of may stand still before that is told. */
const exchange = { everyMs: 500, silentMs: 1500 } as const;
/** Tries in a row that found no way to media: one alone may be a worker's end, or a network's bad moment. */
const unreachableAfter = 2;
/** What a browser can receive is the same for all that a page watches. */
const ownEngine = createEngine();

/** For a page that is about to join: what fails is asked for again when it is needed. */
export function makeReady(): void {
  ownEngine.recvCapabilities(usualRouter).catch(() => {});
}

/** Follows what is on stage for as long as it lives, through lost networks, workers and servers. */
export function createWatcher(link: MediaLink, first: Quality = 'automatic', engine: Engine = ownEngine): Watcher {
  const wish = createWish(link, first, () => receiver, followWish);
  const store = createStore<WatcherSnapshot>({ ...idle, picture: wish.picture() });
  const retryAlarm = createAlarm();
  const ways = createWays();
  let receiver: Receiver | null = null;
  let recovery: Recovery | null = null;
  let flow: { of: 'picture' | 'exchange'; stop(): void } | null = null;
  /** Epoch that the receiver shows, or that is being opened. */
  let epoch: number | null = null;
  /** Aborted when what it began is no longer wanted: by every opening and closing. */
  let attempt = new AbortController();
  let opening = false;
  /** The page came to another server, or back to this one, while something was being opened. */
  let cameMeanwhile = false;
  let failures = 0;
  let stalls = 0;
  let unreached = 0;
  let gaveUpOn: number | null = null;
  let { connected: wasConnected, moves } = link.state();

  const due = (of: Receiver) => dueNow(link, of, wish.quality());

  function publish(status: WatcherSnapshot['status']): void {
    const { stream, screen } = store.get();
    const seen = stream !== null && stream.getTracks().length > 0;
    const waits = status === 'connecting' || status === 'reconnecting';
    const told = !waits ? status : unreached >= unreachableAfter ? 'unreachable' : seen ? 'reconnecting' : status;
    const next: WatcherSnapshot = { status: told, stream, screen, epoch, picture: wish.picture() };
    const now = store.get();
    if (next.status !== now.status || next.epoch !== now.epoch) store.set(next);
  }

  function follow(): void {
    const { connected, stream, moves: now } = link.state();
    const cameBack = connected && (!wasConnected || moves !== now);
    wasConnected = connected;
    moves = now;
    if (!stream) return;
    if (stream.status === 'off') {
      becomeIdle();
      return;
    }
    if (stream.status === 'lost') {
      // The last picture stays until another takes its place.
      drop(true);
      publish('reconnecting');
      return;
    }
    // The media layer may know of a newer one than the view does.
    if (epoch === null || stream.epoch > epoch) {
      failures = 0;
      stalls = 0;
      return void open();
    }
    if (!cameBack) return;
    wish.tell();
    if (recovery) recovery.verify();
    else if (opening) cameMeanwhile = true;
    else if (gaveUpOn !== stream.epoch) void open();
  }

  /**
   * Without a picture the video element has none to wait for: one whose video never brought a frame plays no sound either.
   */
  function followWish(): void {
    const now = store.get();
    if (now.stream && receiver) show(now.stream, receiver.tracks);
    store.set({ ...now, screen: receiver ? showScreen(receiver) : null, picture: wish.picture() });
  }

  /** With the same stream as before, where there is one. */
  function showScreen({ screen: track }: Receiver): MediaStream | null {
    if (track === null || wish.quality() === 'sound') return null;
    const stream = store.get().screen ?? new MediaStream();
    show(stream, [track]);
    return stream;
  }

  function show(stream: MediaStream, tracks: readonly MediaStreamTrack[]): void {
    const wanted = tracks.filter(({ kind }) => kind === 'audio' || wish.quality() !== 'sound');
    const old = stream.getTracks();
    for (const track of wanted) if (!old.includes(track)) stream.addTrack(track);
    for (const track of old) if (!wanted.includes(track)) stream.removeTrack(track);
  }

  /** Beside what is shown, which stays until the other has arrived (rule S9). */
  async function open(): Promise<void> {
    retryAlarm.clear();
    const { stream, routerRtpCapabilities: router, connected } = link.state();
    if (stream?.status !== 'on') return;
    attempt.abort();
    attempt = new AbortController();
    const { signal } = attempt;
    epoch = stream.epoch;
    recovery?.stop();
    recovery = null;
    cameMeanwhile = false;
    if (receiver && store.get().status === 'playing') playOn(receiver);
    else publish('connecting');
    if (!router || !connected) return again(signal);
    opening = true;
    let opened: Receiver | null = null;
    const close = () => opened?.close();
    signal.addEventListener('abort', close);
    try {
      // Without a turn: whoever hears of the same join may draw the page first, which takes longer than the answer.
      const rtpCapabilities = engine.knownCapabilities(router) ?? (await engine.recvCapabilities(router));
      if (signal.aborted) return;
      const quality = wish.quality();
      const watch = await link.call('media:watch', { rtpCapabilities, quality, channel: link.channel });
      if (signal.aborted) return;
      if (!watch.ok) return again(signal, watch.error);
      opened = await engine.receive(router, { ...watch, iceServers: ways.of(watch.iceServers) }, async (dtlsParameters) => {
        // By now it would start the next one's.
        if (signal.aborted) throw new Error('no longer wanted');
        const started = await link.call('media:start', { dtlsParameters, channel: link.channel });
        if (!started.ok) throw new Error(started.error.message);
      });
      if (signal.aborted) return close();
      const shown = store.get().status === 'playing' ? receiver : null;
      if (receiver) await untilPicture(due, opened, shown, ways.connectMs(), signal);
      if (signal.aborted) return;
      signal.removeEventListener('abort', close);
      opening = false;
      epoch = watch.epoch;
      take(opened);
      wish.askedWith(quality);
    } catch (error) {
      close();
      if (signal.aborted) return;
      if (error instanceof NoWay) findsNoWay();
      again(signal, undefined, error instanceof UnsupportedBrowser);
    }
  }

  function again(signal: AbortSignal, error?: Failure, hopeless = error?.code === 'bad-request' || error?.code === 'forbidden'): void {
    opening = false;
    if (hopeless) {
      gaveUpOn = epoch;
      publish('failed');
      return;
    }
    const wait = error?.retryAfterMs ?? backOff(failures);
    failures += 1;
    retryAlarm.set(wait, () => {
      if (!signal.aborted) void open();
    });
  }

  function findsNoWay(): void {
    if (ways.foundNone()) return;
    unreached += 1;
    if (store.get().status !== 'playing') publish('reconnecting');
  }

  function take(opened: Receiver): void {
    let reached = false;
    const before = receiver;
    receiver = opened;
    gaveUpOn = null;
    stopFlow();
    const stream = store.get().stream ?? new MediaStream();
    show(stream, opened.tracks);
    const screen = showScreen(opened);
    before?.close();
    const now = store.get();
    if (now.stream !== stream || now.screen !== screen) store.set({ ...now, stream, screen });
    const on = {
      connected() {
        reached = true;
        unreached = 0;
        failures = 0;
        watchForStall(opened);
        void playOnceThere(opened);
      },
      troubled: () => publish('reconnecting'),
      orphaned: () => void open(),
      dead() {
        if (!reached) findsNoWay();
        reopen();
      },
    };
    recovery = keepAlive(link, 'recv', opened, on, ways.connectMs());
    if (cameMeanwhile) recovery.verify();
  }

  function reopen(): void {
    publish('reconnecting');
    attempt.abort();
    attempt = new AbortController();
    again(attempt.signal);
  }

  function stopFlow(): void {
    flow?.stop();
    flow = null;
  }

  /** Nobody has to hear of an exchange while the picture before it moves, or barely stops. */
  function playOn(shown: Receiver): void {
    publish('playing');
    if (flow?.of === 'exchange') return;
    stopFlow();
    const stop = watchFlow(
      shown,
      exchange.everyMs,
      () => goesOn(due(shown)),
      (silentMs) => {
        if (silentMs < exchange.silentMs) return;
        stopFlow();
        publish('reconnecting');
      },
    );
    flow = { of: 'exchange', stop };
  }

  /** A stage that says nothing is one with a picture (rule S12). */
  async function playOnceThere(opened: Receiver): Promise<void> {
    const { signal } = attempt;
    const arrived = await untilPicture(due, opened, null, ways.connectMs(), signal).catch(() => false);
    if (arrived && !signal.aborted && receiver === opened && opened.state() === 'connected') publish('playing');
  }

  /** Connected is not yet watching: a router may have lost its way to the camera without anyone's transport noticing. */
  function watchForStall(opened: Receiver): void {
    stopFlow();
    let verified = false;
    const isDue = () => goesOn(due(opened)) && opened.state() === 'connected';
    const stop = watchFlow(opened, stall.everyMs, isDue, (silentMs, flows) => {
      if (flows) {
        stalls = 0;
        if (opened.state() === 'connected') publish('playing');
      }
      if (silentMs === 0) verified = false;
      if (silentMs >= stall.tellMs) publish('reconnecting');
      // A doctor whose network is gone stalls everyone: no more often than helps.
      if (silentMs >= stall.reopenMs * 2 ** Math.min(stalls, 3)) {
        stalls += 1;
        return void open();
      }
      if (silentMs >= stall.verifyMs && !verified) {
        verified = true;
        recovery?.verify();
      }
    });
    flow = { of: 'picture', stop };
  }

  function drop(keepPicture: boolean): void {
    attempt.abort();
    opening = false;
    epoch = null;
    retryAlarm.clear();
    stopFlow();
    recovery?.stop();
    recovery = null;
    if (keepPicture) return;
    receiver?.close();
    receiver = null;
  }

  function becomeIdle(): void {
    if (store.get().status === 'idle') return;
    drop(false);
    store.set({ ...idle, picture: wish.picture() });
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
    choose: wish.choose,
    stats: async () => (receiver ? await receiver.stats() : null),
    stop() {
      unsubscribe();
      wish.stop();
      drop(false);
      store.set(idle);
    },
  };
}
