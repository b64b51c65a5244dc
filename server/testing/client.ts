import { EventEmitter } from 'node:events';
import { io, type Socket } from 'socket.io-client';
import type { SessionCommand } from '@bedside/shared/commands.ts';
import { type Ack, Failure, refuse } from '@bedside/shared/errors.ts';
import { CommandId, type SessionId } from '@bedside/shared/ids.ts';
import { applyOwnPatch, applyPatch } from '@bedside/shared/patch.ts';
import { PROTOCOL_VERSION } from '@bedside/shared/protocol-version.ts';
import type { Role } from '@bedside/shared/roles.ts';
import {
  type CallInput,
  type CallName,
  type CallResult,
  calls,
  parseAnswer,
  pushes,
  type RouteInput,
  type RouteName,
  type RouteResult,
  routes,
} from '@bedside/shared/rpc.ts';
import type { OwnView, View } from '@bedside/shared/view.ts';

const WAIT_MS = 20_000;
const ACK_MS = 8000;
/** After a refused connection. */
const REFUSED_MS = 300;

/** A browser without a screen: a cookie jar and what it fetches. */
export type Person = {
  url: string;
  /** The Cookie header it sends. */
  cookie(): string;
  fetch(path: string, init?: RequestInit): Promise<Response>;
  api<N extends RouteName>(name: N, input: RouteInput<N>): Promise<Ack<RouteResult<N>>>;
  takeInvite(link: string): Promise<void>;
};

/** Opens the product for the first time. */
export async function visit(url: string): Promise<Person> {
  const jar = new Map<string, string>();
  const person: Person = {
    url,
    cookie: () => [...jar].map(([name, value]) => `${name}=${value}`).join('; '),
    async fetch(path, init = {}) {
      const headers = new Headers(init.headers);
      if (jar.size > 0 && !headers.has('cookie')) headers.set('cookie', person.cookie());
      if (init.method === 'POST' && !headers.has('origin')) headers.set('origin', url);
      const response = await fetch(new URL(path, url), { ...init, headers });
      for (const cookie of response.headers.getSetCookie()) {
        const [, name, value] = /^([^=]+)=([^;]*)/.exec(cookie) ?? [];
        if (name !== undefined && value !== undefined) jar.set(name, value);
      }
      return response;
    },
    async api<N extends RouteName>(name: N, input: RouteInput<N>): Promise<Ack<RouteResult<N>>> {
      const { path, method, result }: (typeof routes)[N] = routes[name];
      const json = { 'content-type': 'application/json' };
      const query = new URLSearchParams(Object.entries(input).map(([key, value]): [string, string] => [key, String(value)]));
      const response = await (method === 'post'
        ? person.fetch(path, { method: 'POST', headers: json, body: JSON.stringify(input) })
        : person.fetch(`${path}?${query.toString()}`));
      return parseAnswer(result, await response.json());
    },
    async takeInvite(link) {
      const secret = /#invite=(.+)$/.exec(link)?.[1] ?? '';
      const answer = await person.api('exchange', { secret });
      if (!answer.ok) throw new Error(`the invite was refused: ${answer.error.code}`);
    },
  };
  await person.api('me', {});
  return person;
}

export type Connect = { origin?: string; auth?: object; cookie?: string; transports?: ('websocket' | 'polling')[]; reconnection?: boolean };

export type OpenOptions = Connect & {
  /** Nodes beside the person's own: after a lost connection it goes on with the next, as a proxy would lead it. */
  others?: readonly string[];
  /** Told whenever it may show something else. */
  onChange?: (client: Client) => void;
  /** Told of every packet that came in, as Socket.IO decoded it and before anything is parsed. */
  onPacket?: (packet: { data?: unknown }) => void;
  /** For long runs: nothing of what came in is kept in `frames`. */
  forgetful?: boolean;
};

