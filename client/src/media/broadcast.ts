import type { TrackSource } from '@bedside/shared/commands.ts';
import type { Failure } from '@bedside/shared/errors.ts';
import { createStore } from '../net/store.ts';
import { type Alarm, backOff, createAlarm } from './back-off.ts';
import { createEngine, type Engine, type Sender, UnsupportedBrowser } from './engine.ts';
import type { MediaLink } from './link.ts';
import { openSender } from './open-sender.ts';
import { keepAlive, NoWay, type Recovery, untilConnected } from './recovery.ts';
import { createWays } from './ways.ts';

export type BroadcastSnapshot = {
  /**
   * `on`: on stage. `recovering`: on its way back by itself. `replaced`: another page of a host took the stage; this one will not
   * take it back unless asked to. `failed`: refused for good, `failure` says how.
   */
  status: 'idle' | 'starting' | 'on' | 'recovering' | 'replaced' | 'failed';
  /** Of this page on stage, null before. */
  epoch: number | null;
  failure: Failure | 'unsupported-browser' | null;
};

export type Tracks = Readonly<Record<TrackSource, MediaStreamTrack | null>>;
export type Muted = Readonly<Record<TrackSource, boolean>>;

/** Keeps this page's tracks on stage from `start` to `stop`. */
export type Broadcast = {
  subscribe(listener: () => void): () => void;
  getSnapshot(): BroadcastSnapshot;
  start(): void;
  /** Takes them off stage. */
  stop(): Promise<void>;
  /** At any time: switches what is sent without viewers noticing; a source that is new puts up a new epoch. */
  setTracks(tracks: Tracks): void;
  setMuted(muted: Muted): void;
  stats(): Promise<RTCStatsReport | null>;
  /** Leaves everything without a word to the server, which notices. */
  dispose(): void;
};

/** Milliseconds for the view to tell that another page took over, before the stage is asked for again. */
const replacedMs = 600;
/** Milliseconds for which the one before still sends after a handover: viewers take as long at most to exchange their picture. */
const lingerMs = 3000;
const idle: BroadcastSnapshot = { status: 'idle', epoch: null, failure: null };
const final = new Set(['forbidden', 'bad-request', 'session-ended', 'wrong-state', 'not-found']);

