import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { CommandId, type QuestionId, type SessionId } from '@bedside/shared/ids.ts';
import { type Client, openClient, openSocket, type Person, visit } from '../testing/client.ts';
import { type Harness, newId, startApp } from '../testing/harness.ts';
import { type ServerProcess, spawnServer } from '../testing/process.ts';

const texts = (client: Client) => client.view().questions.map(({ text }) => text);
const sorted = (client: Client) => ({ ...client.view(), questions: client.view().questions.toSorted((a, b) => (a.id < b.id ? -1 : 1)) });

describe('on one server', () => {
  let harness: Harness;
  beforeAll(async () => {
    harness = await startApp();
  });
  afterAll(() => harness.close());

  it('[R3] after a reload a page gets one patch from `since`, and has the whole view', async () => {
    const sessionId = await harness.schedule();
    const moderator = await harness.join(sessionId, 'moderator');
    const approve = async (text: string) => {
      const questionId = await harness.act(sessionId, 'viewer', { type: 'submit-question', text });
      await harness.act(sessionId, 'moderator', { type: 'approve-question', questionId });
      return questionId;
    };
    const gone = await approve('Gone meanwhile');
    await moderator.until((client) => texts(client).includes('Gone meanwhile'));
    const { seq } = moderator.view();
    await approve('New meanwhile');
    await harness.act(sessionId, 'moderator', { type: 'undo-review', questionId: gone });
    const since = { audience: 'public' as const, seq, own: seq };
    const viewer = await harness.join(sessionId, 'viewer');
    const answer = await viewer.call('session:join', { sessionId, as: 'viewer', since });
    expect(answer).toMatchObject({ ok: true, main: { kind: 'patch', patch: { from: seq, remove: [gone] } }, own: { kind: 'patch' } });
    expect(texts(viewer)).toEqual(['New meanwhile']);
  });

  it('[R3] a `since` of another audience or from nowhere gets the whole view', async () => {
    const sessionId = await harness.schedule();
    const viewer = await harness.join(sessionId, 'viewer');
    for (const since of [
      { audience: 'staff' as const, seq: 1, own: 1 },
      { audience: 'public' as const, seq: 999_999, own: 999_999 },
    ]) {
      const answer = await viewer.call('session:join', { sessionId, as: 'viewer', since });
      expect(answer).toMatchObject({ ok: true, main: { kind: 'view' }, own: { kind: 'view' } });
    }
  });

  it('[R5][R8] a network lost in the middle of commands loses none and doubles none', async () => {
    const sessionId = await harness.schedule();
    const viewer = await harness.join(sessionId, 'viewer');
    for (let i = 0; i < 20; i++) {
      const asked = viewer.command({ type: 'submit-question', text: `Question number ${i}` });
      // Sometimes before it is out, sometimes before the answer is back.
      if (i % 3 === 0) viewer.socket.io.engine.close();
      else if (i % 3 === 1) setImmediate(() => viewer.socket.io.engine.close());
      expect(await asked).toMatchObject({ ok: true });
    }
    await viewer.until(({ own }) => own().questions.length >= 20);
    const asked = viewer.own().questions.map(({ text }) => text);
    expect(asked).toEqual(Array.from({ length: 20 }, (_, i) => `Question number ${i}`));
  });

  it('[R5] the same command is answered as the first time, from another socket too', async () => {
    const sessionId = await harness.schedule();
    const viewer = await harness.join(sessionId, 'viewer');
    const commandId = CommandId.parse(newId());
    const first = await viewer.command({ type: 'submit-question', text: 'Only once, please' }, commandId);
    const elsewhere = await openClient(viewer.person, sessionId, 'viewer');
    expect(await elsewhere.command({ type: 'submit-question', text: 'Only once, please' }, commandId)).toEqual(first);
    elsewhere.close();
    // Another person's command of the same id is another command.
    const other = await harness.join(sessionId, 'viewer');
    const theirs = await other.command({ type: 'submit-question', text: 'Mine' }, commandId);
    expect(theirs).not.toEqual(first);
  });

  it('joining another session leaves the first', async () => {
    const [first, second] = [await harness.schedule(), await harness.schedule()];
    const viewer = await harness.join(first, 'viewer');
    const socket = openSocket(viewer.person);
    const told: unknown[] = [];
    socket.on('session:patch', (patch: unknown) => told.push(patch));
    socket.connect();
    await socket.emitWithAck('session:join', { sessionId: first, as: 'viewer' });
    await socket.emitWithAck('session:join', { sessionId: second, as: 'viewer' });
    await harness.act(first, 'host', { type: 'go-live' });
    await viewer.until(({ view }) => view().session.phase === 'live');
    await harness.act(second, 'host', { type: 'go-live' });
    await expect.poll(() => told.length).toBe(1);
    expect(told).toMatchObject([{ session: { id: second } }]);
    socket.disconnect();
  });
});

