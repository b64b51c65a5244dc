import type { Socket } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { QuestionId } from '@bedside/shared/ids.ts';
import { limits } from '@bedside/shared/limits.ts';
import { calls } from '@bedside/shared/rpc.ts';
import { type Client, openClient } from '../testing/client.ts';
import { type Harness, startApp } from '../testing/harness.ts';

let harness: Harness;

beforeAll(async () => {
  harness = await startApp();
});
afterAll(() => harness.close());

async function ask(client: Client, text: string, name?: string): Promise<QuestionId> {
  const answer = await client.command({ type: 'submit-question', text, ...(name === undefined ? {} : { name }) });
  if (!answer.ok || !answer.questionId) throw new Error('not asked');
  return answer.questionId;
}

const sees = (text: string) => (client: Client) => client.view().questions.some((question) => question.text === text);
const row = (client: Client, id: QuestionId) => client.view().questions.find((question) => question.id === id);
const personOf = (client: Client) => client.person.cookie().split('=')[1]?.split('.')[0] ?? 'none';

describe('who is told what', () => {
  it('[M1][A5] no frame to a viewer or the host holds a question before its approval, a person ever, or a decline', async () => {
    const sessionId = await harness.schedule();
    const [asker, other, host, moderator] = [
      await harness.join(sessionId, 'viewer'),
      await harness.join(sessionId, 'viewer'),
      await harness.join(sessionId, 'host'),
      await harness.join(sessionId, 'moderator'),
    ];
    const pending = await ask(asker, 'The secret sentence', 'Wilhelmina');
    const declined = await ask(asker, 'The declined sentence');
    await moderator.until(sees('The declined sentence'));
    await moderator.command({ type: 'decline-question', questionId: declined, reason: 'unclear', note: 'The note to the asker' });
    await asker.until(({ own }) => own().questions.some(({ note }) => note === 'The note to the asker'));
    await host.until(({ view }) => view().session.pending === 1);
    // Something public afterwards, so that whatever was wrongly sent is here by now.
    const shown = await ask(other, 'Shown to everybody');
    await moderator.command({ type: 'approve-question', questionId: shown });
    for (const client of [asker, other, host]) await client.until(sees('Shown to everybody'));
    for (const client of [other, host]) {
      for (const never of ['secret sentence', 'Wilhelmina', pending, 'declined sentence', declined, 'The note']) {
        expect(client.frames.join('\n')).not.toContain(never);
      }
    }
    await moderator.command({ type: 'approve-question', questionId: pending });
    for (const client of [asker, other, host]) await client.until(sees('The secret sentence'));
    for (const client of [asker, other, host, moderator]) {
      for (const person of [asker, other, host, moderator].map(personOf)) expect(client.frames.join('\n')).not.toContain(person);
    }
  });

  it('[M8][H3][M16] claims, reports and names of staff reach colleagues, and send nobody else a patch', async () => {
    const sessionId = await harness.schedule();
    const [viewer, host, screener, reviewer] = [
      await harness.join(sessionId, 'viewer'),
      await harness.join(sessionId, 'host'),
      await harness.join(sessionId, 'screener'),
      await harness.join(sessionId, 'reviewer'),
    ];
    const [questionId, shown] = [await ask(viewer, 'Who has this open?'), await ask(viewer, 'Shown to everybody')];
    await screener.command({ type: 'approve-question', questionId: shown });
    for (const client of [viewer, host]) await client.until(sees('Shown to everybody'));
    await viewer.until(({ own, view }) => own().questions.length === 2 && view().counts.approved === 1);
    await host.until(({ view }) => view().session.pending === 1 && view().counts.approved === 1);
    const before = [viewer, host].map(({ frames }) => frames.length);
    await screener.command({ type: 'claim-question', questionId });
    await reviewer.until((client) => row(client, questionId)?.claim?.by === 1);
    await screener.command({ type: 'introduce-self', name: 'Sam the screener' });
    await reviewer.until(({ view }) => view().session.staff?.[0]?.name === 'Sam the screener');
    await screener.until(({ own }) => own().staffNumber === 1);
    await reviewer.command({ type: 'report-question', questionId: shown, reason: 'misleading' });
    await screener.until((client) => row(client, shown)?.reports !== undefined);
    await screener.command({ type: 'release-question', questionId });
    await reviewer.until((client) => row(client, questionId)?.claim === undefined);
    // A tick later, and one watermark.
    await new Promise((resolve) => setTimeout(resolve, limits.watermarkMs));
    const since = [viewer, host].flatMap(({ frames }, at) => frames.slice(before[at]));
    expect(since.filter((frame) => /session:(patch|own)/.test(frame))).toEqual([]);
  });

  it('[Q5] the asker hears the fate of their question in every window, and only they', async () => {
    const sessionId = await harness.schedule();
    const asker = await harness.join(sessionId, 'viewer');
    const second = await openClient(asker.person, sessionId, 'viewer');
    const moderator = await harness.join(sessionId, 'moderator');
    const questionId = await ask(asker, 'What becomes of me?');
    for (const client of [asker, second]) await client.until(({ own }) => own().questions[0]?.status === 'pending');
    await moderator.command({ type: 'decline-question', questionId, reason: 'off-topic' });
    for (const client of [asker, second]) await client.until(({ own }) => own().questions[0]?.reason === 'off-topic');
    expect(asker.own()).toMatchObject({ questions: [{ id: questionId, status: 'declined' }] });
    second.close();
  });

  it('[M4][V5] a voter hears that a question with their vote left, came back, and was withdrawn', async () => {
    const sessionId = await harness.schedule();
    const [asker, voter] = [await harness.join(sessionId, 'viewer'), await harness.join(sessionId, 'viewer')];
    const moderator = await harness.join(sessionId, 'moderator');
    const questionId = await ask(asker, 'Shall we vote on this?');
    const votedFor = ({ own }: Client) => own().votes.includes(questionId);
    await moderator.command({ type: 'approve-question', questionId });
    await voter.command({ type: 'cast-vote', questionId, on: true });
    await voter.until(votedFor);
    await moderator.command({ type: 'undo-review', questionId });
    await voter.until((client) => !votedFor(client));
    await moderator.command({ type: 'approve-question', questionId });
    await voter.until(votedFor);
    await asker.command({ type: 'withdraw-question', questionId });
    await voter.until((client) => !votedFor(client));
    expect(voter.own().votes).toEqual([]);
  });

  it('counts viewers as people, not as windows, and tells of nobody', async () => {
    const sessionId = await harness.schedule();
    const moderator = await harness.join(sessionId, 'moderator');
    const viewer = await harness.join(sessionId, 'viewer');
    const again = await openClient(viewer.person, sessionId, 'viewer');
    expect(again.viewers()).toBe(1);
    const other = await harness.join(sessionId, 'viewer');
    await moderator.until(({ viewers }) => viewers() === 2);
    again.close();
    other.close();
    await moderator.until(({ viewers }) => viewers() === 1);
    viewer.close();
    await moderator.until(({ viewers }) => viewers() === 0);
  });
});

