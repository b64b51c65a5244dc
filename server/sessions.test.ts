import { CommandId, PersonId, QuestionId } from '@bedside/shared/ids.ts';
import { limits } from '@bedside/shared/limits.ts';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { localBus } from './cluster/local.ts';
import type { Event } from './session/events.ts';
import { createSessions, type Sessions, type SessionsOptions } from './sessions.ts';
import { type Store, StoreUnavailable } from './store/store.ts';
import { memoryStore } from './testing/memory-store.ts';
import { aNode, cast, sessionId } from './testing/play.ts';

// On a machine that may be busy.
vi.setConfig({ testTimeout: 60_000 });

const { host, moderator, ann, ben, organiser, system } = cast;
const plan = { type: 'schedule-session', title: 'Migraine', host: { name: 'Dr Okafor', title: '' }, startsAt: 5000 } as const;

let store: Store;
let ids = 0;
const nodes: Sessions[] = [];

function createNode(options: Partial<SessionsOptions> = {}): Sessions {
  const node = createSessions({
    store,
    cluster: localBus().join(),
    now: () => 1000 + ids,
    newId: () => `made-${++ids}`,
    voteBatchMs: 0,
    ...options,
  });
  nodes.push(node);
  return node;
}

const newCommandId = () => CommandId.parse(`command-${++ids}`);
const execute = (
  node: Sessions,
  by: Parameters<Sessions['execute']>[1],
  command: Parameters<Sessions['execute']>[3],
  id = newCommandId(),
) => node.execute(sessionId, by, id, command);

async function opened(node: Sessions) {
  const session = await node.open(sessionId);
  if (!session) throw new Error('no session');
  return session;
}

/** A live session with one approved question. */
async function begun(node: Sessions): Promise<QuestionId> {
  await node.schedule(organiser, newCommandId(), plan, sessionId);
  await execute(node, host, { type: 'go-live' });
  const asked = await execute(node, ann, { type: 'submit-question', text: 'Is this normal?' });
  if (!asked.ok || !asked.questionId) throw new Error('not asked');
  await execute(node, moderator, { type: 'approve-question', questionId: asked.questionId });
  return asked.questionId;
}

beforeEach(() => {
  store = memoryStore();
});
afterEach(async () => {
  vi.useRealTimers();
  await Promise.all(nodes.splice(0).map((node) => node.close()));
  await store.close();
});

it('[S1][R5] scheduling again by the same command gives the same session', async () => {
  const node = createNode();
  const commandId = newCommandId();
  const first = await node.schedule(organiser, commandId, plan);
  expect(first).toMatchObject({ ok: true, seq: 1 });
  expect(await node.schedule(organiser, commandId, plan)).toEqual(first);
  expect(await node.schedule(organiser, newCommandId(), plan)).not.toEqual(first);
  expect(await node.schedule(host, newCommandId(), plan)).toMatchObject({ ok: false, error: { code: 'forbidden' } });
  expect(await node.summaries()).toHaveLength(2);
});

it('[A2] knows no session that nobody scheduled', async () => {
  const node = createNode();
  expect(await node.open(sessionId)).toBeNull();
  expect(await execute(node, host, { type: 'go-live' })).toMatchObject({ ok: false, error: { code: 'not-found' } });
});

it('[R5] a command sent again, to any node, is answered as the first time, even where it would be refused by now', async () => {
  const [one, two] = [createNode(), createNode()];
  const questionId = await begun(one);
  const vote = newCommandId();
  const first = await execute(one, ben, { type: 'cast-vote', questionId, on: true }, vote);
  const end = newCommandId();
  const ended = await execute(two, host, { type: 'end-session' }, end);
  expect(first.ok && ended.ok).toBe(true);
  for (const node of [one, two, createNode()]) {
    expect(await execute(node, ben, { type: 'cast-vote', questionId, on: true }, vote)).toEqual(first);
    expect(await execute(node, host, { type: 'end-session' }, end)).toEqual(ended);
  }
});

