import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { type Failure, refuse } from '@bedside/shared/errors.ts';
import { SessionId } from '@bedside/shared/ids.ts';
import { limits } from '@bedside/shared/limits.ts';
import { createSessionClient } from './session-client.ts';

/** A server at the other end of socket.io-client's `io`, as far as a session uses it. */
class FakeSocket {
  connected = false;
  connects = 0;
  cuts = 0;
  /** Null answers nothing. */
  answers: Record<string, (() => object) | null> = { 'session:join': joinAnswer };
  /** What comes of a try to connect. */
  refusal: Failure | null = null;
  readonly #listeners = new Map<string, Set<(...args: unknown[]) => void>>();
  readonly #any = new Set<() => void>();
  readonly io = { engine: { transport: { close: () => this.#cut() } } };

  on(name: string, listener: (...args: unknown[]) => void) {
    this.#listeners.set(name, (this.#listeners.get(name) ?? new Set()).add(listener));
  }
  once = this.on.bind(this);
  off(name: string, listener: (...args: unknown[]) => void) {
    this.#listeners.get(name)?.delete(listener);
  }
  onAny(listener: () => void) {
    this.#any.add(listener);
  }
  connect() {
    this.connects += 1;
    queueMicrotask(() => {
      this.connected = this.refusal === null;
      if (this.refusal) this.tell('connect_error', Object.assign(new Error('refused'), { data: this.refusal }));
      else this.tell('connect');
    });
  }
  disconnect() {
    this.connected = false;
    this.tell('disconnect', 'io client disconnect');
  }
  emit(name: string, _input: unknown, ack: (answer: unknown) => void) {
    const answer = this.answers[name];
    if (answer) queueMicrotask(() => ack(answer()));
  }
  push(name: string, value: unknown) {
    for (const listener of this.#any) listener();
    this.tell(name, value);
  }
  tell(name: string, ...args: unknown[]) {
    for (const listener of this.#listeners.get(name) ?? []) listener(...args);
  }
  /** Socket.IO then comes back by itself. */
  #cut() {
    this.cuts += 1;
    this.connected = false;
    this.tell('disconnect', 'transport close');
    this.connect();
  }
}

const session = SessionId.parse('session-of-a-test-1234');
function joinAnswer() {
  return {
    ok: true,
    role: 'viewer',
    main: {
      kind: 'view',
      view: {
        audience: 'public',
        seq: 1,
        session: {
          id: session,
          title: 'Asthma in children',
          description: '',
          host: { name: 'A. Doctor', title: '' },
          phase: 'open',
          startsAt: 0,
          liveAt: null,
          endedAt: null,
          stream: { epoch: 0, status: 'off', tracks: { camera: 'off', microphone: 'off' } },
          answeringId: null,
          pinnedId: null,
        },
        questions: [],
      },
    },
    own: { kind: 'view', view: { seq: 1, questions: [], votes: [] } },
    viewers: 1,
    now: 0,
    media: null,
  };
}

/** The first one. */
let socket: FakeSocket;
/** All that were asked for; what is set in `upcoming` is what the next ones are. */
let sockets: FakeSocket[];
let upcoming: FakeSocket[];
let options: unknown;
vi.mock('socket.io-client', () => ({
  io: (given: unknown) => {
    options = given;
    const made = upcoming.shift() ?? new FakeSocket();
    sockets.push(made);
    return made;
  },
}));

const fetched = vi.fn<(path: string) => Promise<unknown>>();
beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal('addEventListener', () => {});
  vi.stubGlobal('removeEventListener', () => {});
  vi.stubGlobal('fetch', fetched);
  fetched.mockReset();
  fetched.mockResolvedValue({ json: async () => ({ ok: true, protocol: 1, organiser: false }) });
  socket = new FakeSocket();
  sockets = [];
  upcoming = [socket];
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

const settle = () => vi.advanceTimersByTimeAsync(0);
const mark = { seq: 1, viewers: 1 };

async function entered() {
  const client = createSessionClient(session, 'viewer');
  await settle();
  expect(client.get().connection).toBe('live');
  return client;
}

describe('a session client', () => {
  it('tries polling where no WebSocket gets through', async () => {
    await entered();
    expect(options).toMatchObject({ transports: ['websocket', 'polling'], tryAllTransports: true });
  });

  it('[R4] stays while it hears something, gives the connection up when the watermarks stop, and comes back', async () => {
    const client = await entered();
    for (let each = 0; each < 10; each += 1) {
      await vi.advanceTimersByTimeAsync(limits.watermarkMs);
      socket.push('session:seq', mark);
    }
    expect(socket.cuts).toBe(0);
    const seen: string[] = [];
    client.subscribe(() => seen.push(client.get().connection));
    await vi.advanceTimersByTimeAsync(limits.watermarkMs * 3);
    expect(socket.cuts).toBe(1);
    expect(seen).toContain('reconnecting');
    expect(client.get().connection).toBe('live');
    client.close();
    await vi.advanceTimersByTimeAsync(60_000);
    expect(socket.cuts).toBe(1);
  });

  it('gives up a connection that brings pushes but no answer', async () => {
    const client = await entered();
    socket.answers['media:stage'] = null;
    const answer = client.call('media:stage', {});
    for (let ms = 0; ms < limits.ackTimeoutMs; ms += 1000) {
      socket.push('session:seq', mark);
      await vi.advanceTimersByTimeAsync(1000);
    }
    expect(await answer).toMatchObject({ ok: false, error: { code: 'unavailable' } });
    expect(socket.cuts).toBe(1);
    client.close();
  });

  it('lets a first view take its time, up to a limit', async () => {
    socket.answers['session:join'] = null;
    const client = createSessionClient(session, 'viewer');
    await vi.advanceTimersByTimeAsync(limits.joinTimeoutMs - 100);
    expect(socket.cuts).toBe(0);
    socket.answers['session:join'] = joinAnswer;
    await vi.advanceTimersByTimeAsync(1000);
    expect(socket.cuts).toBe(1);
    expect(client.get().connection).toBe('live');
    client.close();
  });

  it('lets a view that mends a gap take its time, though everything waits behind it', async () => {
    const client = await entered();
    const { promise, resolve } = Promise.withResolvers<unknown>();
    vi.spyOn(socket, 'emit').mockImplementation((name, _input, ack) => void (name === 'session:join' && promise.then(ack)));
    socket.push('session:seq', { seq: 5, viewers: 1 });
    void client.call('media:stage', {});
    await vi.advanceTimersByTimeAsync(20_000);
    expect(socket.cuts).toBe(0);
    resolve(joinAnswer());
    await settle();
    await vi.advanceTimersByTimeAsync(limits.watermarkMs * 3);
    expect(socket.cuts).toBe(1);
    client.close();
  });

  it('[A6] says that this browser keeps no cookie, and asks ever more rarely', async () => {
    socket.refusal = refuse('no-identity', 'no cookie').error;
    const client = createSessionClient(session, 'viewer');
    await vi.advanceTimersByTimeAsync(100);
    expect(socket.connects).toBe(2);
    expect(client.get()).toMatchObject({ connection: 'refused', refusal: { code: 'no-identity' } });
    await vi.advanceTimersByTimeAsync(60_000);
    expect(socket.connects).toBe(7);
    socket.refusal = null;
    await vi.advanceTimersByTimeAsync(31_000);
    expect(client.get()).toMatchObject({ connection: 'live', refusal: null });
    client.close();
  });

  it('[A1] a first visit gets its cookie without a word', async () => {
    socket.refusal = refuse('no-identity', 'no cookie').error;
    fetched.mockImplementationOnce(async () => {
      socket.refusal = null;
      return { json: async () => ({ ok: true, protocol: 1, organiser: false }) };
    });
    const client = createSessionClient(session, 'viewer');
    const seen: string[] = [];
    client.subscribe(() => seen.push(client.get().connection));
    await vi.advanceTimersByTimeAsync(100);
    expect(new Set(seen)).toEqual(new Set(['live']));
    client.close();
  });
});
