import type { TrackSource } from '@bedside/shared/commands.ts';
import type { Failure } from '@bedside/shared/errors.ts';
import { createStore } from '../net/store.ts';
import { backOff, createAlarm } from './back-off.ts';
import { createEngine, type Engine, type Sender, UnsupportedBrowser } from './engine.ts';
import type { MediaLink } from './link.ts';
import { keepAlive, type Recovery, untilConnected } from './recovery.ts';

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
/** Milliseconds that ICE and DTLS may take. */
const connectMs = 10_000;
const idle: BroadcastSnapshot = { status: 'idle', epoch: null, failure: null };
const final = new Set(['forbidden', 'bad-request', 'session-ended', 'wrong-state', 'not-found']);

export function createBroadcast(link: MediaLink, engine: Engine = createEngine()): Broadcast {
  const store = createStore(idle);
  const alarm = createAlarm();
  let wanted = false;
  let tracks: Tracks = { camera: null, microphone: null };
  let muted: Muted = { camera: false, microphone: false };
  let sender: Sender | null = null;
  let recovery: Recovery | null = null;
  let generation = 0;
  let attempting = false;
  let switching = false;
  /** While a new epoch was asked for and not yet answered: what the view tells may be that one. */
  let staging = false;
  let failures = 0;
  let wasConnected = link.state().connected;

  function publish(status: BroadcastSnapshot['status'], more: Partial<BroadcastSnapshot> = {}): void {
    store.set({ ...store.get(), failure: null, status, ...more });
  }

  /** Whether another page took the stage. A newer stream that is lost may be our own, of which the answer was lost too. */
  function isReplaced(): boolean {
    const { epoch } = store.get();
    const { stream } = link.state();
    return epoch !== null && stream !== null && stream.epoch > epoch && stream.status !== 'lost';
  }

  function closeSender(): void {
    generation += 1;
    attempting = false;
    switching = false;
    staging = false;
    alarm.clear();
    recovery?.stop();
    recovery = null;
    sender?.close();
    sender = null;
  }

  function end(status: BroadcastSnapshot['status'], failure: BroadcastSnapshot['failure'] = null): void {
    wanted = false;
    closeSender();
    publish(status, { failure, epoch: null });
  }

  function follow(): void {
    const { connected, stream, phase } = link.state();
    const cameBack = connected && !wasConnected;
    wasConnected = connected;
    if (!wanted || attempting || staging) return;
    const { epoch, status } = store.get();
    if (phase === 'ended') return end('idle');
    if (isReplaced()) return end('replaced');
    if (status === 'on' && stream?.epoch === epoch) {
      if (stream?.status === 'off') return end('idle');
      if (stream?.status === 'lost') return bringBack(0);
    }
    if (!cameBack) return;
    if (recovery) recovery.verify();
    else void attempt();
  }

  function bringBack(wait: number): void {
    const epoch = staging ? null : store.get().epoch;
    closeSender();
    publish('recovering', { epoch });
    alarm.set(wait, () => void attempt());
  }

  async function attempt(): Promise<void> {
    closeSender();
    if (!wanted) return;
    if (isReplaced()) return end('replaced');
    const mine = generation;
    const { connected, routerRtpCapabilities: router } = link.state();
    const current = () => mine === generation;
    if (!connected || !router) return again();
    attempting = true;
    try {
      const published = await link.call('media:publish', {});
      if (!current()) return;
      if (!published.ok) return again(published.error);
      const opened = await engine.send(router, published.transport, {
        async connect(dtlsParameters) {
          const answer = await link.call('media:connect', { dtlsParameters });
          if (!answer.ok) throw new Error(answer.error.message);
        },
        async produce(source, rtpParameters) {
          const answer = await link.call('media:produce', { source, rtpParameters });
          if (!answer.ok) throw new Error(answer.error.message);
          return answer.producerId;
        },
      });
      if (!current()) return opened.close();
      sender = opened;
      await produceMissing(opened);
      // On stage is what the server receives, not what was promised.
      await untilConnected(opened, connectMs);
      if (!current()) return;
      if (isReplaced()) return end('replaced');
      const staged = await link.call('media:stage', {});
      if (!current()) return;
      if (!staged.ok) {
        // It may be on stage all the same: a newer epoch is then no other page's.
        if (staged.error.code === 'unavailable') publish(store.get().status, { epoch: null });
        return again(staged.error);
      }
      attempting = false;
      publish('on', { epoch: staged.epoch });
      recovery = keepAlive(link, 'send', opened, {
        connected() {
          failures = 0;
          if (store.get().status === 'recovering') publish('on');
        },
        troubled: () => publish('recovering'),
        dead: () => bringBack(replacedMs),
      });
      follow();
      setTracks(tracks);
    } catch (error) {
      if (!current()) return;
      if (error instanceof UnsupportedBrowser) end('failed', 'unsupported-browser');
      else again();
    }
  }

  /** Both at once; a source without a track is not sent. */
  async function produceMissing(to: Sender): Promise<boolean> {
    const missing = (['microphone', 'camera'] as const).flatMap((source) => {
      const track = tracks[source];
      return track && !to.sources().includes(source) ? [{ source, track }] : [];
    });
    await Promise.all(missing.map(({ source, track }) => to.produce(source, track)));
    applyMuted(to);
    return missing.length > 0;
  }

  function again(error?: Failure): void {
    attempting = false;
    if (error && final.has(error.code)) return end('failed', error);
    closeSender();
    const wait = error?.retryAfterMs ?? backOff(failures);
    failures += 1;
    alarm.set(wait, () => void attempt());
  }

  function applyMuted(to: Sender): void {
    for (const source of to.sources()) to.setPaused(source, muted[source]);
  }

  function setTracks(next: Tracks): void {
    tracks = next;
    // Whoever is at it sees that they changed.
    if (sender && !attempting && !switching) void switchTracks(sender);
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
        if (await produceMissing(to)) await stageAgain(to);
      } while (sender === to && switched !== tracks);
      if (sender === to) switching = false;
    } catch {
      if (sender === to) bringBack(0);
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
      void attempt();
    },
    async stop() {
      if (!wanted) return end('idle');
      end('idle');
      await link.call('media:unpublish', {});
    },
    setTracks,
    setMuted(next) {
      muted = next;
      if (sender) applyMuted(sender);
    },
    stats: async () => (sender ? await sender.stats() : null),
    dispose() {
      unsubscribe();
      end('idle');
    },
  };
}