it('[R5][V2] a vote that changed nothing is not cast later by its retry', async () => {
  const node = createNode();
  const questionId = await begun(node);
  const [first, again] = [newCommandId(), newCommandId()];
  await execute(node, ben, { type: 'cast-vote', questionId, on: true }, first);
  await execute(node, ben, { type: 'cast-vote', questionId, on: true }, again);
  await execute(node, ben, { type: 'cast-vote', questionId, on: false });
  expect(await execute(node, ben, { type: 'cast-vote', questionId, on: true }, again)).toMatchObject({ ok: true });
  expect((await opened(node)).view('public').questions[0]?.votes).toBe(0);
});

it('[V4] votes gathered are one event; each is acked, or refused by itself', async () => {
  const node = createNode();
  const questionId = await begun(node);
  const told: Event[] = [];
  node.onCommitted((_, events) => told.push(...events));
  const voters = Array.from({ length: 50 }, (_, at) => ({ role: 'viewer' as const, person: PersonId.parse(`voter-${at}`) }));
  const unknown = QuestionId.parse('unknown');
  const answers = await Promise.all([
    ...voters.map((by) => execute(node, by, { type: 'cast-vote', questionId, on: true })),
    execute(node, ben, { type: 'cast-vote', questionId, on: false }),
    execute(node, ben, { type: 'cast-vote', questionId: unknown, on: true }),
    execute(node, organiser, { type: 'cast-vote', questionId, on: true }),
  ]);
  expect(told).toHaveLength(1);
  expect(answers.map((answer) => (answer.ok ? answer.seq : answer.error.code))).toEqual([
    ...Array(51).fill(told[0]?.seq),
    'not-found',
    'forbidden',
  ]);
  expect((await opened(node)).view('public').questions[0]?.votes).toBe(50);
});

it('[V4] one vote sent twice in a batch, and one carried out before, are answered alike and take no other with them', async () => {
  const node = createNode();
  const questionId = await begun(node);
  const [old, double] = [newCommandId(), newCommandId()];
  const first = await execute(node, ben, { type: 'cast-vote', questionId, on: true }, old);
  const answers = await Promise.all([
    execute(node, ben, { type: 'cast-vote', questionId, on: true }, old),
    execute(node, ann, { type: 'cast-vote', questionId, on: true }, double),
    execute(node, ann, { type: 'cast-vote', questionId, on: true }, double),
  ]);
  expect(answers[0]).toEqual(first);
  expect(answers[1]).toMatchObject({ ok: true });
  expect(answers[2]).toEqual(answers[1]);
});

it('[Q6][M4][A9] what was written of a withdrawn question is gone from the database and from every node', async () => {
  const [one, two] = [createNode(), createNode()];
  await begun(one);
  const asked = await execute(one, ben, { type: 'submit-question', text: 'A most private matter', name: 'Wilhelmina' });
  const questionId = asked.ok && asked.questionId ? asked.questionId : QuestionId.parse('none');
  const decline = (note: string) => execute(one, moderator, { type: 'decline-question', questionId, reason: 'unclear', note });
  await decline('A note on a private matter');
  await execute(one, moderator, { type: 'undo-review', questionId });
  await decline('Another on that private matter');
  expect([...(await store.allTexts(sessionId)).values()].filter((body) => body.includes('private'))).toHaveLength(2);
  const other = await opened(two);
  expect(JSON.stringify(other.view('staff'))).toContain('private matter');
  expect(await execute(one, ben, { type: 'withdraw-question', questionId })).toMatchObject({ ok: true });
  await two.catchUp(sessionId);
  expect([...(await store.allTexts(sessionId)).values()]).toEqual(['Is this normal?']);
  expect(await store.verifyChain(sessionId)).toBeNull();
  for (const session of [await opened(one), other, await opened(createNode())]) {
    expect(session.own(ben.person).questions).toMatchObject([{ id: questionId, status: 'withdrawn', text: null, name: null }]);
    expect(JSON.stringify([session.own(ben.person), session.view('staff')])).not.toMatch(/private|Wilhelmina/);
  }
});

