import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import type { Page } from '@playwright/test';
import * as z from 'zod';
import { expectAccessible } from './accessible.ts';
import { goLive } from './acts.ts';
import { expect, test } from './fixtures.ts';
import { expectMoving, expectSound, openMedia } from './media-acts.ts';
import { playByWhep, playedOf } from './whep-player.ts';

const run = promisify(execFile);

const readLater = `(() => {
  const video = document.querySelector('[data-hls="playing"] video');
  return { width: video?.videoWidth ?? 0, time: video?.currentTime ?? 0, frames: video?.getVideoPlaybackQuality().totalVideoFrames ?? 0 };
})()`;
const Later = z.object({ width: z.number(), time: z.number(), frames: z.number() });
const later = async (page: Page) => Later.parse(await page.evaluate(readLater));

test('[X1] [X2] [X5] [X10] a session is recorded and says so, and who has no way for WebRTC sees it by HLS', async ({
  browser,
  schedule,
}) => {
  const links = await schedule();
  const doctor = await openMedia(browser, links.host);
  const patient = await openMedia(browser, links.viewer, { network: true });
  patient.network?.cut();
  await goLive(doctor.page);
  await doctor.page.getByRole('button', { name: 'Outputs' }).click();
  const dialog = doctor.page.getByRole('dialog', { name: 'Outputs' });
  await dialog.getByText('HLS for networks without WebRTC').click();
  await dialog.getByText('Recording', { exact: true }).click();
  await expect(dialog.getByText('On', { exact: true })).toHaveCount(2, { timeout: 30_000 });
  await expectAccessible(doctor.page, 'outputs');

  await expect(patient.page.getByText('Recording', { exact: true })).toBeVisible();
  await expect(patient.page.getByText(/About \d+ s behind live/)).toBeVisible({ timeout: 60_000 });
  await expect(async () => {
    const before = await later(patient.page);
    await patient.page.waitForTimeout(500);
    const after = await later(patient.page);
    expect(after.width).toBe(1280);
    expect(after.time).toBeGreaterThan(before.time);
    expect(after.frames).toBeGreaterThan(before.frames);
  }).toPass({ timeout: 20_000 });
  await expectAccessible(patient.page, 'picture by HLS');

  await dialog.getByText('Recording', { exact: true }).click();
  await expect(patient.page.getByText('Recording', { exact: true })).toHaveCount(0);
  const waiting = doctor.page.waitForEvent('download');
  await expect(async () => {
    await dialog.getByRole('button', { name: 'Look again' }).click();
    await dialog.getByRole('link', { name: / MB$/ }).click({ timeout: 1000 });
  }).toPass({ timeout: 20_000 });
  const { stdout } = await run('ffprobe', [
    '-v',
    'error',
    '-show_entries',
    'stream=codec_name',
    '-of',
    'csv=p=0',
    await (await waiting).path(),
  ]);
  expect(stdout.trim().split('\n').toSorted()).toEqual(['aac', 'h264']);
  await patient.close();
  await doctor.close();
});

/** Plain WHIP (RFC 9725), as another program's page would speak it: a second stack, which knows nothing of ours. */
const sendByWhip = `async ({ url, token }) => {
  const stream = await navigator.mediaDevices.getUserMedia({ audio: true, video: { width: 640, height: 360 } });
  const connection = new RTCPeerConnection();
  for (const track of stream.getTracks()) connection.addTransceiver(track, { direction: 'sendonly', streams: [stream] });
  const video = connection.getTransceivers().find(({ sender }) => sender.track.kind === 'video');
  const h264 = RTCRtpSender.getCapabilities('video').codecs.filter(({ mimeType, sdpFmtpLine = '' }) =>
    mimeType === 'video/H264' ? sdpFmtpLine.includes('packetization-mode=1') && sdpFmtpLine.includes('42e0') : mimeType === 'video/rtx');
  if (h264.some(({ mimeType }) => mimeType === 'video/H264')) video.setCodecPreferences(h264);
  await connection.setLocalDescription();
  const headers = { 'content-type': 'application/sdp', authorization: 'Bearer ' + token };
  const answer = await fetch(url, { method: 'POST', headers, body: connection.localDescription.sdp });
  if (answer.status !== 201) return { status: answer.status, resource: null, codec: null };
  await connection.setRemoteDescription({ type: 'answer', sdp: await answer.text() });
  await new Promise((resolve) => connection.addEventListener('connectionstatechange', () => connection.connectionState === 'connected' && resolve()));
  window.encoder = connection;
  return { status: answer.status, resource: answer.headers.get('location'), codec: /^a=rtpmap:\\d+ (H264|VP8)/m.exec(connection.remoteDescription.sdp)?.[1] ?? null };
}`;
const Sent = z.object({ status: z.number(), resource: z.nullable(z.string()), codec: z.nullable(z.string()) });