/** A socket as a page would open it. Not yet connected: the caller listens first. */
export function openSocket(person: Person, connect: Connect = {}): Socket {
  return io(person.url, {
    forceNew: true,
    autoConnect: false,
    transports: connect.transports ?? ['websocket'],
    reconnection: connect.reconnection ?? true,
    reconnectionDelay: 20,
    reconnectionDelayMax: 100,
    auth: connect.auth ?? { protocol: PROTOCOL_VERSION, tab: newTab() },
    extraHeaders: { cookie: connect.cookie ?? person.cookie(), origin: connect.origin ?? person.url },
  });
}

let tabs = 0;
const newTab = () => `tab-${process.pid}-${++tabs}`;

/** Why a connection was refused; the generic text where the server gave no code. */
export async function refusalOf(socket: Socket): Promise<string> {
  const { promise, resolve } = Promise.withResolvers<string>();
  socket.once('connect', () => resolve('connected'));
  socket.once('connect_error', (error) => {
    const failure = Failure.safeParse('data' in error ? error.data : null);
    resolve(failure.success ? failure.data.code : error.message);
  });
  socket.connect();
  const outcome = await promise;
  socket.disconnect();
  return outcome;
}

/** A page in a session: follows it through lost networks and restarted servers, as rules R2, R3, R4 and R8 say. */
export type Client = {
  person: Person;
  socket: Socket;
  sessionId: SessionId;
  view(): View;
  own(): OwnView;
  viewers(): number;
  joined(): boolean;
  /** Of the node that it is at, or tries to reach. */
  url(): string;
  /** How often it was told a whole view, and how often a patch, when it joined. */
  joins: { view: number; patch: number };
  /** Every packet that came in, as text. */
  frames: string[];
  call<N extends CallName>(name: N, input: CallInput<N>): Promise<Ack<CallResult<N>>>;
  /** Sends anything at all under any name; what the server acknowledged, unparsed. Null if it did not in time. */
  raw(name: string, ...args: unknown[]): Promise<unknown>;
  /** Sends until acked or refused. */
  command(command: SessionCommand, commandId?: CommandId): Promise<Ack<CallResult<'session:command'>>>;
  until(condition: (client: Client) => boolean, what?: string): Promise<void>;
  close(): void;
};

