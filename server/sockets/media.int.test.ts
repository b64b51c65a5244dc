import { afterAll, beforeAll, expect, it } from 'vitest';
import { CommandId, type SessionId } from '@bedside/shared/ids.ts';
import { limits } from '@bedside/shared/limits.ts';
import { type Client, granted, openClient } from '../testing/client.ts';
import { type Harness, newId, startApp } from '../testing/harness.ts';
import { putOnStage } from '../testing/stage.ts';

let harness: Harness;

beforeAll(async () => {
  const settings = { TURN_URLS: 'stun:stun.example.org,turn:turn.example.org', TURN_SECRET: 'a-secret-of-coturn-and-bedside' };
  harness = await startApp({ peerGraceMs: 150, settings });
});
afterAll(() => harness.close());

const capabilities = { rtpCapabilities: { codecs: [], headerExtensions: [] } };
const stream = ({ view }: Client) => view().session.stream;

it('[S5][S7][S8] what the log says is what flows', async () => {
  const sessionId = await harness.schedule();
  const [host, viewer] = [await harness.join(sessionId, 'host'), await harness.join(sessionId, 'viewer')];
  const flows = async (camera: boolean, microphone: boolean) => {
    await expect.poll(() => harness.media.flowOf(sessionId)).toEqual({ camera, microphone, screen: false });
  };
  expect(await putOnStage(host)).toBe(1);
  await flows(false, false);
  await host.command({ type: 'go-live' });
  await flows(true, true);
  await viewer.until((client) => stream(client).status === 'on');
  expect(await viewer.call('media:watch', capabilities)).toMatchObject({ ok: true, epoch: 1 });
  await host.command({ type: 'set-track', source: 'camera', muted: true });
  await flows(false, true);
  await viewer.until((client) => stream(client).tracks.camera === 'muted');
  await host.command({ type: 'pause-session' });
  await flows(false, false);
  expect(await putOnStage(host)).toBe(2);
  await host.command({ type: 'go-live' });
  await flows(false, true);
  await host.call('media:unpublish', { epoch: 2 });
  await viewer.until((client) => stream(client).status === 'off');
  expect(await viewer.call('media:watch', capabilities)).toMatchObject({ error: { code: 'no-stream' } });
  expect(await putOnStage(host)).toBe(3);
  await host.command({ type: 'end-session' });
  await viewer.until(({ view }) => view().session.phase === 'ended');
  expect(harness.media.stageOf(sessionId)).toBeNull();
  expect(await host.call('media:stage', {})).toMatchObject({ ok: false });
});

it('[N2] whoever may have media is given a credential of its own each time, and nobody else', async () => {
  const sessionId = await harness.schedule();
  const [host, viewer] = [await harness.join(sessionId, 'host'), await harness.join(sessionId, 'viewer')];
  expect(await viewer.call('media:publish', {})).toEqual({ ok: false, error: expect.objectContaining({ code: 'wrong-state' }) });
  expect(await putOnStage(host)).toBe(1);
  const answers = [
    await viewer.call('media:watch', capabilities),
    await viewer.call('media:watch', capabilities),
    await viewer.call('media:restart-ice', { direction: 'recv' }),
    await host.call('media:restart-ice', { direction: 'send' }),
    await host.call('media:publish', {}),
  ].map(granted);
  const now = Date.now() / 1000;
  const names = answers.map(({ iceServers: [stun, turn] }) => {
    expect(stun).toEqual({ urls: ['stun:stun.example.org'] });
    const [expiry, name = ''] = turn?.username?.split(':') ?? [];
    expect(Math.abs(Number(expiry) - limits.turnSeconds - now)).toBeLessThan(10);
    expect(turn?.credential).toMatch(/^[\w+/]{27}=$/);
    return name;
  });
  expect(new Set(names).size).toBe(answers.length);
  // Nothing of it is anybody's: neither a cookie's person nor a tab.
  for (const name of names) expect(JSON.stringify([host.frames, viewer.frames, viewer.person.cookie()]).split(name).length).toBe(2);
});

it('[S13] what a viewer chose is said with a watch or later, each for their own page, and is in no log', async () => {
  const sessionId = await harness.schedule();
  const [host, viewer, other] = [
    await harness.join(sessionId, 'host'),
    await harness.join(sessionId, 'viewer'),
    await harness.join(sessionId, 'viewer'),
  ];
  await host.command({ type: 'go-live' });
  await putOnStage(host);
  await viewer.until((client) => stream(client).status === 'on');
  const choices = () => [...harness.media.choicesOf(sessionId).values()].toSorted();
  expect(await viewer.call('media:quality', { quality: 'sound' })).toMatchObject({ error: { code: 'no-stream' } });
  await viewer.call('media:watch', { ...capabilities, quality: 'saver' });
  await other.call('media:watch', capabilities);
  expect(choices()).toEqual(['automatic', 'saver']);
  const seq = async () => (await harness.app.sessions.open(sessionId))?.state.seq;
  const before = await seq();
  expect(await viewer.call('media:quality', { quality: 'sound' })).toMatchObject({ ok: true });
  expect(choices()).toEqual(['automatic', 'sound']);
  expect(await seq()).toBe(before);
  await viewer.call('media:watch', { ...capabilities, quality: 'sound' });
  expect(choices()).toEqual(['automatic', 'sound']);
});