export function createBroadcast(link: MediaLink, engine: Engine = createEngine()): Broadcast {
  const store = createStore(idle);
  const alarm = createAlarm();
  const ways = createWays();
  let wanted = false;
  let tracks: Tracks = { camera: null, microphone: null, screen: null };
  let muted: Muted = { camera: false, microphone: false, screen: false };
  /** The one on stage. */
  let sender: Sender | null = null;
  let recovery: Recovery | null = null;
  /** It flows, but through a server that no call reaches any more. */
  let orphaned = false;
  /** All that send: the one on stage, the next one during a handover, and the one before for a moment more. */
  const senders = new Map<Sender, Alarm>();
  /** Aborted when what it began is no longer wanted. */
  let attempt = new AbortController();
  /** `beside`: a handover, while the one on stage still sends (rule S10). */
  let attempting: 'alone' | 'beside' | null = null;
  let switching = false;
  /** While a new epoch was asked for and not yet answered: what the view tells may be that one. */
  let staging = false;
  /** The page came to another server, or back to this one, while something was under way. */
  let cameMeanwhile = false;
  let failures = 0;
  let { connected: wasConnected, moves } = link.state();

  function publish(status: BroadcastSnapshot['status'], more: Partial<BroadcastSnapshot> = {}): void {
    store.set({ ...store.get(), failure: null, status, ...more });
  }

  /** Whether another page took the stage. A newer stream that is lost may be our own, of which the answer was lost too. */
  function isReplaced(): boolean {
    const { epoch } = store.get();
    const { stream } = link.state();
    return epoch !== null && stream !== null && stream.epoch > epoch && stream.status !== 'lost';
  }

  function close(each: Sender): void {
    senders.get(each)?.clear();
    senders.delete(each);
    each.close();
  }

  function dropSender(): void {
    recovery?.stop();
    recovery = null;
    if (sender) close(sender);
    sender = null;
    orphaned = false;
    switching = false;
  }

  function closeAll(): void {
    attempt.abort();
    attempting = null;
    staging = false;
    cameMeanwhile = false;
    alarm.clear();
    dropSender();
    for (const each of [...senders.keys()]) close(each);
  }

  function end(status: BroadcastSnapshot['status'], failure: BroadcastSnapshot['failure'] = null): void {
    wanted = false;
    closeAll();
    publish(status, { failure, epoch: null });
  }

  function follow(): void {
    const { connected, stream, phase, moves: now } = link.state();
    const cameBack = connected && (!wasConnected || moves !== now);
    wasConnected = connected;
    moves = now;
    if (!wanted) return;
    if (cameBack && (attempting || staging)) cameMeanwhile = true;
    if (attempting === 'alone' || staging) return;
    const { epoch, status } = store.get();
    if (phase === 'ended') return end('idle');
    if (isReplaced()) return end('replaced');
    if (status === 'on' && stream?.epoch === epoch) {
      if (stream?.status === 'off') return end('idle');
      if (stream?.status === 'lost') return attempting ? publish('recovering') : bringBack(0);
    }
    if (!cameBack || attempting) return;
    if (orphaned) void bringOn('beside');
    else if (recovery) recovery.verify();
    else void bringOn('alone');
  }

  function bringBack(wait: number): void {
    const epoch = staging ? null : store.get().epoch;
    closeAll();
    publish('recovering', { epoch });
    alarm.set(wait, () => void bringOn('alone'));
  }

  async function bringOn(how: 'alone' | 'beside'): Promise<void> {
    if (how === 'alone') closeAll();
    if (!wanted) return;
    if (isReplaced()) return end('replaced');
    alarm.clear();
    attempt = new AbortController();
    const { signal } = attempt;
    const { connected, routerRtpCapabilities: router, moves: before } = link.state();
    const moved = () => link.state().moves !== before;
    if (!connected || !router) return again();
    attempting = how;
    cameMeanwhile = false;
    try {
      const answer = await openSender(
        link,
        engine,
        router,
        (published) => ({ ...published, iceServers: ways.of(published.iceServers) }),
        signal,
      );
      if (signal.aborted) return;
      if (!answer.ok) return again(answer.error, moved());
      const opened = answer.sender;
      senders.set(opened, createAlarm());
      signal.addEventListener('abort', () => opened !== sender && close(opened));
      await produceMissing(opened);
      // On stage is what the server receives, not what was promised.
      await untilConnected(opened, ways.connectMs(), signal);
      if (signal.aborted) return;
      if (isReplaced()) return end('replaced');
      staging = true;
      const staged = await link.call('media:stage', {});
      if (signal.aborted) return;
      staging = false;
      if (!staged.ok) {
        // It may be on stage all the same: a newer epoch is then no other page's.
        if (staged.error.code === 'unavailable') publish(store.get().status, { epoch: null });
        return again(staged.error, moved());
      }
      attempting = null;
      takeOver(opened);
      publish('on', { epoch: staged.epoch });
      const on = {
        connected() {
          failures = 0;
          if (store.get().status === 'recovering') publish('on');
        },
        troubled: () => publish('recovering'),
        orphaned() {
          orphaned = true;
          alarm.set(replacedMs, () => void bringOn('beside'));
        },
        dead: died,
      };
      recovery = keepAlive(link, 'send', opened, on, ways.connectMs());
      follow();
      verifyIfCame();
      setTracks(tracks);
    } catch (error) {
      if (signal.aborted) return;
      if (error instanceof NoWay) ways.foundNone();
      if (error instanceof UnsupportedBrowser) end('failed', 'unsupported-browser');
      else again();
    }
  }

  function takeOver(opened: Sender): void {
    const old = sender;
    recovery?.stop();
    sender = opened;
    orphaned = false;
    switching = false;
    if (old) senders.get(old)?.set(lingerMs, () => close(old));
  }

  function died(): void {
    if (attempting !== 'beside') return bringBack(replacedMs);
    // The next one is on its way already.
    dropSender();
    publish('recovering');
  }

  function verifyIfCame(): void {
    if (!cameMeanwhile) return;
    cameMeanwhile = false;
    recovery?.verify();
  }

  /** All at once; a source without a track is not sent. */
  async function produceMissing(to: Sender): Promise<boolean> {
    const missing = (['microphone', 'camera', 'screen'] as const).flatMap((source) => {
      const track = tracks[source];
      return track && !to.sources().includes(source) ? [{ source, track }] : [];
    });
    await Promise.all(missing.map(({ source, track }) => to.produce(source, track)));
    applyMuted(to);
    return missing.length > 0;
  }

  /** `moved`: the refusal may be a server's that knew nothing of what was begun at another. */
  function again(error?: Failure, moved = false): void {
    attempt.abort();
    attempting = null;
    staging = false;
    if (error && final.has(error.code) && !moved) return end('failed', error);
    const how = sender ? 'beside' : 'alone';
    if (how === 'alone') closeAll();
    const wait = error?.retryAfterMs ?? backOff(failures);
    failures += 1;
    alarm.set(wait, () => void bringOn(how));
  }

  function applyMuted(to: Sender): void {
    for (const source of to.sources()) to.setPaused(source, muted[source]);
  }

  function setTracks(next: Tracks): void {
    tracks = next;
    // Whoever is at it sees that they changed.
    if (sender && attempting !== 'alone' && !switching) void switchTracks(sender);
  }

  async function switchTracks(to: Sender): Promise<void> {
    switching = true;
    try {
      let switched: Tracks;
      do {
        switched = tracks;
        await Promise.all(to.sources().map((source) => to.replaceTrack(source, tracks[source])));
        applyMuted(to);
        if (sender !== to) return;
        // What is new has no way to an orphan's server; the next one sends it.
        if (!orphaned && (await produceMissing(to))) await stageAgain(to);
      } while (sender === to && switched !== tracks);
      if (sender === to) switching = false;
    } catch {
      if (sender !== to) return;
      switching = false;
      if (!orphaned) bringBack(0);
    }
  }

  async function stageAgain(to: Sender): Promise<void> {
    if (sender !== to) return;
    staging = true;
    const staged = await link.call('media:stage', {});
    if (sender !== to) return;
    if (!staged.ok) {
      // No answer: it may be on stage all the same.
      staging = staged.error.code === 'unavailable';
      return bringBack(0);
    }
    staging = false;
    publish(store.get().status, { epoch: staged.epoch });
    follow();
    verifyIfCame();
  }

  const unsubscribe = link.subscribe(follow);

  return {
    subscribe: store.subscribe,
    getSnapshot: store.get,
    start() {
      if (wanted) return;
      wanted = true;
      failures = 0;
      publish('starting', { epoch: null });
      void bringOn('alone');
    },
    async stop() {
      if (!wanted) return end('idle');
      const { epoch } = store.get();
      end('idle');
      await link.call('media:unpublish', { epoch });
    },
    setTracks,
    setMuted(next) {
      muted = next;
      for (const each of senders.keys()) applyMuted(each);
    },
    stats: async () => (sender ? await sender.stats() : null),
    dispose() {
      unsubscribe();
      end('idle');
    },
  };
}
