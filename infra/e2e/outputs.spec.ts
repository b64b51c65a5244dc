import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import type { Page } from '@playwright/test';
import * as z from 'zod';
import { expectAccessible } from './accessible.ts';
import { goLive } from './acts.ts';
import { expect, test } from './fixtures.ts';
import { openMedia } from './media-acts.ts';

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
  await expectAccessible(doctor.page);

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
  await expectAccessible(patient.page);

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
