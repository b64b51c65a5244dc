import type { Page } from '@playwright/test';
import { expectAccessible } from './accessible.ts';
import { goLive } from './acts.ts';
import { expect, test } from './fixtures.ts';
import { expectMoving, expectSound, openMedia, pictureOf } from './media-acts.ts';

const menuOf = (page: Page) => page.getByRole('dialog', { name: 'Picture and data' });

async function openMenu(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Picture and data' }).click();
  await expect(menuOf(page)).toBeVisible();
}

async function choose(page: Page, choice: 'Automatic' | 'Data saver' | 'Sound only'): Promise<void> {
  await openMenu(page);
  await page.getByRole('radio', { name: choice }).check();
  await page.keyboard.press('Escape');
  await expect(menuOf(page)).toHaveCount(0);
}

/** Sound arrives and plays, and not a byte of a picture. */
async function expectSoundOnly(page: Page): Promise<void> {
  await expect(page.getByText('You are listening to')).toBeVisible();
  // What was on its way may still arrive.
  await expect(async () => {
    const before = await pictureOf(page);
    const sound = async () => {
      const { bytes, video } = await pictureOf(page);
      return bytes - video;
    };
    await expect.poll(sound).toBeGreaterThan(before.bytes - before.video + 3000);
    const after = await pictureOf(page);
    expect(after.video).toBe(before.video);
    expect(after.time).toBeGreaterThan(before.time);
  }).toPass({ timeout: 60_000 });
  await expectSound(page);
}

test('[S13] [S14] with sound only no byte of a picture comes, also after a reload, and others see on', async ({ browser, schedule }) => {
  const links = await schedule();
  const doctor = await openMedia(browser, links.host);
  const [{ page }, other] = [await openMedia(browser, links.viewer), await openMedia(browser, links.viewer)];
  await goLive(doctor.page);
  await expectMoving(page);
  await choose(page, 'Sound only');
  await expectSoundOnly(page);
  await expectMoving(other.page);
  await expect(page.getByText('Connection: Sound only')).toBeVisible();

  await page.reload();
  await expectSoundOnly(page);
  expect((await pictureOf(page)).video).toBe(0);
  await expectAccessible(page, 'sound only');

  await page.getByRole('button', { name: 'Show the picture' }).click();
  await expectMoving(page);
  await expect(page.getByText('You are listening to')).toHaveCount(0);
  for (const each of [doctor, other]) await each.close();
  await page.context().close();
});

test('[S13] [S15] [S16] data saver brings the smallest layer, and the statistics say so', async ({ browser, schedule }) => {
  const links = await schedule();
  const doctor = await openMedia(browser, links.host);
  const patient = await openMedia(browser, links.viewer);
  const { page } = patient;
  await goLive(doctor.page);
  await expectMoving(page);
  await expect.poll(async () => (await pictureOf(page)).width).toBeGreaterThan(320);
  await choose(page, 'Data saver');
  await expect.poll(async () => (await pictureOf(page)).width).toBe(320);
  await expectMoving(page);
  await expect(page.getByText('Connection: Data saver')).toBeVisible();

  // By keyboard alone.
  await page.getByRole('button', { name: 'Picture and data' }).focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('radio', { name: 'Data saver' })).toBeChecked();
  await expectAccessible(page, 'the menu');
  await page.getByRole('button', { name: 'Statistics' }).focus();
  await page.keyboard.press('Enter');
  const statistics = page.getByRole('dialog', { name: 'Statistics of the stream' });
  await expect(statistics.getByText('320 × 180')).toBeVisible();
  await expect(statistics.getByText(/^1 of [23]$/)).toBeVisible();
  await expect(statistics.getByText('VP8')).toBeVisible();
  await expect(statistics.getByText(/^\d+ kbit\/s \(picture \d+, sound \d+\)$/)).toBeVisible();
  await expectAccessible(page, 'the statistics');
  await statistics.getByRole('button', { name: 'Copy as text' }).click();
  await page.keyboard.press('Escape');
  await expect(statistics).toHaveCount(0);
  const question = page.getByRole('textbox', { name: 'Your question' });
  await question.focus();
  await page.keyboard.press('Control+V');
  await expect(question).toHaveValue(/Picture size: 320 × 180\n/);
  await expect(question).not.toHaveValue(/127\.0\.0\.1/);
  await question.clear();

  await choose(page, 'Automatic');
  await expect.poll(async () => (await pictureOf(page)).width, { timeout: 60_000 }).toBeGreaterThan(320);

  // As where a phone's own data saver is on.
  await page.addInitScript({ content: 'Object.defineProperty(navigator.connection, "saveData", { get: () => true })' });
  await page.reload();
  await expect.poll(async () => (await pictureOf(page)).width).toBe(320);
  await openMenu(page);
  await expect(page.getByRole('radio', { name: 'Automatic' })).toBeChecked();
  await expect(menuOf(page)).toContainText('Your browser asks to save data');
  for (const each of [doctor, patient]) await each.close();
});