describe('how often', () => {
  it('votes go out once per tick, and everybody ends at the same tally', async () => {
    const sessionId = await harness.schedule();
    const moderator = await harness.join(sessionId, 'moderator');
    const watching = await harness.join(sessionId, 'viewer');
    const questionId = await ask(watching, 'Vote for me, please');
    await moderator.command({ type: 'approve-question', questionId });
    await watching.until((client) => row(client, questionId) !== undefined);
    const voters = await Promise.all(Array.from({ length: 12 }, () => harness.join(sessionId, 'viewer')));
    const begun = performance.now();
    const told = watching.frames.length;
    for (const on of [true, false, true]) {
      await Promise.all(voters.map((voter) => voter.command({ type: 'cast-vote', questionId, on })));
    }
    for (const client of [watching, moderator, ...voters]) await client.until(() => row(client, questionId)?.votes === voters.length);
    const ticks = (performance.now() - begun) / limits.tickMs;
    const patches = watching.frames.slice(told).filter((frame) => frame.includes('session:patch'));
    // 36 votes, each durable; no more patches than ticks, but for one at either edge.
    expect(patches.length).toBeLessThanOrEqual(ticks + 2);
    await voters[0]?.until(({ own }) => own().votes.includes(questionId));
  });

  it('[R4] a room hears at least every two seconds where it should be', async () => {
    const sessionId = await harness.schedule();
    const viewer = await harness.join(sessionId, 'viewer');
    const told: { at: number; seq: number }[] = [];
    viewer.socket.on('session:seq', ({ seq }: { seq: number }) => told.push({ at: performance.now(), seq }));
    // What the public does not see moves the log, and not what the public room should be at.
    await harness.act(sessionId, 'viewer', { type: 'submit-question', text: 'Pending for ever' });
    await viewer.until(() => told.length >= 3, 'three watermarks');
    const gaps = told.slice(1).map(({ at }, index) => at - (told[index]?.at ?? 0));
    expect(Math.max(...gaps)).toBeLessThan(limits.watermarkMs);
    expect(Math.max(...told.map(({ seq }) => seq))).toBeLessThanOrEqual(viewer.view().seq);
    expect(viewer.joins).toEqual({ view: 1, patch: 0 });
  });
});

