import type { TrackSource } from '@bedside/shared/commands.ts';
import { type ErrorCode, refuse } from '@bedside/shared/errors.ts';
import { calls, parseAnswer } from '@bedside/shared/rpc.ts';
import type { IceServer } from '@bedside/shared/rtp.ts';
import type { StreamView } from '@bedside/shared/view.ts';
import type { ConnectionState, Engine, Receiver, Sender } from './engine.ts';
import type { MediaCallName, MediaLink, MediaLinkState } from './link.ts';
import { afterEach, beforeEach, vi } from 'vitest';

/** As they come over the wire: parsed like there. */
type Answers = Record<MediaCallName, () => object>;

const transport = {
  id: 't',
  iceParameters: { usernameFragment: 'u', password: 'p' },
  iceCandidates: [],
  dtlsParameters: { fingerprints: [] },
};

const iceServers = [{ urls: ['turn:turn.example.org'], username: '1800000000:x', credential: 'y' }];

/**
 * For every test of a file: a clock that stands still until it is moved, tries that come neither early nor late (`backOff`), and
 * streams as a browser has them.
 */
export function standInForBrowser(): void {
  beforeEach(() => {
    vi.useFakeTimers();
    vi.spyOn(Math, 'random').mockReturnValue(0.5);
    vi.stubGlobal('MediaStream', FakeStream);
  });
  afterEach(() => {
    vi.useRealTimers();
    vi.mocked(Math.random).mockRestore();
    vi.unstubAllGlobals();
  });
}

/** Lets everything that is not waiting for a clock happen. */
export const settle = () => vi.advanceTimersByTimeAsync(0);

