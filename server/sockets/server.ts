import type { Server as HttpServer } from 'node:http';
import { Server } from 'socket.io';
import { type Failure, refuse } from '@bedside/shared/errors.ts';
import { limits } from '@bedside/shared/limits.ts';
import { PROTOCOL_VERSION } from '@bedside/shared/protocol-version.ts';
import { type CallName, calls, Handshake } from '@bedside/shared/rpc.ts';
import { addressOf } from '../addresses.ts';
import type { Identities } from '../auth/identity.ts';
import type { Caller, Limiter } from '../auth/limiter.ts';
import type { Origins } from '../auth/origins.ts';
import { errorFields, type Log } from '../log.ts';
import type { Metrics } from '../metrics.ts';
import { watchBacklogs } from './backlog.ts';
import { type Connection, webSocketOf } from './connection.ts';
import { cutFloods } from './flood.ts';
import type { Answer } from './handle.ts';
import { type BedsideServer, type BedsideSocket, type Page, peerRoom } from './page.ts';
import { boundWaiting } from './waiting.ts';

const PATH = '/socket.io/';

/** Socket.IO as this product uses it; it listens on `http` and is closed by whoever made it. */
export function createSocketServer(
  http: HttpServer,
  origins: Pick<Origins, 'allowsHandshake'>,
  patience: { connectMs: number; pingIntervalMs: number; pingTimeoutMs: number } = limits,
): BedsideServer {
  // Engine.IO takes its time, and keeps for ever one that came on a connection which had an answer before.
  http.on('upgrade', ({ url }, socket) => {
    if (!url?.startsWith(PATH)) socket.destroy();
  });
  return new Server(http, {
    path: PATH,
    destroyUpgrade: false,
    serveClient: false,
    // 83 µs and 280 kB a socket here, for messages that are small.
    perMessageDeflate: false,
    httpCompression: false,
    maxHttpBufferSize: limits.messageBytes,
    connectTimeout: patience.connectMs,
    pingInterval: patience.pingIntervalMs,
    pingTimeout: patience.pingTimeoutMs,
    // One path, one namespace, nothing else answers: not even a CORS header.
    allowRequest: (request, decide) => decide(null, origins.allowsHandshake(request)),
  });
}

/** A refused connection as the client's `connect_error` carries it. */
function refusal(failure: Failure): Error & { data: Failure } {
  return Object.assign(new Error(failure.code), { data: failure });
}

/** Turns connections into pages (rule A6) and everything that comes in into calls. */
export function acceptPages(
  io: BedsideServer,
  options: {
    identities: Identities;
    limiter: Limiter;
    log: Log;
    metrics: Metrics;
    hops: number;
    answers: Readonly<Record<CallName, Answer<Page>>>;
    arrived: (page: Page) => void;
    departed: (page: Page) => void;
  },
): { close(): void } {
  const { identities, limiter, log, metrics, answers } = options;

  async function admit(socket: BedsideSocket): Promise<Failure | null> {
    const { headers } = socket.request;
    const address = addressOf(socket.request, options.hops);
    const identity = identities.read(headers.cookie);
    const wait = await limiter.take('connect', { person: identity?.person ?? null, address });
    if (wait > 0) return refuse('rate-limited', 'too many connections', { retryAfterMs: wait }).error;
    const handshake = Handshake.safeParse(socket.handshake.auth);
    if (!handshake.success) return refuse('bad-request', 'the handshake does not parse').error;
    const { protocol, tab } = handshake.data;
    if (protocol !== PROTOCOL_VERSION) return refuse('protocol-mismatch', `this server speaks version ${PROTOCOL_VERSION}`).error;
    if (!identity) return refuse('no-identity', 'no valid identity cookie: ask /api/me for one').error;
    const { person } = identity;
    if (!hold(socket.conn, { person, address }))
      return refuse('rate-limited', 'too many open sockets', { retryAfterMs: limits.socketPlaceRetryMs }).error;
    socket.data.page = { person, address, tab, peer: `${person}:${tab}`, socket, joined: null, removed: null };
    return null;
  }

  // By connection, since that is what costs: it may leave the namespace and come again.
  const holders = new WeakSet<Connection>();
  function hold(connection: Connection, caller: Caller): boolean {
    if (holders.has(connection)) return true;
    const release = limiter.holdSocket(caller);
    if (!release) return false;
    // It may have closed while the limits were asked.
    if (connection.readyState === 'closed') release();
    else connection.once('close', release);
    holders.add(connection);
    waiting.admitted(connection);
    return true;
  }

  async function decide(socket: BedsideSocket, next: (error?: Error) => void): Promise<void> {
    let failure: Failure | null;
    try {
      failure = await admit(socket);
    } catch (error) {
      log.error(errorFields(error), 'a connection failed');
      failure = refuse('internal', 'something went wrong here').error;
    }
    next(failure ? refusal(failure) : undefined);
  }

  io.use((socket, next) => void decide(socket, next));

  io.on('connection', (socket) => {
    const { page } = socket.data;
    if (!page) return void socket.disconnect(true);
    metrics.socketOpened();
    void socket.join(peerRoom(page.peer));
    options.arrived(page);
    socket.on('disconnect', () => {
      metrics.socketClosed();
      options.departed(page);
    });
    // Every packet comes through here, known or not: no other listener hears what clients send.
    socket.onAny((name: unknown, ...args: unknown[]) => void receive(page, name, args));
  });

  async function receive(page: Page, name: unknown, args: unknown[]): Promise<void> {
    const last = args.at(-1);
    const ack = typeof last === 'function' ? last : null;
    const inputs = ack ? args.slice(0, -1) : args;
    const answer = await (ack && isCall(name) && inputs.length === 1 ? answers[name](inputs[0], page) : malformed(page));
    if (ack) Reflect.apply(ack, null, [answer]);
  }

  /** An unknown name, other than one input, or no acknowledgement asked for: nothing runs. */
  async function malformed(page: Page) {
    const wait = (await limiter.waitOf('refused', page)) || (await limiter.take('refused', page));
    metrics.call('malformed', 'bad-request', 0);
    return wait > 0
      ? refuse('rate-limited', 'too many of these', { retryAfterMs: wait })
      : refuse('bad-request', 'a call has a known name, one input and an acknowledgement');
  }

  const waiting = boundWaiting(io, options.hops);
  // Of a dead network nobody answers the closing handshake, for which `ws` would keep the connection 30 s more.
  io.engine.on('connection', (connection: Connection) => {
    connection.once('close', (reason) => {
      if (reason === 'ping timeout') webSocketOf(connection.transport)?.terminate();
    });
  });
  cutFloods(io, () => metrics.call('flood', 'rate-limited', 0));
  const stopWatching = watchBacklogs(io, metrics.socketCut, metrics.unsent);
  return { close: stopWatching };
}

const isCall = (name: unknown): name is CallName => typeof name === 'string' && Object.hasOwn(calls, name);