test('[W1] [W2] [W3] [W4] [W12] another program sends by WHIP, patients and a player by WHEP see it, and it is taken off stage by DELETE and by its host', async ({
  browser,
  schedule,
}) => {
  const links = await schedule();
  const doctor = await openMedia(browser, links.host);
  await doctor.page.getByRole('button', { name: 'Outputs' }).click();
  const dialog = doctor.page.getByRole('dialog', { name: 'Outputs' });
  await dialog.getByRole('button', { name: 'Make a token' }).click();
  const read = async (term: string) => (await dialog.locator(`dt:text-is("${term}") + dd`).textContent()) ?? '';
  const [url, token] = [await read('Server'), await read('Bearer token')];
  expect(token).toHaveLength(43);

  const encoder = await openMedia(browser, new URL('/', url).href);
  const post = async (withToken: string) =>
    Sent.parse(await encoder.page.evaluate(`(${sendByWhip})(${JSON.stringify({ url, token: withToken })})`));
  expect((await post('A'.repeat(43))).status).toBe(403);
  const sent = await post(token);
  expect(sent.codec).not.toBeNull();
  // A rehearsal takes nothing from it.
  await doctor.page.keyboard.press('Escape');
  await doctor.page.getByRole('button', { name: 'Rehearse in private' }).click();
  await expect(doctor.page.getByText(/Your team sees and hears what OBS sends/)).toBeVisible();
  await doctor.page.getByRole('button', { name: 'Stop the rehearsal' }).click();
  await expect(doctor.page.getByRole('button', { name: 'Rehearse in private' })).toBeVisible();
  await doctor.page.getByRole('button', { name: 'Outputs' }).click();
  await expect(dialog.getByText('OBS is on stage')).toBeVisible();
  await dialog.getByRole('button', { name: 'Go live with it' }).click();
  const patient = await openMedia(browser, links.viewer);
  await expectMoving(patient.page);
  await expectSound(patient.page);

  const player = await openMedia(browser, new URL('/', url).href);
  const decoded = () => playedOf(player.page);
  const played = await playByWhep(player.page, url.replace('/whip/', '/whep/'));
  expect(played.status).toBe(201);
  await expect.poll(async () => (await decoded()).frames, { timeout: 20_000 }).toBeGreaterThan(20);
  await expect.poll(async () => (await decoded()).samples, { timeout: 20_000 }).toBeGreaterThan(48_000);
  const stopped = await player.page.request.delete(new URL(played.resource ?? '', url).href);
  expect(stopped.status()).toBe(200);
  await expect.poll(async () => (await decoded()).state, { timeout: 20_000 }).not.toBe('connected');
  await player.close();

  await dialog.getByRole('button', { name: 'Take it off stage' }).click();
  await expect(dialog.getByText('OBS is on stage')).toHaveCount(0);
  const again = await post(token);
  await expect(dialog.getByText('OBS is on stage')).toBeVisible();
  await expectMoving(patient.page);
  const ended = await encoder.page.request.delete(new URL(again.resource ?? '', url).href, {
    headers: { authorization: `Bearer ${token}` },
  });
  expect(ended.status()).toBe(200);
  await expect(dialog.getByText('OBS is on stage')).toHaveCount(0);
  for (const each of [patient, encoder, doctor]) await each.close();
});
