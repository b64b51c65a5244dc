import { afterAll, beforeAll, expect, it } from 'vitest';
import { CONSENT_VERSION } from '@bedside/shared/commands.ts';
import type { SessionId } from '@bedside/shared/ids.ts';
import { stageIdOf } from '@bedside/shared/stage-id.ts';
import { type Client, granted } from '../testing/client.ts';
import { type Harness, startApp } from '../testing/harness.ts';
import { putOnStage } from '../testing/stage.ts';

let harness: Harness;

beforeAll(async () => {
  harness = await startApp({ peerGraceMs: 150 });
});
afterAll(() => harness.close());

const capabilities = { rtpCapabilities: { codecs: [], headerExtensions: [] } };
const voices = ({ view }: Client) => view().session.voices;

async function live(): Promise<{ sessionId: SessionId; host: Client; viewer: Client }> {
  const sessionId = await harness.schedule();
  const host = await harness.join(sessionId, 'host');
  const viewer = await harness.join(sessionId, 'viewer');
  await host.command({ type: 'go-live' });
  return { sessionId, host, viewer };
}

async function bringOnStage(sessionId: SessionId, patient: Client): Promise<void> {
  const moderator = await harness.join(sessionId, 'screener');
  granted(await patient.command({ type: 'raise-hand', name: 'Ann' }));
  await moderator.until((page) => page.view().session.hands?.length === 1);
  const handId = moderator.view().session.hands?.[0]?.id;
  if (!handId) throw new Error('no hand');
  granted(await moderator.command({ type: 'invite-guest', handId }));
  granted(await patient.command({ type: 'consent-to-stage', version: CONSENT_VERSION }));
  granted(await moderator.command({ type: 'admit-guest', handId }));
  await patient.until((page) => page.own().hand?.stage === 'on-stage');
}

it('[T1][T2][S8] each role sends on its own channel, each of which flows as the log says and is watched by its name', async () => {
  const { sessionId, host, viewer } = await live();
  const [cohost, interpreter] = [await harness.join(sessionId, 'cohost'), await harness.join(sessionId, 'interpreter')];
  expect([await putOnStage(host), await putOnStage(host), await putOnStage(cohost)]).toEqual([1, 2, 1]);
  granted(await interpreter.call('media:publish', {}));
  const picture = {
    codecs: [{ mimeType: 'video/VP8', payloadType: 96, clockRate: 90_000 }],
    headerExtensions: [],
    encodings: [{ ssrc: 1 }],
    rtcp: {},
  };
  expect(await interpreter.call('media:produce', { source: 'camera', rtpParameters: picture })).toMatchObject({
    error: { code: 'bad-request' },
  });
  granted(await interpreter.call('media:produce', { source: 'microphone', rtpParameters: picture }));
  granted(await interpreter.call('media:stage', {}));
  await viewer.until((page) => voices(page)?.interpreter?.stream.status === 'on');
  const flows = async (expected: boolean) => {
    for (const channel of ['main', 'cohost', 'interpreter'] as const)
      await expect.poll(() => harness.media.flowOf(stageIdOf(sessionId, channel)).microphone).toBe(expected);
  };
  await flows(true);
  const epochs = [];
  for (const channel of ['main', 'cohost', 'interpreter'] as const)
    epochs.push(granted(await viewer.call('media:watch', { ...capabilities, channel })).epoch);
  expect(epochs).toEqual([2, 1, 1]);
  expect(await viewer.call('media:watch', { ...capabilities, channel: 'guest' })).toMatchObject({ error: { code: 'no-stream' } });
  granted(await cohost.command({ type: 'set-track', source: 'microphone', muted: true }));
  await expect.poll(() => harness.media.flowOf(stageIdOf(sessionId, 'cohost'))).toMatchObject({ camera: true, microphone: false });
  expect(harness.media.flowOf(sessionId).microphone).toBe(true);
  granted(await cohost.command({ type: 'set-track', source: 'microphone', muted: false }));
  await host.command({ type: 'pause-session' });
  await flows(false);
});

