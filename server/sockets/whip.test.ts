import { createHash } from 'node:crypto';
import { CommandId } from '@bedside/shared/ids.ts';
import { stageIdOf } from '@bedside/shared/stage-id.ts';
import { afterEach, expect, it } from 'vitest';
import { localCluster } from '../cluster/local.ts';
import { createFakeMedia } from '../media/fake.ts';
import { createSessions } from '../sessions.ts';
import { memoryStore } from '../testing/memory-store.ts';
import { aNode, cast, sessionId } from '../testing/play.ts';
import { createStaging, type Staging } from './staging.ts';
import { createStreamLog } from './stream-log.ts';
import { createWhip } from './whip.ts';

const offer = [
  'v=0',
  'a=setup:actpass',
  `a=fingerprint:sha-256 ${Array.from({ length: 32 }, () => 'ab').join(':')}`,
  'a=ice-ufrag:abcd',
  'm=audio 9 UDP/TLS/RTP/SAVPF 111',
  'a=mid:0',
  'a=sendonly',
  'a=rtpmap:111 opus/48000/2',
].join('\r\n');

const token = 'T'.repeat(43);
const hashOf = (text: string) => createHash('sha256').update(text).digest('base64url');
const stageId = stageIdOf(sessionId, 'main');

let ids = 0;
const newId = () => `made-${++ids}`;
const closing: (() => Promise<void>)[] = [];
afterEach(() => Promise.all(closing.splice(0).map((close) => close())));

/** A node that hears of others’ events only when it reads the log. */
function node(store: ReturnType<typeof memoryStore>, around: (staging: Staging) => Staging = (staging) => staging) {
  const cluster = localCluster();
  const media = createFakeMedia();
  const sessions = createSessions({ store, cluster, now: Date.now, newId, watermarkMs: 1e6 });
  const options = { now: Date.now, newId, stopping: new AbortController().signal, stranded() {}, damaged() {} };
  const { stream, follow } = createStreamLog({ sessions, cluster, media, ...options });
  const whip = createWhip({ sessions, media, stage: around(createStaging({ media, stream })), stream });
  sessions.onCommitted((session, events) => {
    void follow(session, events);
    whip.follow(session);
  });
  closing.push(() => sessions.close());
  return {
    media,
    whip,
    sessions,
    execute: (by: Parameters<typeof sessions.execute>[1], command: Parameters<typeof sessions.execute>[3]) =>
      sessions.execute(sessionId, by, CommandId.parse(newId()), command),
    stream: async () => (await sessions.open(sessionId))?.state.stream,
  };
}

async function twoNodes() {
  const store = memoryStore();
  const [here, there] = [node(store), node(store)];
  const scheduled = { type: 'schedule-session', title: 'An encoder', host: { name: 'Dr K', title: '' }, startsAt: 1 } as const;
  await here.sessions.schedule(cast.organiser, CommandId.parse(newId()), scheduled, sessionId);
  await there.sessions.open(sessionId);
  return { store, here, there };
}

it('[W1] a token made at another node lets in, also where that node’s word has not come', async () => {
  const { here, there } = await twoNodes();
  expect(await there.whip.admits(sessionId, token)).toBe(false);
  await here.execute(cast.host, { type: 'set-ingest', hash: hashOf(token) });
  expect(await there.whip.admits(sessionId, token)).toBe(true);
  expect(await there.whip.admits(sessionId, 'another')).toBe(false);
});

it('[W1] one that was revoked there a moment ago puts nothing on stage', async () => {
  const { here, there } = await twoNodes();
  await here.execute(cast.host, { type: 'set-ingest', hash: hashOf(token) });
  expect(await there.whip.admits(sessionId, token)).toBe(true);
  await here.execute(cast.host, { type: 'set-ingest', hash: null });
  await expect(there.whip.publish(sessionId, token, offer)).rejects.toMatchObject({ failure: { code: 'forbidden' } });
  expect([there.media.busy(), await there.stream()]).toMatchObject([false, { status: 'off' }]);
});

it.for([
  { what: 'revoked', hash: null },
  { what: 'replaced', hash: hashOf('another') },
])('[W1] what a token let in that is $what is off stage at once, on whichever node', async ({ hash }) => {
  const { here, there } = await twoNodes();
  await here.execute(cast.host, { type: 'set-ingest', hash: hashOf(token) });
  await there.sessions.catchUp(sessionId);
  await there.whip.publish(sessionId, token, offer);
  expect(await there.stream()).toMatchObject({ status: 'on', external: true });
  await here.execute(cast.host, { type: 'set-ingest', hash });
  expect(await here.stream()).toMatchObject({ status: 'off', external: false });
  await there.sessions.catchUp(sessionId);
  expect([there.media.stageOf(stageId), there.media.busy()]).toEqual([null, false]);
});

it('[W1] a page’s stream is not touched by another token', async () => {
  const { here } = await twoNodes();
  await here.execute(cast.system, { type: 'start-stream', tracks: ['camera'], node: aNode });
  await here.execute(cast.host, { type: 'set-ingest', hash: hashOf(token) });
  expect(await here.stream()).toMatchObject({ status: 'on', epoch: 1 });
});

it('[W3] who takes the stage while an encoder’s place on it is being noted has it alone, and the encoder is told', async () => {
  const store = memoryStore();
  const here = node(store, (staging) => async (on, peer, by) => {
    const staged = await staging(on, peer, by);
    await here.execute(cast.system, { type: 'start-stream', tracks: ['camera'], node: aNode, person: cast.host.person });
    return staged;
  });
  const scheduled = { type: 'schedule-session', title: 'An encoder', host: { name: 'Dr K', title: '' }, startsAt: 1 } as const;
  await here.sessions.schedule(cast.organiser, CommandId.parse(newId()), scheduled, sessionId);
  await here.execute(cast.host, { type: 'set-ingest', hash: hashOf(token) });
  await expect(here.whip.publish(sessionId, token, offer)).rejects.toMatchObject({ failure: { code: 'no-stream' } });
  expect(here.media.busy()).toBe(false);
  expect(await here.stream()).toMatchObject({ status: 'on', epoch: 2, external: false });
});

it('[W3] of two encoders that come at once the later one is on stage, and the log still reaches it', async () => {
  const { here } = await twoNodes();
  await here.execute(cast.host, { type: 'set-ingest', hash: hashOf(token) });
  const both = await Promise.allSettled([here.whip.publish(sessionId, token, offer), here.whip.publish(sessionId, token, offer)]);
  expect(both.filter(({ status }) => status === 'fulfilled').length).toBeGreaterThan(0);
  expect(await here.stream()).toMatchObject({ status: 'on', epoch: 2 });
  expect(here.media.stageOf(stageId)).toMatchObject({ epoch: 2 });
  await here.execute(cast.host, { type: 'set-ingest', hash: null });
  expect(here.media.busy()).toBe(false);
});