describe('on a server killed with SIGKILL and started again', () => {
  let server: ServerProcess;
  beforeAll(async () => {
    server = await spawnServer();
  });
  afterAll(() => server.close());

  async function schedule(): Promise<{ sessionId: SessionId; host: Person; moderator: Person }> {
    const organiser = await visit(server.url);
    await organiser.takeInvite(server.organiser);
    const answer = await organiser.api('schedule', {
      commandId: CommandId.parse(newId()),
      session: { type: 'schedule-session', title: 'Killed', host: { name: 'Dr K', title: '' }, startsAt: 1 },
    });
    if (!answer.ok) throw new Error(answer.error.code);
    const [host, moderator] = [await visit(server.url), await visit(server.url)];
    await host.takeInvite(answer.links.host);
    await moderator.takeInvite(answer.links.moderator);
    return { sessionId: answer.sessionId, host, moderator };
  }

  it('[R1][R5][R8] no acked command is lost and none is doubled; all pages end at the same view', async () => {
    const { sessionId, host: hostPerson, moderator: moderatorPerson } = await schedule();
    const host = await openClient(hostPerson, sessionId, 'host');
    const moderator = await openClient(moderatorPerson, sessionId, 'moderator');
    await host.command({ type: 'go-live' });
    const ids: QuestionId[] = [];
    const viewers: Client[] = [];
    for (let i = 0; i < 6; i++) viewers.push(await openClient(await visit(server.url), sessionId, 'viewer'));
    let done = false;

    // Every viewer asks one question after the other; the moderator approves what comes; everybody votes for everything.
    const asking = viewers.map(async (viewer, who) => {
      for (let i = 0; i < 12; i++) {
        const answer = await viewer.command({ type: 'submit-question', text: `Question ${i} of viewer ${who}` });
        if (!answer.ok || !answer.questionId) throw new Error(`refused: ${JSON.stringify(answer)}`);
        const { questionId } = answer;
        ids.push(questionId);
        const approved = await moderator.command({ type: 'approve-question', questionId });
        expect(approved).toMatchObject({ ok: true });
        const voted = await Promise.all(viewers.map((voter) => voter.command({ type: 'cast-vote', questionId, on: true })));
        expect(voted.every(({ ok }) => ok)).toBe(true);
      }
    });
    const killing = (async () => {
      for (let kills = 0; kills < 3; kills++) {
        const mark = ids.length;
        await expect.poll(() => done || ids.length >= mark + 10, { timeout: 30_000, interval: 5 }).toBe(true);
        if (done) return kills;
        await server.kill();
        await server.start();
      }
      return 3;
    })();
    await Promise.all(asking).finally(() => (done = true));
    expect(await killing).toBeGreaterThanOrEqual(2);

    const complete = ({ view }: Client) =>
      view().questions.length === 72 && view().questions.every(({ votes }) => votes === viewers.length);
    for (const client of [host, moderator, ...viewers]) await client.until(complete, 'all questions with all votes');
    const expected = viewers.flatMap((_, who) => Array.from({ length: 12 }, (__, i) => `Question ${i} of viewer ${who}`));
    expect(texts(moderator)).toHaveLength(expected.length);
    expect(new Set(texts(moderator))).toEqual(new Set(expected));
    for (const viewer of viewers) expect(sorted(viewer)).toEqual(sorted(viewers[0]!));
    expect(viewers.every(({ joins }) => joins.patch > 0)).toBe(true);
    for (const client of [host, moderator, ...viewers]) client.close();
  });

  it('[A1][A2][R6] cookies, roles and the stream’s loss outlive it', async () => {
    const { sessionId, host: person } = await schedule();
    const host = await openClient(person, sessionId, 'host');
    await host.command({ type: 'go-live' });
    await host.call('media:publish', {});
    const rtpParameters = {
      codecs: [{ mimeType: 'audio/opus', payloadType: 100, clockRate: 48_000 }],
      headerExtensions: [],
      encodings: [{ ssrc: 1 }],
      rtcp: {},
    };
    await host.call('media:produce', { source: 'microphone', rtpParameters });
    expect(await host.call('media:stage', {})).toMatchObject({ ok: true, epoch: 1 });
    await host.until(({ view }) => view().session.stream.status === 'on');
    await server.kill();
    await server.start();
    await host.until(({ view }) => view().session.stream.status === 'lost');
    expect(host.view().session).toMatchObject({ phase: 'live', stream: { epoch: 1, status: 'lost' } });
    await host.call('media:publish', {});
    await host.call('media:produce', { source: 'microphone', rtpParameters });
    expect(await host.call('media:stage', {})).toMatchObject({ ok: true, epoch: 2 });
    host.close();
  });
});
