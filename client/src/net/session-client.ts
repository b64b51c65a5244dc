import { io, type Socket } from 'socket.io-client';
import type { SessionCommand } from '@bedside/shared/commands.ts';
import { type Ack, type Failure, Failure as FailureSchema, refuse } from '@bedside/shared/errors.ts';
import { type QuestionId, type SessionId, TabId } from '@bedside/shared/ids.ts';
import { limits } from '@bedside/shared/limits.ts';
import { applyOwnPatch, applyPatch } from '@bedside/shared/patch.ts';
import { PROTOCOL_VERSION } from '@bedside/shared/protocol-version.ts';
import type { Role } from '@bedside/shared/roles.ts';
import { type CallInput, type CallName, type CallResult, calls, type Handshake, parseAnswer, pushes } from '@bedside/shared/rpc.ts';
import type { OwnView, View } from '@bedside/shared/view.ts';
import { api } from './api.ts';
import { createOutbox } from './outbox.ts';
import { randomId } from './random-id.ts';
import { createStore } from './store.ts';

type JoinResult = CallResult<'session:join'>;

export type SessionSnapshot = {
  connection: 'connecting' | 'live' | 'reconnecting' | 'refused';
  /** Why, when `refused`: nothing more will be tried, but for `no-identity`, which a change of the browser's settings may end. */
  refusal: Failure | null;
  view: View | null;
  own: OwnView | null;
  role: Role;
  viewers: number;
  seq: number;
  /** The server's clock, milliseconds since 1970, as far as this page knows it. */
  serverNow(): number;
  /** Votes sent and not yet acked. */
  optimisticVotes: ReadonlyMap<QuestionId, boolean>;
  routerRtpCapabilities: NonNullable<JoinResult['media']>['routerRtpCapabilities'] | null;
};

export type SessionClient = {
  get(): SessionSnapshot;
  subscribe(listener: () => void): () => void;
  /** Sends until acked or refused; resolves with the answer, however long the network is gone. */
  send(command: SessionCommand): Promise<Ack<CallResult<'session:command'>>>;
  /** One try; `unavailable` while there is no connection or no answer. */
  call<N extends CallName>(name: N, input: CallInput<N>): Promise<Ack<CallResult<N>>>;
  close(): void;
};

/** Refusals of a connection or a join that trying again would not change. */
const FINAL = new Set(['not-found', 'forbidden', 'protocol-mismatch']);
const RETRY_MS = 500;
/** A room hears something every `watermarkMs`; a network that was silent for this long is gone, whatever TCP believes. */
const SILENCE_MS = limits.watermarkMs * 3;
/** Between two tries of a browser that keeps no cookie: from, and at most. */
const NO_IDENTITY_MS = { first: 2000, most: 30_000 } as const;

// A tab's name is chosen per load, not kept: a duplicated tab would copy it.
const tab = TabId.parse(randomId());