it('[R7] a node that is behind refuses only what the whole log refuses', async () => {
  const [one, behind] = [createNode(), createNode()];
  const questionId = await begun(one);
  await opened(behind);
  await execute(one, host, { type: 'pause-session' });
  await execute(one, host, { type: 'skip-question', questionId });
  // To the state that `behind` knows this is no question to requeue, and nobody has paused.
  expect(await execute(behind, host, { type: 'requeue-question', questionId })).toMatchObject({ ok: true });
  await execute(one, host, { type: 'start-answer', questionId });
  await execute(one, host, { type: 'finish-answer', questionId });
  await execute(one, host, { type: 'requeue-question', questionId });
  const later = createNode();
  await opened(later);
  await execute(one, host, { type: 'start-answer', questionId });
  await execute(one, host, { type: 'finish-answer', questionId });
  expect(await execute(later, ben, { type: 'cast-vote', questionId, on: true })).toMatchObject({
    ok: false,
    error: { code: 'wrong-state' },
  });
  await execute(one, host, { type: 'requeue-question', questionId });
  expect(await execute(later, ben, { type: 'cast-vote', questionId, on: true })).toMatchObject({ ok: true });
});

it('[R1] acks when the append is durable, not before', async () => {
  let durable = () => {};
  const gate = new Promise<void>((resolve) => (durable = resolve));
  const node = createNode();
  await begun(node);
  const slow = createNode({ store: { ...store, append: (append) => gate.then(() => store.append(append)) } });
  const order: string[] = [];
  const acked = execute(slow, ben, { type: 'submit-question', text: 'Shall I rest?' }).then(() => order.push('acked'));
  const session = await opened(slow);
  expect(session.view('staff').questions).toHaveLength(1);
  order.push('durable');
  durable();
  await acked;
  expect(order).toEqual(['durable', 'acked']);
  expect(session.view('staff').questions).toHaveLength(2);
});

it('[R8][O1] refuses with unavailable, and says why once in a while, while the store does; the same command may be sent again', async () => {
  const healthy = createNode();
  const questionId = await begun(healthy);
  let broken = true;
  const append: Store['append'] = (request) =>
    broken ? Promise.reject(new StoreUnavailable('full', 'SQLITE_FULL 13')) : store.append(request);
  const told: unknown[] = [];
  const node = createNode({ store: { ...store, append }, onError: (error) => told.push(error) });
  const [ask, vote] = [newCommandId(), newCommandId()];
  const both = () =>
    Promise.all([
      execute(node, ben, { type: 'submit-question', text: 'Shall I rest?' }, ask),
      execute(node, ben, { type: 'cast-vote', questionId, on: true }, vote),
    ]);
  const clock = vi.spyOn(performance, 'now').mockReturnValue(1000);
  const unavailable = [{ error: { code: 'unavailable' } }, { error: { code: 'unavailable' } }];
  for (let round = 0; round < 3; round++) expect(await both()).toMatchObject(unavailable);
  expect(told).toMatchObject([{ name: 'StoreUnavailable', code: 'SQLITE_FULL 13' }]);
  clock.mockReturnValue(6000);
  expect(await execute(node, ben, { type: 'cast-vote', questionId, on: true }, vote)).toMatchObject(unavailable[0] ?? {});
  expect(told).toHaveLength(2);
  clock.mockRestore();
  broken = false;
  expect(await both()).toMatchObject([{ ok: true }, { ok: true }]);
});

