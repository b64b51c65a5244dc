import { io, type ManagerOptions, type SocketOptions } from 'socket.io-client';
import { type Ack, type Failure, Failure as FailureSchema } from '@bedside/shared/errors.ts';
import { limits } from '@bedside/shared/limits.ts';
import { type CallInput, type CallName, type CallResult, calls, type Handshake, parseAnswer, type PushName } from '@bedside/shared/rpc.ts';
import { api } from './api.ts';

/** One socket that is in a session: connects, joins, and comes back by itself until it is closed. */
export type Connection = {
  joined(): boolean;
  /** At once, instead of when the next try would be due. */
  connect(): void;
  /** Once more: what it has of the session has a gap. */
  join(): void;
  /** Null when no answer came in time: the connection is then given up too, and made anew. */
  request<N extends CallName>(name: N, input: CallInput<N>): Promise<Ack<CallResult<N>> | null>;
  /** Hears nothing any more; closes when what was asked has its answers. */
  retire(): void;
  close(): void;
};

export type ConnectionEvents = {
  entered(result: CallResult<'session:join'>): void;
  /** It is coming back, if need be to another server. */
  lost(): void;
  /** `no-identity` is tried again all the same: a change of the browser's settings may end it. After anything else it stays closed. */
  refused(failure: Failure): void;
  /** Of the session that was joined, still to be parsed; a `session:move` also before that. */
  pushes: Record<PushName, (raw: unknown) => void>;
};

type Listener = (...args: unknown[]) => void;

/** Of a Socket.IO socket what a session uses. Untyped on purpose: what comes in is unknown until parsed, what goes out is typed by `request`. */
export type Wire = {
  readonly connected: boolean;
  readonly io: { engine: { transport: { close(): void } } };
  on(name: string, listener: Listener): void;
  once(name: string, listener: Listener): void;
  off(name: string, listener: Listener): void;
  onAny(listener: Listener): void;
  emit(name: string, input: unknown, ack: (answer: unknown) => void): void;
  connect(): void;
  disconnect(): void;
};
export type Dial = (options: Partial<ManagerOptions & SocketOptions>) => Wire;

/** Refusals of a connection or a join that trying again would not change. */
const FINAL = new Set(['not-found', 'forbidden', 'protocol-mismatch', 'removed']);
const RETRY_MS = 500;
/** A room hears something every `watermarkMs`; a network that was silent for this long is gone, whatever TCP believes. */
const SILENCE_MS = limits.watermarkMs * 3;
/** Between two tries of a browser that keeps no cookie: from, and at most. */
const NO_IDENTITY_MS = { first: 2000, most: 30_000 } as const;

/** Nothing happens before `connect`. `asking` gives what to join with, each time. */
export function createConnection(
  handshake: Handshake,
  asking: () => CallInput<'session:join'>,
  on: ConnectionEvents,
  dial: Dial = io,
): Connection {
  const socket = dial({
    auth: handshake,
    transports: ['websocket', 'polling'],
    // Else a network that lets no WebSocket through would never be tried with polling.
    tryAllTransports: true,
    reconnectionDelay: 300,
    reconnectionDelayMax: 3000,
    autoConnect: false,
    // A page that moves has two for a moment, each of its own.
    forceNew: true,
  });

  let joined = false;
  let joining = false;
  let refusal: Failure | null = null;
  let retired = false;
  let closed = false;
  let pending = 0;
  /** In a row, each right after `me` was answered. */
  let noIdentity = 0;
  let silence: ReturnType<typeof setTimeout> | undefined;
  let retry: ReturnType<typeof setTimeout> | undefined;
  const later = (run: () => void, ms: number) => {
    clearTimeout(retry);
    if (!closed) retry = setTimeout(run, ms);
  };

  function close() {
    closed = true;
    joined = false;
    clearTimeout(retry);
    clearTimeout(silence);
    socket.disconnect();
  }

  /** The transport and not the engine, which with polling would first wait until what is being sent has arrived. */
  function cut() {
    if (retired) close();
    else socket.io.engine.transport.close();
  }

  /** A join is given its own time: its answer may be long on its way, and everything else behind it. */
  function heard() {
    clearTimeout(silence);
    if (joined && !joining && !retired) silence = setTimeout(cut, SILENCE_MS);
  }

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
    pending += 1;
    const raw = await promise;
    pending -= 1;
    clearTimeout(timer);
    socket.off('disconnect', lost);
    if (retired && pending === 0) close();
    if (raw === null) return null;
    heard();
    return parseAnswer(result, raw);
  }

  async function join() {
    if (joining || closed || retired || !socket.connected) return;
    joining = true;
    clearTimeout(silence);
    const answer = await request('session:join', asking());
    joining = false;
    if (closed || retired) return;
    if (answer) heard();
    if (answer?.ok) {
      joined = true;
      refusal = null;
      heard();
      return on.entered(answer);
    }
    if (answer && FINAL.has(answer.error.code)) return refuse(answer.error);
    later(() => void join(), answer?.error.retryAfterMs ?? RETRY_MS);
  }

  function refuse(failure: Failure) {
    refusal = failure;
    close();
    on.refused(failure);
  }

  socket.onAny(heard);
  socket.on('connect', () => {
    noIdentity = 0;
    void join();
  });
  socket.on('disconnect', (reason) => {
    joined = false;
    clearTimeout(silence);
    // Else Socket.IO would come back.
    if (retired && !closed) close();
    if (closed) return;
    if (!refusal) on.lost();
    // Socket.IO does not come back by itself when the server closed the socket.
    if (reason === 'io server disconnect') later(() => socket.connect(), RETRY_MS);
  });
  socket.on('connect_error', (error) => {
    const failure = FailureSchema.safeParse(error instanceof Error && 'data' in error ? error.data : null);
    if (!failure.success || closed) return;
    if (FINAL.has(failure.data.code)) return refuse(failure.data);
    void comeBack(failure.data);
  });
  for (const [name, take] of Object.entries(on.pushes)) {
    socket.on(name, (raw: unknown) => {
      if (!retired && (joined || name === 'session:move')) take(raw);
    });
  }

  // A connection that the server itself refused is not retried by Socket.IO.
  async function comeBack(failure: Failure) {
    if (failure.code === 'no-identity') {
      const me = await api.me({});
      if (closed) return;
      if (me.ok) {
        noIdentity += 1;
        if (noIdentity === 1) return later(() => socket.connect(), 0);
        // The cookie that `me` gave did not come back: this browser keeps none.
        refusal = failure;
        later(() => socket.connect(), Math.min(NO_IDENTITY_MS.first * 2 ** (noIdentity - 2), NO_IDENTITY_MS.most));
        return on.refused(failure);
      }
    }
    later(() => socket.connect(), failure.retryAfterMs ?? RETRY_MS * 4);
  }

  return {
    joined: () => joined,
    connect() {
      if (!closed && !refusal) socket.connect();
    },
    join: () => void join(),
    request,
    retire() {
      retired = true;
      clearTimeout(silence);
      clearTimeout(retry);
      if (pending === 0) close();
    },
    close,
  };
}