it('[S11] a page that moved away from what it has on stage takes it off by its epoch, and nothing later', async () => {
  const sessionId = await harness.schedule();
  const [host, moved] = [await harness.join(sessionId, 'host'), await harness.join(sessionId, 'host')];
  await host.command({ type: 'go-live' });
  expect(await putOnStage(host)).toBe(1);
  expect(await putOnStage(host)).toBe(2);
  for (const epoch of [1, null]) expect(await moved.call('media:unpublish', { epoch })).toMatchObject({ ok: true });
  expect((await harness.app.sessions.open(sessionId))?.state.stream).toMatchObject({ status: 'on', epoch: 2 });
  await moved.call('media:unpublish', { epoch: 2 });
  await host.until((client) => stream(client).status === 'off');
});

it('[C10] a stream that others lost though it flows here is taken elsewhere by its page, which is asked to move', async () => {
  const sessionId = await harness.schedule();
  const [host, viewer] = [await harness.join(sessionId, 'host'), await harness.join(sessionId, 'viewer')];
  const told: string[] = [];
  host.socket.on('session:move', () => told.push('host'));
  viewer.socket.on('session:move', () => told.push('viewer'));
  await host.command({ type: 'go-live' });
  expect(await putOnStage(host)).toBe(1);
  harness.media.lose(sessionId);
  await viewer.until((client) => stream(client).status === 'lost');
  expect(await putOnStage(host)).toBe(2);
  // As a node says that judges this one gone.
  await harness.app.sessions.execute(sessionId, { role: 'system', person: null }, CommandId.parse(newId()), {
    type: 'lose-stream',
    epoch: 2,
  });
  await expect.poll(() => told).toEqual(['host']);
});

it('[C11] a stream that the log has here and nobody else is reported lost, and one on stage is left alone', async () => {
  const [hollow, sound] = [await harness.schedule(), await harness.schedule()];
  const host = await harness.join(sound, 'host');
  expect(await putOnStage(host)).toBe(1);
  const state = async (id: SessionId) => (await harness.app.sessions.open(id))?.state.stream;
  const node = (await state(sound))?.node;
  if (!node) throw new Error('on stage nowhere');
  // As when the answer to it was lost.
  const start = { type: 'start-stream', tracks: ['camera'], node } as const;
  await harness.app.sessions.execute(hollow, { role: 'system', person: null }, CommandId.parse(newId()), start);
  await expect.poll(async () => (await state(hollow))?.status, { timeout: 10_000 }).toBe('lost');
  expect((await state(sound))?.status).toBe('on');
});

it('[S6] a stream that breaks is lost, and comes back at the next epoch', async () => {
  const sessionId = await harness.schedule();
  const [host, viewer] = [await harness.join(sessionId, 'host'), await harness.join(sessionId, 'viewer')];
  await host.command({ type: 'go-live' });
  expect(await putOnStage(host)).toBe(1);
  await viewer.until((client) => stream(client).status === 'on');
  harness.media.lose(sessionId);
  await viewer.until((client) => stream(client).status === 'lost');
  expect(viewer.view().session.phase).toBe('live');
  expect(await putOnStage(host)).toBe(2);
  await viewer.until((client) => stream(client).epoch === 2 && stream(client).status === 'on');
});

it('media that is down is said so; nothing staged is nothing on stage', async () => {
  const sessionId = await harness.schedule();
  const host = await harness.join(sessionId, 'host');
  expect(await host.call('media:stage', {})).toMatchObject({ error: { code: 'no-stream' } });
  expect(stream(host)).toMatchObject({ status: 'off', epoch: 0 });
  harness.media.setUp(false);
  expect(await host.call('media:publish', {})).toMatchObject({ error: { code: 'media-unavailable' } });
  expect(await host.call('session:join', { sessionId, as: 'host' })).toMatchObject({ ok: true, media: null });
  harness.media.setUp(true);
});

it('a page’s media outlives its socket for a moment, and not for longer', async () => {
  const sessionId = await harness.schedule();
  const person = await harness.staff(sessionId, 'host');
  const host = await openClient(person, sessionId, 'host');
  const viewer = await harness.join(sessionId, 'viewer');
  await host.command({ type: 'go-live' });
  await putOnStage(host);
  await viewer.until((client) => stream(client).status === 'on');
  const { joins } = host;
  host.socket.io.engine.close();
  await host.until(() => joins.patch === 1, 'joined again');
  // Longer than the grace: had the returning socket not been the same page, its media would be gone by then.
  const told: number[] = [];
  viewer.socket.on('session:seq', ({ seq }: { seq: number }) => told.push(seq));
  await viewer.until(() => told.length > 0, 'a watermark');
  expect(harness.media.stageOf(sessionId)).not.toBeNull();
  expect(stream(viewer).status).toBe('on');
  host.close();
  await viewer.until((client) => stream(client).status === 'lost');
});

it('a page that moves to another session takes its media out of the first', async () => {
  const [first, second] = [await harness.schedule(), await harness.schedule()];
  const host = await harness.join(first, 'host');
  await host.command({ type: 'go-live' });
  await putOnStage(host);
  expect(await host.call('session:join', { sessionId: second, as: 'viewer' })).toMatchObject({ ok: true });
  const viewer = await harness.join(first, 'viewer');
  await viewer.until((client) => stream(client).status === 'lost');
});