it('[T3] who is taken off stage is so by the server, and is refused until let back', async () => {
  const { sessionId, host, viewer } = await live();
  const cohost = await harness.join(sessionId, 'cohost');
  expect(await putOnStage(cohost)).toBe(1);
  granted(await viewer.call('media:watch', { ...capabilities, channel: 'cohost' }));
  granted(await host.command({ type: 'set-voice', voice: 'cohost', open: false }));
  const stageId = stageIdOf(sessionId, 'cohost');
  await expect.poll(() => [harness.media.stageOf(stageId), harness.media.watchersOf(stageId).size]).toEqual([null, 0]);
  expect(await cohost.call('media:publish', {})).toMatchObject({ error: { code: 'wrong-state' } });
  await cohost.until((page) => voices(page)?.cohost?.stream.status === 'off');
  granted(await host.command({ type: 'set-voice', voice: 'cohost', open: true }));
  expect(await putOnStage(cohost)).toBe(2);
});

it('[T8] a guest is heard, seen once they choose to be, and gone at once when removed', async () => {
  const { sessionId, host, viewer } = await live();
  const patient = await harness.join(sessionId, 'viewer');
  const stageId = stageIdOf(sessionId, 'guest');
  expect(await patient.call('media:publish', {})).toMatchObject({ error: { code: 'wrong-state' } });
  await bringOnStage(sessionId, patient);
  expect(await viewer.call('media:publish', {})).toMatchObject({ error: { code: 'wrong-state' } });
  expect(await putOnStage(patient)).toBe(1);
  await expect.poll(() => harness.media.flowOf(stageId)).toMatchObject({ camera: false, microphone: true });
  await viewer.until((page) => voices(page)?.guest?.name === 'Ann');
  granted(await viewer.call('media:watch', { ...capabilities, channel: 'guest' }));
  granted(await patient.command({ type: 'set-track', source: 'camera', muted: false }));
  await expect.poll(() => harness.media.flowOf(stageId)).toMatchObject({ camera: true, microphone: true });
  const handId = host.view().session.guest?.handId;
  if (!handId) throw new Error('no guest');
  granted(await host.command({ type: 'remove-guest', handId }));
  await expect.poll(() => [harness.media.stageOf(stageId), harness.media.watchersOf(stageId).size]).toEqual([null, 0]);
  expect(await patient.call('media:stage', {})).toMatchObject({ error: { code: 'wrong-state' } });
  await viewer.until((page) => voices(page)?.guest?.stream.status === 'off');
});

it('[T10][H2] whoever is taken out while on stage is so on every channel', async () => {
  const { sessionId, viewer } = await live();
  const patient = await harness.join(sessionId, 'viewer');
  const asked = granted(await patient.command({ type: 'submit-question', text: 'May I speak here?' }));
  await bringOnStage(sessionId, patient);
  expect(await putOnStage(patient)).toBe(1);
  if (!asked.questionId) throw new Error('no question');
  await harness.act(sessionId, 'moderator', { type: 'restrict-asker', questionId: asked.questionId, restriction: 'remove' });
  await expect.poll(() => harness.media.stageOf(stageIdOf(sessionId, 'guest'))).toBeNull();
  await viewer.until((page) => voices(page)?.guest?.stream.status === 'off');
  expect(await patient.call('media:publish', {})).toMatchObject({ error: { code: 'removed' } });
});

it('[T1] a page that is gone leaves every channel', async () => {
  const { sessionId, host, viewer } = await live();
  const cohost = await harness.join(sessionId, 'cohost');
  await putOnStage(host);
  await putOnStage(cohost);
  for (const channel of ['main', 'cohost'] as const) granted(await viewer.call('media:watch', { ...capabilities, channel }));
  const watching = () => (['main', 'cohost'] as const).map((channel) => harness.media.watchersOf(stageIdOf(sessionId, channel)).size);
  expect(watching()).toEqual([1, 1]);
  viewer.close();
  await expect.poll(watching).toEqual([0, 0]);
  cohost.close();
  await host.until((page) => voices(page)?.cohost?.stream.status === 'lost');
});