it('tells of its own and of others’ events, and outlives a listener that throws', async () => {
  const bus = localBus();
  const errors: unknown[] = [];
  const [one, two] = [createNode({ cluster: bus.join() }), createNode({ cluster: bus.join(), onError: (error) => errors.push(error) })];
  await begun(one);
  const session = await opened(two);
  const heard = new Promise<number>((resolve) => two.onCommitted(({ state }) => resolve(state.seq)));
  two.onCommitted(() => {
    throw new Error('a listener');
  });
  const answer = await execute(one, host, { type: 'pause-session' });
  expect(answer).toMatchObject({ ok: true, seq: await heard });
  expect(session.state.phase).toBe('paused');
  expect(errors).toHaveLength(1);
});

it('[R4] notices within the watch’s time what no announcement told', async () => {
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
  const [one, deaf] = [createNode(), createNode()];
  await begun(one);
  const session = await opened(deaf);
  const heard = new Promise<number>((resolve) => deaf.onCommitted(({ state }) => resolve(state.seq)));
  await execute(one, host, { type: 'pause-session' });
  expect(session.state.phase).toBe('live');
  vi.advanceTimersByTime(limits.watermarkMs);
  expect(await heard).toBe((await opened(one)).state.seq);
});

it('forgets a session that nobody holds, and loads it again', async () => {
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
  const node = createNode();
  await begun(node);
  const session = await opened(node);
  const release = session.retain();
  vi.advanceTimersByTime(120_000);
  // Whatever the watch began has ended once a session answers.
  await node.catchUp(sessionId);
  expect(await opened(node)).toBe(session);
  release();
  for (let round = 0; round < 60; round++) {
    vi.advanceTimersByTime(limits.watermarkMs);
    await new Promise(setImmediate);
  }
  const again = await opened(node);
  expect(again).not.toBe(session);
  expect(again.state).toEqual(session.state);
});

it('[R6] starts from a snapshot and what came after it; from the log alone where the snapshot is of no use', async () => {
  const node = createNode();
  await begun(node);
  for (let at = 0; at < limits.snapshotEvery; at++) await execute(node, host, { type: 'set-track', source: 'camera', muted: at % 2 === 0 });
  const { state } = await opened(node);
  const saved = await store.snapshot(sessionId);
  expect(saved?.seq).toBe(limits.snapshotEvery);

  const asked: number[] = [];
  const events: Store['events'] = (id, after) => (asked.push(after), store.events(id, after));
  expect((await opened(createNode({ store: { ...store, events } }))).state).toEqual(state);
  const useless: Store['snapshot'] = async () => ({ seq: 3, state: { shape: 0 } });
  expect((await opened(createNode({ store: { ...store, events, snapshot: useless } }))).state).toEqual(state);
  expect(asked).toEqual([limits.snapshotEvery, 0]);
});

it('answers gathered votes when it closes, and refuses what comes later', async () => {
  const node = createNode({ voteBatchMs: 3_600_000 });
  const questionId = await begun(node);
  const vote = execute(node, ben, { type: 'cast-vote', questionId, on: true });
  await opened(node);
  await node.close();
  expect(await vote).toMatchObject({ ok: true });
  expect(await execute(node, host, { type: 'pause-session' })).toMatchObject({ ok: false, error: { code: 'unavailable' } });
});

it('[S5] start-stream has its epoch in the state when it resolves', async () => {
  const node = createNode();
  await begun(node);
  await execute(node, system, { type: 'start-stream', tracks: ['camera'], node: aNode });
  expect((await opened(node)).state.stream).toEqual({ epoch: 1, status: 'on', onStage: ['camera'], node: aNode, external: false });
});

it('a session that nobody holds leaves memory after a minute, and whoever kept something of it is told', async () => {
  vi.useFakeTimers();
  const node = createNode();
  const told: string[] = [];
  node.onUnloaded((id) => told.push(id));
  await begun(node);
  await vi.advanceTimersByTimeAsync(50_000);
  expect([node.loaded().length, told]).toEqual([1, []]);
  await vi.advanceTimersByTimeAsync(20_000);
  expect([node.loaded().length, told]).toEqual([0, [sessionId]]);
  expect((await opened(node)).state.phase).toBe('live');
});