/** A network whose state and answers a test sets. */
export function fakeLink() {
  const listeners = new Set<() => void>();
  const asked: MediaCallName[] = [];
  let state: MediaLinkState = {
    connected: true,
    moves: 0,
    stream: streamView('off', 0),
    phase: 'live',
    rehearsing: false,
    layout: 'picture-in-picture',
    routerRtpCapabilities: { codecs: [], headerExtensions: [] },
    layers: null,
  };
  let epoch = 0;
  const answers: Answers = {
    'media:watch': () => ({ ok: true, epoch: state.stream?.epoch ?? 0, transport, iceServers, consumers: [] }),
    'media:start': () => ({ ok: true }),
    'media:quality': () => ({ ok: true }),
    'media:restart-ice': () => ({ ok: true, iceParameters: transport.iceParameters, iceServers }),
    'media:publish': () => ({ ok: true, transport, iceServers }),
    'media:connect': () => ({ ok: true }),
    'media:produce': () => ({ ok: true, producerId: 'p' }),
    'media:stage': () => {
      epoch += 1;
      // The server tells everybody first.
      set({ stream: streamView('on', epoch) });
      return { ok: true, epoch };
    },
    'media:unpublish': () => ({ ok: true }),
  };
  function set(change: Partial<MediaLinkState>): void {
    state = { ...state, ...change };
    for (const listener of listeners) listener();
  }
  const link: MediaLink = {
    async call(name) {
      asked.push(name);
      return parseAnswer(calls[name].result, state.connected ? answers[name]() : refuse('unavailable', 'offline'));
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    state: () => state,
  };
  return {
    link,
    answers,
    /** Names of all calls since the last look. */
    asked: () => asked.splice(0),
    set,
    listeners: () => listeners.size,
    /** The page is on another server, which knows nothing of its transports; true: which knows them. */
    move(known = false) {
      answers['media:restart-ice'] = known
        ? () => ({ ok: true, iceParameters: transport.iceParameters, iceServers })
        : refusal('no-stream');
      set({ moves: state.moves + 1 });
    },
  };
}

export function streamView(status: StreamView['status'], epoch: number, tracks: Partial<StreamView['tracks']> = {}): StreamView {
  const each = status === 'off' ? 'off' : 'on';
  return { status, epoch, tracks: { camera: each, microphone: each, screen: 'off', ...tracks } };
}

export const refusal = (code: ErrorCode) => () => refuse(code, code);

export class FakeTrack extends EventTarget {
  readonly kind: string;
  readonly name: string;
  enabled = true;
  contentHint = '';
  readyState: MediaStreamTrackState = 'live';
  /** The modes that its background can be switched to. */
  readonly blurs: boolean[];
  constructor(kind: 'audio' | 'video', name: string = kind, blurs: boolean[] = []) {
    super();
    this.blurs = blurs;
    this.kind = kind;
    this.name = name;
  }
  #blurred = false;
  getSettings() {
    return { deviceId: this.name, backgroundBlur: this.#blurred };
  }
  getCapabilities() {
    return { backgroundBlur: this.blurs };
  }
  async applyConstraints({ backgroundBlur }: { backgroundBlur?: boolean }) {
    if (backgroundBlur !== undefined && this.blurs.includes(backgroundBlur)) this.#blurred = backgroundBlur;
  }
  stop() {
    this.readyState = 'ended';
  }
}

export class FakeStream {
  #tracks: MediaStreamTrack[];
  constructor(tracks: MediaStreamTrack[] = []) {
    this.#tracks = [...tracks];
  }
  getTracks() {
    return [...this.#tracks];
  }
  getVideoTracks() {
    return this.#tracks.filter(({ kind }) => kind === 'video');
  }
  addTrack(track: MediaStreamTrack) {
    this.#tracks.push(track);
  }
  removeTrack(track: MediaStreamTrack) {
    this.#tracks = this.#tracks.filter((each) => each !== track);
  }
}

/** Stands where the browser's own would. */
export function fakeTrack(kind: 'audio' | 'video', name?: string, blurs?: boolean[]): MediaStreamTrack {
  const track: unknown = new FakeTrack(kind, name, blurs);
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- a browser's class, of which tests need seven members
  return track as MediaStreamTrack;
}

/** Transports that are connected as soon as opened, until a test says otherwise. */
export function fakeEngine() {
  const receivers: ReturnType<typeof fakeReceiver>[] = [];
  const senders: ReturnType<typeof fakeSender>[] = [];
  let initial: ConnectionState = 'connected';
  let arrives = true;
  const told: IceServer[][] = [];
  const engine: Engine = {
    recvCapabilities: async () => ({ codecs: [], headerExtensions: [] }),
    knownCapabilities: () => null,
    async receive(_router, watch, start) {
      told.push(watch.iceServers);
      await start({ fingerprints: [] });
      const made = fakeReceiver(initial);
      if (!arrives) made.flow.perLook = made.flow.framesPerLook = 0;
      receivers.push(made);
      return made.receiver;
    },
    async send(_router, publish, calls) {
      told.push(publish.iceServers);
      const made = fakeSender(initial, calls);
      senders.push(made);
      return made.sender;
    },
  };
  return {
    engine,
    receivers,
    senders,
    /** What each was told of STUN and TURN. */
    told,
    /** Of what is opened from now on. */
    connectAs: (state: ConnectionState) => (initial = state),
    /** The same: whether anything arrives. */
    arriveAs: (flows: boolean) => (arrives = flows),
    /** How many receivers and senders are open. */
    open: () => [receivers, senders].map((all) => all.filter(({ record }) => !record.closed).length),
  };
}

export function fakeConnection(initial: ConnectionState) {
  const listeners = new Set<(state: ConnectionState) => void>();
  let state = initial;
  const record = { closed: false, restarts: 0 };
  return {
    record,
    become(next: ConnectionState) {
      state = next;
      for (const listener of listeners) listener(next);
    },
    connection: {
      state: () => state,
      onState: (listener: (state: ConnectionState) => void) => void listeners.add(listener),
      async restartIce() {
        record.restarts += 1;
      },
      stats: () => Promise.reject<RTCStatsReport>(new Error('no statistics')),
      close() {
        record.closed = true;
        state = 'closed';
      },
    },
  };
}

function fakeReceiver(initial: ConnectionState) {
  const { connection, become, record } = fakeConnection(initial);
  const flow = { bytes: 0, frames: 0, perLook: 100, framesPerLook: 1 };
  const receiver: Receiver = {
    ...connection,
    tracks: [fakeTrack('audio'), fakeTrack('video')],
    screen: null,
    received: async () => ({ bytes: (flow.bytes += flow.perLook), frames: (flow.frames += flow.framesPerLook) }),
  };
  return { receiver, become, record, flow };
}

function fakeSender(initial: ConnectionState, calls: Parameters<Engine['send']>[2]) {
  const { connection, become, record } = fakeConnection(initial);
  const sent = new Map<TrackSource, MediaStreamTrack | null>();
  const paused: Partial<Record<TrackSource, boolean>> = {};
  const sender: Sender = {
    ...connection,
    async produce(source, track) {
      await calls.produce(source, { codecs: [], headerExtensions: [], encodings: [], rtcp: {} });
      sent.set(source, track);
    },
    async replaceTrack(source, track) {
      sent.set(source, track);
    },
    setPaused: (source, on) => void (paused[source] = on),
    sources: () => [...sent.keys()],
  };
  return { sender, become, record, sent, paused };
}