async function sessionOfManyQuestions() {
  const sessionId = await harness.schedule();
  for (let i = 0; i < 100; i++) {
    const questionId = await harness.act(sessionId, 'viewer', { type: 'submit-question', text: `${i} ${'long '.repeat(95)}` });
    await harness.act(sessionId, 'moderator', { type: 'approve-question', questionId });
  }
  return sessionId;
}
/** Each answer is a whole view, some 60 kB: enough for the kernel's buffers and for ours. */
const JOINS = 250;
const cuts = async () => Number(/bedside_sockets_cut_total (\d+)/.exec(await (await fetch(`${harness.url}/metrics`)).text())?.[1]);
const engineOf = ({ socket }: Client) =>
  Reflect.get(socket.io.engine.transport, 'ws') as { pause(): void; resume(): void; _socket: Socket };

it('a socket that does not read is cut, and its page comes back', async () => {
  const sessionId = await sessionOfManyQuestions();
  const viewer = await harness.join(sessionId, 'viewer');
  const ws = engineOf(viewer);
  const before = viewer.joins.patch + viewer.joins.view;
  ws.pause();
  for (let i = 0; i < JOINS; i++) viewer.socket.emit('session:join', { sessionId, as: 'viewer' }, () => {});
  const cutBefore = await cuts();
  await expect.poll(cuts, { timeout: 20_000 }).toBe(cutBefore + 1);
  ws.resume();
  await viewer.until(({ joins }) => joins.view + joins.patch > before, 'joined again');
  expect(viewer.view().questions).toHaveLength(100);
});

it('[R3] a socket that reads slowly gets all of its answers, however long its backlog is', async () => {
  const sessionId = await sessionOfManyQuestions();
  const viewer = await harness.join(sessionId, 'viewer');
  const { _socket: tcp } = engineOf(viewer);
  const cutBefore = await cuts();
  let read = 0;
  // One chunk of at most 64 KiB at a time.
  const readChunk = (chunk: Buffer) => {
    read += chunk.length;
    tcp.pause();
  };
  tcp.on('data', readChunk);
  const reading = setInterval(() => tcp.resume(), 50);
  let lost = 0;
  viewer.socket.on('disconnect', () => lost++);
  const joining = Array.from({ length: JOINS }, () => viewer.socket.emitWithAck('session:join', { sessionId, as: 'viewer' }));
  const answers: unknown[] = await Promise.all(joining).finally(() => clearInterval(reading));
  tcp.off('data', readChunk).resume();
  expect(answers.every((answer) => calls['session:join'].result.safeParse(answer).success)).toBe(true);
  expect(read).toBeGreaterThan(limits.socketBacklogBytes * 8);
  expect(lost).toBe(0);
  expect(await cuts()).toBe(cutBefore);
});
