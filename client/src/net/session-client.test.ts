import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { refuse } from '@bedside/shared/errors.ts';
import { limits } from '@bedside/shared/limits.ts';
import { createSessionClient } from './session-client.ts';
import { FakeSocket, joinAnswer, session } from './test-doubles.ts';

let socket: FakeSocket;
let options: unknown;
/** Instead of socket.io-client's `io`. */
const dial = (given: unknown) => {
  options = given;
  return socket;
};

const fetched = vi.fn<(path: string) => Promise<unknown>>();
beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal('addEventListener', () => {});
  vi.stubGlobal('removeEventListener', () => {});
  vi.stubGlobal('fetch', fetched);
  fetched.mockReset();
  fetched.mockResolvedValue({ json: async () => ({ ok: true, protocol: 1, organiser: false }) });
  socket = new FakeSocket();
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

const settle = () => vi.advanceTimersByTimeAsync(0);
const mark = { seq: 1, viewers: 1 };

async function entered() {
  const client = createSessionClient(session, 'viewer', dial);
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
    const client = createSessionClient(session, 'viewer', dial);
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
    const client = createSessionClient(session, 'viewer', dial);
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

  it('[H2] hears, sends and tries nothing more once moderators have taken this person out', async () => {
    const client = await entered();
    socket.push('session:removed', { retryAfterMs: 900_000 });
    expect(client.get()).toMatchObject({ connection: 'refused', refusal: { code: 'removed', retryAfterMs: 900_000 } });
    expect(socket.connected).toBe(false);
    const connects = socket.connects;
    await vi.advanceTimersByTimeAsync(60_000);
    expect(socket.connects).toBe(connects);
    client.close();
  });

  it('[H2] learns of it from the refusal of a command or of a join, too', async () => {
    const client = await entered();
    socket.answers['session:command'] = () => refuse('removed', 'out');
    void client.send({ type: 'close-emergency' });
    await settle();
    expect(client.get()).toMatchObject({ connection: 'refused', refusal: { code: 'removed' } });
    client.close();
    socket = new FakeSocket();
    socket.answers['session:join'] = () => refuse('removed', 'out', { retryAfterMs: 1000 });
    const later = createSessionClient(session, 'viewer', dial);
    await settle();
    expect(later.get()).toMatchObject({ connection: 'refused', refusal: { code: 'removed', retryAfterMs: 1000 } });
    await vi.advanceTimersByTimeAsync(60_000);
    expect(socket.connects).toBe(1);
    later.close();
  });

  it('[A1] a first visit gets its cookie without a word', async () => {
    socket.refusal = refuse('no-identity', 'no cookie').error;
    fetched.mockImplementationOnce(async () => {
      socket.refusal = null;
      return { json: async () => ({ ok: true, protocol: 1, organiser: false }) };
    });
    const client = createSessionClient(session, 'viewer', dial);
    const seen: string[] = [];
    client.subscribe(() => seen.push(client.get().connection));
    await vi.advanceTimersByTimeAsync(100);
    expect(new Set(seen)).toEqual(new Set(['live']));
    client.close();
  });
});
