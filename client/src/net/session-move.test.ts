import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { refuse } from '@bedside/shared/errors.ts';
import { QuestionId } from '@bedside/shared/ids.ts';
import { limits } from '@bedside/shared/limits.ts';
import { createSessionClient, type SessionClient } from './session-client.ts';
import { FakeSocket, joinAnswer, session } from './test-doubles.ts';

/** In the order in which the page asked for them; `upcoming` are the next ones. */
let sockets: FakeSocket[];
let upcoming: FakeSocket[];
/** Instead of socket.io-client's `io`. */
const dial = () => {
  const made = upcoming.shift() ?? new FakeSocket();
  sockets.push(made);
  return made;
};

let client: SessionClient;
/** Every state of the connection since the page was in. */
let seen: Set<string>;
beforeEach(async () => {
  vi.useFakeTimers();
  vi.stubGlobal('addEventListener', () => {});
  vi.stubGlobal('removeEventListener', () => {});
  sockets = [];
  upcoming = [];
  client = createSessionClient(session, 'viewer', dial);
  await settle();
  seen = new Set();
  client.subscribe(() => seen.add(client.get().connection));
});
afterEach(async () => {
  client.close();
  await settle();
  expectNothingOpen();
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

function expectNothingOpen() {
  for (const each of sockets) expect(each.connected).toBe(false);
  expect(vi.getTimerCount()).toBe(0);
}
const settle = () => vi.advanceTimersByTimeAsync(0);
const at = (index: number): FakeSocket => {
  const socket = sockets[index];
  if (!socket) throw new Error(`no socket ${index}`);
  return socket;
};
const names = (socket: FakeSocket) => socket.sent.map(({ name }) => name);
const mark = { seq: 1, viewers: 1 };
const vote = (on: boolean) => ({ type: 'cast-vote', questionId: QuestionId.parse('question-1'), on }) as const;
/** A server that is silent would be left for that. */
async function listening(ms: number) {
  for (let gone = 0; gone < ms; gone += 500) {
    for (const each of sockets) if (each.connected) each.push('session:seq', mark);
    await vi.advanceTimersByTimeAsync(500);
  }
}

describe('a page that is told to move', () => {
  it('[R9] joins over another connection, leaves the first, and says nothing of it', async () => {
    at(0).push('session:move');
    await settle();
    expect(sockets).toHaveLength(2);
    expect(at(1).sent[0]).toMatchObject({ name: 'session:join', input: { since: { audience: 'public', seq: 1, own: 1 } } });
    expect([at(0).connected, at(1).connected]).toEqual([false, true]);
    expect(client.get()).toMatchObject({ connection: 'live', moves: 1 });
    expect(seen).toEqual(new Set(['live']));
  });

  it('[R9] stays where it is until the other one is joined, and commands go there', async () => {
    upcoming = [new FakeSocket()];
    const [second] = upcoming;
    if (second) second.answers['session:join'] = null;
    at(0).push('session:move');
    await settle();
    expect(at(0).connected).toBe(true);
    at(0).answers['session:command'] = () => ({ ok: true, seq: 2 });
    expect(await client.send(vote(true))).toMatchObject({ ok: true });
    expect(names(at(1))).toEqual(['session:join']);
    at(0).push('session:patch', { from: 1, to: 4, put: [], remove: [] });
    expect(client.get().seq).toBe(4);
    // [R10] The answer was given before that.
    at(1).sent[0]?.ack(joinAnswer(3));
    await settle();
    expect(client.get()).toMatchObject({ seq: 4, moves: 1 });
    expect(at(0).connected).toBe(false);
    at(1).push('session:patch', { from: 3, to: 6, put: [], remove: [] });
    expect(client.get().seq).toBe(6);
  });

  it('[R8] [R9] waits for the answer to what it sent before, and hears nothing else there', async () => {
    const answer = client.send(vote(true));
    await settle();
    at(0).push('session:move');
    await settle();
    expect(client.get().moves).toBe(1);
    expect(at(0).connected).toBe(true);
    at(0).push('session:patch', { from: 1, to: 9, put: [], remove: [] });
    at(0).push('session:move');
    expect(client.get().seq).toBe(1);
    at(0).sent.at(-1)?.ack({ ok: true, seq: 2 });
    expect(await answer).toEqual({ ok: true, seq: 2 });
    expect(client.get().own?.votes).toEqual(['question-1']);
    expect(at(0).connected).toBe(false);
    expect(names(at(1))).toEqual(['session:join']);
    expect(sockets).toHaveLength(2);
  });

  it.each(['closed by its server', 'silent'])('[R8] sends again what the connection that it left, %s, did not answer', async (how) => {
    const answer = client.send(vote(true));
    await settle();
    at(0).push('session:move');
    await settle();
    at(1).answers['session:command'] = () => ({ ok: true, seq: 7 });
    if (how === 'silent') await listening(limits.ackTimeoutMs + 500);
    else at(0).breakOff();
    await vi.advanceTimersByTimeAsync(1000);
    expect(await answer).toEqual({ ok: true, seq: 7 });
    const id = (socket: FakeSocket) => socket.sent.find(({ name }) => name === 'session:command')?.input;
    expect(id(at(1))).toEqual(id(at(0)));
    expect(names(at(1)).filter((name) => name === 'session:command')).toHaveLength(1);
    expect([at(0).connected, at(0).connects]).toEqual([false, 1]);
    expect(seen).toEqual(new Set(['live']));
  });

  it('[R9] tries again, and keeps what it has, while the other server refuses', async () => {
    const refusing = Array.from({ length: 3 }, () => new FakeSocket());
    for (const each of refusing) each.refusal = refuse('protocol-mismatch', 'newer').error;
    upcoming = [...refusing];
    at(0).push('session:move');
    await settle();
    at(0).push('session:move');
    expect(sockets).toHaveLength(2);
    await listening(15_000);
    expect(sockets).toHaveLength(5);
    expect(client.get().moves).toBe(1);
    expect(seen).toEqual(new Set(['live']));
  });

  it('[R9] is reconnecting when its server closes before another one is reached', async () => {
    const second = new FakeSocket();
    second.hangs = true;
    upcoming = [second];
    at(0).push('session:move');
    await settle();
    at(0).breakOff();
    expect(client.get().connection).toBe('reconnecting');
    expect([at(0).connected, at(0).connects]).toEqual([false, 1]);
    const answer = client.send(vote(true));
    second.hangs = false;
    second.answers['session:command'] = () => ({ ok: true, seq: 2 });
    second.connect();
    await settle();
    expect(await answer).toMatchObject({ ok: true });
    expect(client.get()).toMatchObject({ connection: 'live', moves: 0 });
    expect(sockets).toHaveLength(2);
  });

  it('[R9] moves on from server to server, but not at once from one that it only just reached', async () => {
    for (let move = 1; move <= 3; move += 1) {
      at(move - 1).push('session:move');
      await listening(5000);
      expect(client.get().moves).toBe(move);
    }
    expect(sockets).toHaveLength(4);
    const fourth = new FakeSocket();
    fourth.answers['session:join'] = () => {
      fourth.push('session:move');
      return joinAnswer();
    };
    upcoming = [fourth];
    at(3).push('session:move');
    at(3).push('session:move');
    await settle();
    expect(client.get().moves).toBe(4);
    expect(sockets).toHaveLength(5);
    await listening(6000);
    expect(client.get().moves).toBe(5);
    expect(sockets).toHaveLength(6);
    expect(seen).toEqual(new Set(['live']));
  });

  it('forgets a move that it waits with when its connection is lost', async () => {
    at(0).push('session:move');
    await settle();
    at(1).push('session:move');
    at(1).breakOff();
    await settle();
    await listening(6000);
    expect(client.get()).toMatchObject({ connection: 'live', moves: 1 });
    expect(sockets).toHaveLength(2);
  });

  it('does not wait for answers when it is closed', async () => {
    void client.send(vote(true));
    at(0).push('session:move');
    await settle();
    expect([at(0).connected, client.get().moves]).toEqual([true, 1]);
  });

  it('leaves nothing open when it is closed half-way', async () => {
    const second = new FakeSocket();
    second.answers['session:join'] = null;
    upcoming = [second];
    void client.send(vote(true));
    at(0).push('session:move');
    await settle();
    client.close();
    second.sent[0]?.ack(joinAnswer());
    await settle();
    expect(client.get().moves).toBe(0);
  });
});
