import type { SessionId } from '@bedside/shared/ids.ts';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it, onTestFinished } from 'vitest';
import { createNodeCalls } from '../cluster/calls.ts';
import { localBus } from '../cluster/local.ts';
import { createSeal } from '../cluster/seal.ts';
import { openSqliteStore } from '../store/sqlite.ts';
import { freePort } from '../testing/free-port.ts';
import { type Harness, startApp } from '../testing/harness.ts';
import { putOnStage } from '../testing/stage.ts';

let harness: Harness;
beforeAll(async () => {
  harness = await startApp();
});
afterAll(() => harness.close());

const offer = (direction = 'recvonly', codec = 'VP8') =>
  [
    'v=0',
    'o=- 1 2 IN IP4 127.0.0.1',
    's=-',
    't=0 0',
    'a=group:BUNDLE 0 1',
    'a=setup:actpass',
    `a=fingerprint:sha-256 ${Array.from({ length: 32 }, () => 'ab').join(':')}`,
    'a=ice-ufrag:abcd',
    'a=ice-pwd:abcdefghijklmnopqrstuvwx',
    'm=video 9 UDP/TLS/RTP/SAVPF 120 121',
    'a=mid:0',
    `a=${direction}`,
    `a=rtpmap:120 ${codec}/90000`,
    'a=rtcp-fb:120 nack pli',
    'a=rtcp-fb:120 goog-remb',
    'a=rtpmap:121 rtx/90000',
    'a=fmtp:121 apt=120',
    'm=audio 9 UDP/TLS/RTP/SAVPF 109',
    'a=mid:1',
    `a=${direction}`,
    `a=rtpmap:109 ${codec === 'VP8' ? 'opus/48000/2' : 'PCMU/8000'}`,
    '',
  ].join('\r\n');

const call = (method: string, path: string, body: string | null = null, type = 'application/sdp', at = harness) =>
  fetch(`${at.url}${path}`, { method, body, headers: body === null ? {} : { 'content-type': type } });
const post = (sessionId: SessionId, body = offer()) => call('POST', `/whep/${sessionId}`, body);

/** On stage; live unless told otherwise. */
async function stagedSession(isLive = true): Promise<SessionId> {
  const sessionId = await harness.schedule();
  const host = await harness.join(sessionId, 'host');
  await putOnStage(host);
  if (isLive) await harness.act(sessionId, 'host', { type: 'go-live' });
  return sessionId;
}
const playersOf = (sessionId: SessionId) => [...harness.media.watchersOf(sessionId)];

it('[W4] plays what is on stage under the payload types of the offer, and ends by DELETE', async () => {
  const sessionId = await stagedSession();
  const created = await post(sessionId);
  expect([created.status, created.headers.get('access-control-allow-origin')]).toEqual([201, '*']);
  const answer = await created.text();
  const [video = '', audio = ''] = answer.split(/^(?=m=)/m).slice(1);
  expect(video).toMatch(/^m=video 9 UDP\/TLS\/RTP\/SAVPF 120\r\n[\s\S]*a=sendonly[\s\S]*a=rtcp-fb:120 nack pli\r\n[\s\S]*a=ssrc:\d+ cname/);
  expect(audio).toMatch(/^m=audio 9 UDP\/TLS\/RTP\/SAVPF 109\r\n[\s\S]*a=setup:passive[\s\S]*a=candidate:/);
  expect(answer).toContain('a=ice-lite\r\n');
  expect(answer).not.toMatch(/rtx|remb/);
  expect(playersOf(sessionId).map(([, state]) => state)).toEqual(['started']);
  const location = created.headers.get('location') ?? '';
  expect((await call('DELETE', location.replace(sessionId, 'another-session'))).status).toBe(404);
  expect((await call('DELETE', location)).status).toBe(200);
  expect(playersOf(sessionId)).toEqual([]);
  expect((await call('DELETE', location)).status).toBe(404);
});

it('[W4] says with the right status what it does not play', async () => {
  const sessionId = await stagedSession();
  expect((await call('POST', `/whep/${sessionId}`, offer(), 'text/plain')).status).toBe(415);
  for (const body of ['hello', offer('sendonly'), offer('recvonly', 'AV1')]) expect((await post(sessionId, body)).status).toBe(422);
  expect((await call('POST', '/whep/nowhere-at-all', offer())).status).toBe(404);
  expect((await call('PATCH', `/whep/${sessionId}/${'r'.repeat(22)}`, 'a=candidate')).status).toBe(405);
  expect((await call('OPTIONS', `/whep/${sessionId}`)).headers.get('accept-post')).toBe('application/sdp');
  expect(playersOf(sessionId)).toEqual([]);
});