/** Keeps one page in one session: connects, joins, follows patches, mends gaps, and comes back by itself. */
export function createSessionClient(sessionId: SessionId, as: Role): SessionClient {
  const handshake: Handshake = { protocol: PROTOCOL_VERSION, tab };
  // Untyped on purpose: what comes in is unknown until parsed, what goes out is typed by `request`.
  const socket: Socket = io({
    auth: handshake,
    transports: ['websocket', 'polling'],
    // Else a network that lets no WebSocket through would never be tried with polling.
    tryAllTransports: true,
    reconnectionDelay: 300,
    reconnectionDelayMax: 3000,
    autoConnect: false,
  });

  let clockOffset = 0;
  let joined = false;
  let joining = false;
  let closed = false;
  /** In a row, each right after `me` was answered. */
  let noIdentity = 0;
  let silence: ReturnType<typeof setTimeout> | undefined;
  const timers = new Set<ReturnType<typeof setTimeout>>();
  const later = (run: () => void, ms = RETRY_MS) => {
    const timer = setTimeout(() => {
      timers.delete(timer);
      if (!closed) run();
    }, ms);
    timers.add(timer);
  };

  const store = createStore<SessionSnapshot>({
    connection: 'connecting',
    refusal: null,
    view: null,
    own: null,
    role: as,
    viewers: 0,
    seq: 0,
    serverNow: () => Date.now() + clockOffset,
    optimisticVotes: new Map(),
    routerRtpCapabilities: null,
  });
  const update = (change: Partial<SessionSnapshot>) => store.set({ ...store.get(), ...change });

  const outbox = createOutbox({
    ready: () => joined,
    retryAfter: later,
    onChange: () => update({ optimisticVotes: outbox.votes() }),
    transmit: async (input) => {
      const answer = await request('session:command', input);
      if (answer?.ok && input.command.type === 'cast-vote') keepVote(input.command.questionId, input.command.on);
      if (answer && !answer.ok && answer.error.code === 'not-joined') void join();
      return answer;
    },
  });

  // The transport and not the engine, which with polling would first wait until what is being sent has arrived.
  const cut = () => void socket.io.engine.transport.close();

  /** A join is given its own time: its answer may be long on its way, and everything else behind it. */
  function heard() {
    clearTimeout(silence);
    if (joined && !joining) silence = setTimeout(cut, SILENCE_MS);
  }

  /** Null when no answer came in time: the connection is then given up too. */
  async function request<N extends CallName>(name: N, input: CallInput<N>): Promise<Ack<CallResult<N>> | null> {
    const result: (typeof calls)[N]['result'] = calls[name].result;
    const { promise, resolve } = Promise.withResolvers<unknown>();
    const isJoin = name === 'session:join';
    const timer = setTimeout(
      () => {
        resolve(null);
        if (isJoin || !joining) cut();
      },
      isJoin ? limits.joinTimeoutMs : limits.ackTimeoutMs,
    );
    const lost = () => resolve(null);
    socket.once('disconnect', lost);
    socket.emit(name, input, resolve);
    const raw = await promise;
    clearTimeout(timer);
    socket.off('disconnect', lost);
    if (raw === null) return null;
    heard();
    return parseAnswer(result, raw);
  }

  // The server does not tell a voter what the voter's own ack already said.
  function keepVote(questionId: QuestionId, on: boolean) {
    const { own } = store.get();
    if (!own) return;
    const others = own.votes.filter((id) => id !== questionId);
    update({ own: { ...own, votes: on ? [...others, questionId] : others } });
  }

  async function join() {
    if (joining || closed || !socket.connected) return;
    joining = true;
    clearTimeout(silence);
    const { view, own } = store.get();
    const since = view && own ? { audience: view.audience, seq: view.seq, own: own.seq } : undefined;
    const answer = await request('session:join', { sessionId, as, since });
    joining = false;
    if (answer) heard();
    if (answer?.ok) return enter(answer);
    if (answer && FINAL.has(answer.error.code)) return refused(answer.error);
    later(() => void join(), answer?.error.retryAfterMs);
  }

  function enter(result: JoinResult) {
    clockOffset = result.now - Date.now();
    const { view: oldView, own: oldOwn } = store.get();
    const view = result.main.kind === 'view' ? result.main.view : oldView ? applyPatch(oldView, result.main.patch) : 'gap';
    const own = result.own.kind === 'view' ? result.own.view : oldOwn ? applyOwnPatch(oldOwn, result.own.patch) : 'gap';
    if (view === 'gap' || own === 'gap') {
      update({ view: null, own: null });
      return void join();
    }
    joined = true;
    heard();
    update({
      connection: 'live',
      refusal: null,
      view,
      own,
      seq: view.seq,
      role: result.role,
      viewers: result.viewers,
      routerRtpCapabilities: result.media?.routerRtpCapabilities ?? null,
    });
    outbox.flush();
  }

  function refused(refusal: Failure) {
    joined = false;
    update({ connection: 'refused', refusal });
    socket.disconnect();
  }

  socket.onAny(heard);
  socket.on('connect', () => {
    noIdentity = 0;
    void join();
  });
  socket.on('disconnect', (reason) => {
    joined = false;
    clearTimeout(silence);
    if (store.get().connection !== 'refused') update({ connection: 'reconnecting' });
    // Socket.IO does not come back by itself when the server closed the socket.
    if (reason === 'io server disconnect' && !closed) later(() => socket.connect());
  });
  socket.on('connect_error', (error) => {
    const failure = FailureSchema.safeParse('data' in error ? error.data : null);
    if (!failure.success) return;
    if (FINAL.has(failure.data.code)) return refused(failure.data);
    void comeBack(failure.data);
  });

  // A connection that the server itself refused is not retried by Socket.IO.
  async function comeBack(failure: Failure) {
    if (failure.code === 'no-identity') {
      const me = await api.me({});
      if (me.ok) {
        noIdentity += 1;
        if (noIdentity === 1) return later(() => socket.connect(), 0);
        // The cookie that `me` gave did not come back: this browser keeps none.
        update({ connection: 'refused', refusal: failure });
        return later(() => socket.connect(), Math.min(NO_IDENTITY_MS.first * 2 ** (noIdentity - 2), NO_IDENTITY_MS.most));
      }
    }
    later(() => socket.connect(), failure.retryAfterMs ?? RETRY_MS * 4);
  }

  socket.on('session:patch', (raw: unknown) => {
    const patch = pushes['session:patch'].safeParse(raw);
    const { view } = store.get();
    if (!joined || !view) return;
    const next = patch.success ? applyPatch(view, patch.data) : 'gap';
    if (next === 'gap') return void join();
    update({ view: next, seq: next.seq });
  });
  socket.on('session:own', (raw: unknown) => {
    const patch = pushes['session:own'].safeParse(raw);
    const { own } = store.get();
    if (!joined || !own) return;
    const next = patch.success ? applyOwnPatch(own, patch.data) : 'gap';
    if (next === 'gap') return void join();
    update({ own: next });
  });
  socket.on('session:seq', (raw: unknown) => {
    const mark = pushes['session:seq'].safeParse(raw);
    const { view } = store.get();
    if (!joined || !view || !mark.success) return;
    update({ viewers: mark.data.viewers });
    if (mark.data.seq > view.seq) void join();
  });

  const online = () => {
    if (!closed && store.get().connection !== 'refused') socket.connect();
  };
  addEventListener('online', online);
  socket.connect();

  return {
    get: store.get,
    subscribe: store.subscribe,
    send: outbox.send,
    async call(name, input) {
      if (!joined) return refuse('unavailable', 'not connected');
      return (await request(name, input)) ?? refuse('unavailable', 'no answer');
    },
    close() {
      closed = true;
      removeEventListener('online', online);
      for (const timer of timers) clearTimeout(timer);
      clearTimeout(silence);
      socket.disconnect();
    },
  };
}