export async function openClient(person: Person, sessionId: SessionId, as: Role, options: OpenOptions = {}): Promise<Client> {
  const socket = openSocket(person, options);
  const urls = [person.url, ...(options.others ?? [])];
  const changed = new EventEmitter().setMaxListeners(0);
  const frames: string[] = [];
  const joins = { view: 0, patch: 0 };
  let view: View | null = null;
  let own: OwnView | null = null;
  let viewers = 0;
  let joined = false;
  let closed = false;
  let commands = 0;
  let turn = 0;
  const url = () => urls[turn % urls.length] ?? person.url;

  async function raw(name: string, ...args: unknown[]): Promise<unknown> {
    const { promise, resolve } = Promise.withResolvers<unknown>();
    const timer = setTimeout(resolve, ACK_MS, null);
    const lost = () => resolve(null);
    socket.once('disconnect', lost);
    socket.emit(name, ...args, resolve);
    const answer = await promise;
    clearTimeout(timer);
    socket.off('disconnect', lost);
    return answer;
  }

  async function call<N extends CallName>(name: N, input: CallInput<N>): Promise<Ack<CallResult<N>>> {
    const result: (typeof calls)[N]['result'] = calls[name].result;
    const answer = await raw(name, input);
    if (answer === null) return refuse('unavailable', 'no answer');
    return parseAnswer(result, answer);
  }

  async function join(): Promise<void> {
    joined = false;
    const since = view && own ? { since: { audience: view.audience, seq: view.seq, own: own.seq } } : {};
    const answer = await call('session:join', { sessionId, as, ...since });
    if (!answer.ok) {
      if (answer.error.code === 'unavailable') return socket.connected ? join() : undefined;
      throw new Error(`join: ${answer.error.code} ${answer.error.message}`);
    }
    joins[answer.main.kind]++;
    const next = answer.main.kind === 'view' ? answer.main.view : view && applyPatch(view, answer.main.patch);
    const nextOwn = answer.own.kind === 'view' ? answer.own.view : own && applyOwnPatch(own, answer.own.patch);
    if (!next || !nextOwn || next === 'gap' || nextOwn === 'gap') throw new Error('the join left a gap');
    [view, own, viewers, joined] = [next, nextOwn, answer.viewers, true];
    changed.emit('change');
  }
  const rejoin = () => void join().catch((error: unknown) => changed.emit('broken', error));

  if (urls.length > 1) {
    socket.io.on('reconnect_attempt', () => {
      turn++;
      // Read whenever it connects; there is no public way.
      Object.assign(socket.io, { uri: url() });
      Object.assign(socket.io.opts.extraHeaders ?? {}, { origin: url() });
    });
    // A connection that the server itself refused is not tried again by Socket.IO.
    socket.on('connect_error', () => {
      if (!socket.active && !closed) setTimeout(() => !closed && socket.connect(), REFUSED_MS);
    });
  }
  socket.on('connect', () => {
    if (!options.forgetful) socket.io.engine.on('packet', ({ data }) => frames.push(String(data)));
    rejoin();
  });
  socket.on('disconnect', () => (joined = false));
  socket.on('session:patch', (raw: unknown) => {
    const next = view && joined ? applyPatch(view, pushes['session:patch'].parse(raw)) : null;
    if (next === 'gap') rejoin();
    else view = next ?? view;
    changed.emit('change');
  });
  socket.on('session:own', (raw: unknown) => {
    const next = own && joined ? applyOwnPatch(own, pushes['session:own'].parse(raw)) : null;
    if (next === 'gap') rejoin();
    else own = next ?? own;
    changed.emit('change');
  });
  socket.on('session:seq', (raw: unknown) => {
    const told = pushes['session:seq'].parse(raw);
    viewers = told.viewers;
    if (view && joined && told.seq > view.seq) rejoin();
    changed.emit('change');
  });

  const client: Client = {
    person,
    socket,
    sessionId,
    joins,
    frames,
    raw,
    call,
    view: () => present(view),
    own: () => present(own),
    viewers: () => viewers,
    joined: () => joined,
    url,
    async command(command, commandId = CommandId.parse(`${newTab()}-${++commands}`)) {
      for (;;) {
        await client.until(() => joined || closed, 'joined');
        if (closed) throw new Error('closed');
        const answer = await call('session:command', { commandId, command });
        if (answer.ok || (answer.error.code !== 'unavailable' && answer.error.code !== 'not-joined')) return answer;
        await new Promise(setImmediate);
      }
    },
    async until(condition, what = String(condition)) {
      if (condition(client)) return;
      const { promise, resolve, reject } = Promise.withResolvers<void>();
      const timer = setTimeout(
        () => reject(new Error(`waited for: ${what}; the view is ${JSON.stringify(view)?.slice(0, 2000)}`)),
        WAIT_MS,
      );
      const check = () => condition(client) && resolve();
      changed.on('change', check).on('broken', reject);
      await promise.finally(() => {
        clearTimeout(timer);
        changed.off('change', check).off('broken', reject);
      });
    },
    close() {
      closed = true;
      socket.disconnect();
      changed.emit('change');
    },
  };
  if (options.onPacket) socket.io.on('packet', options.onPacket);
  if (options.onChange) changed.on('change', () => view && own && options.onChange?.(client));
  socket.connect();
  await client.until(() => joined, 'joined');
  return client;
}

function present<T>(value: T | null): T {
  if (value === null) throw new Error('not joined yet');
  return value;
}

/** What an answer holds; throws with the code where it is a refusal. */
export function granted<T extends object>(answer: Ack<T>): T {
  if (!answer.ok) throw new Error(`refused: ${answer.error.code} ${answer.error.message}`);
  return answer;
}