it('[W5] [S8] [S21] plays nothing before going live, nor of a rehearsal, and says when to ask again', async () => {
  const sessionId = await stagedSession(false);
  const early = await post(sessionId);
  expect([early.status, early.headers.get('retry-after')]).toEqual([409, '5']);
  await harness.act(sessionId, 'host', { type: 'start-rehearsal' });
  expect((await post(sessionId)).status).toBe(409);
  await harness.act(sessionId, 'host', { type: 'go-live' });
  const created = await post(sessionId);
  expect(created.status).toBe(201);
  expect((await call('DELETE', created.headers.get('location') ?? '')).status).toBe(200);
});

it('[W5] [H6] [S4] goes on through a break, and ends when the session is closed or over', async () => {
  const sessionId = await stagedSession();
  await post(sessionId);
  await harness.act(sessionId, 'host', { type: 'pause-session' });
  expect(playersOf(sessionId)).toHaveLength(1);
  expect((await post(sessionId)).status).toBe(409);
  await harness.act(sessionId, 'host', { type: 'go-live' });
  await harness.act(sessionId, 'moderator', { type: 'close-emergency' });
  expect(playersOf(sessionId)).toEqual([]);
  await harness.act(sessionId, 'host', { type: 'end-session' });
  expect((await post(sessionId)).status).toBe(409);
});

it('[W6] takes so many players of one address and no more', async () => {
  const sessionId = await stagedSession();
  const statuses: number[] = [];
  for (let player = 0; player < 21; player += 1) statuses.push((await post(sessionId)).status);
  expect(statuses).toEqual([...Array.from({ length: 20 }, () => 201), 429]);
});

/** Two nodes over one log. */
async function twoNodes(): Promise<[Harness, Harness]> {
  const bus = localBus();
  async function start(from?: Harness): Promise<Harness> {
    const [port, member] = [await freePort(), bus.join()];
    const cluster: typeof member = { ...member, report: (of) => member.report(() => ({ ...of(), url: `http://127.0.0.1:${port}` })) };
    const calls = createNodeCalls({ cluster, seal: createSeal([Buffer.alloc(32, 1)], Date.now), onError: () => {} });
    const store = from && { store: await openSqliteStore(join(from.env.dataDir, 'bedside.db')) };
    const node = await startApp({ ...store, cluster, link: { calls, address: '127.0.0.1', port } });
    onTestFinished(() => node.close());
    return node;
  }
  const first = await start();
  return [first, await start(first)];
}

it('[W4] [W7] [C7] a player counts as a viewer at every node, and ends by DELETE at any', async () => {
  const [first, second] = await twoNodes();
  const sessionId = await first.schedule();
  await putOnStage(await first.join(sessionId, 'host'));
  await first.act(sessionId, 'host', { type: 'go-live' });
  const pages = [await first.join(sessionId, 'viewer'), await second.join(sessionId, 'viewer')];
  const counted = (count: number) => Promise.all(pages.map((page) => page.until(({ viewers }) => viewers() === count, `${count} viewers`)));
  await counted(2);
  const created = await call('POST', `/whep/${sessionId}`, offer(), 'application/sdp', first);
  expect(created.status).toBe(201);
  const location = created.headers.get('location') ?? '';
  await counted(3);
  const end = async (path: string) => (await call('DELETE', path, null, '', second)).status;
  expect(await end(location.replace(sessionId, 'another-session'))).toBe(404);
  expect(await end(location)).toBe(200);
  expect([...first.media.watchersOf(sessionId)]).toEqual([]);
  expect(await end(location)).toBe(404);
  await counted(2);
});

it('[O3] a node that drains waits for no player: it is ended, and posts again elsewhere', async () => {
  const [first] = await twoNodes();
  const sessionId = await first.schedule();
  await putOnStage(await first.join(sessionId, 'host'));
  await first.act(sessionId, 'host', { type: 'go-live' });
  expect((await call('POST', `/whep/${sessionId}`, offer(), 'application/sdp', first)).status).toBe(201);
  expect([...first.media.watchersOf(sessionId)]).toHaveLength(1);
  const enough = new AbortController();
  const draining = first.app.drain(enough.signal);
  await expect.poll(() => [...first.media.watchersOf(sessionId)]).toEqual([]);
  enough.abort();
  await draining;
});
