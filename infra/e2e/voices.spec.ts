import type { Page } from '@playwright/test';
import { expectAccessible } from './accessible.ts';
import { goLive } from './acts.ts';
import { expect, test } from './fixtures.ts';
import { expectMoving, expectSound, openMedia } from './media-acts.ts';

const tile = (page: Page, channel: 'main' | 'cohost' | 'guest') => page.locator(`figure[data-channel="${channel}"]`);
/** How loud the doctor's own player is set: nothing else tells a page's softness. */
const loudness = (page: Page) => page.evaluate(`document.querySelector('section video').volume`);

test('[T5] [T6] [T7] [T8] [T12] a patient asks, agrees, waits, is heard and seen by others, and is gone at once when removed', async ({
  browser,
  open,
  schedule,
}) => {
  const links = await schedule();
  const doctor = await openMedia(browser, links.host);
  const [patient, other] = [await openMedia(browser, links.viewer), await openMedia(browser, links.viewer)];
  const moderator = await open(links.moderator);
  await goLive(doctor.page);
  await expectMoving(other.page);

  await patient.page.getByRole('button', { name: 'Ask to speak with the doctor' }).click();
  await patient.page.getByRole('textbox', { name: /What would you like to talk about/ }).fill('Coughing at night');
  await patient.page.getByRole('textbox', { name: /Name to show on stage/ }).fill('Ann');
  await patient.page.getByRole('button', { name: 'Raise your hand' }).click();
  await expect(patient.page.getByText('Your hand is up')).toBeVisible();
  await expect(doctor.page.getByText('1 hand is up.')).toBeVisible();

  await moderator.getByRole('button', { name: '1 hand up' }).click();
  await expect(moderator.getByText('Coughing at night')).toBeVisible();
  await moderator.getByRole('button', { name: 'Invite to the stage' }).click();
  await expect(patient.page.getByRole('alertdialog', { name: 'You are invited to speak with the doctor' })).toBeVisible();
  await expectAccessible(patient.page, 'consent');
  await patient.page.getByRole('button', { name: 'I understand and agree' }).click();
  await expect(patient.page.getByRole('heading', { name: 'Waiting room' })).toBeVisible();
  await expect(patient.page.getByText('Your microphone works')).toBeVisible();
  await expectAccessible(patient.page, 'waiting room');

  await moderator.getByRole('button', { name: 'Let on stage' }).click();
  await expect(patient.page.getByRole('heading', { name: 'You are on stage' })).toBeVisible();
  for (const { page } of [other, doctor]) {
    await expect(tile(page, 'guest')).toHaveAttribute('data-playing', 'true');
    await expect(tile(page, 'guest')).toContainText('Ann');
    await expect(tile(page, 'guest')).toHaveAttribute('data-picture', 'false');
  }
  // Of the newest connection, which is the guest's.
  await expectSound(other.page);
  await expect(tile(patient.page, 'guest')).toHaveCount(0);
  await patient.page.getByRole('button', { name: 'Turn camera on' }).click();
  await expect(tile(other.page, 'guest')).toHaveAttribute('data-picture', 'true');
  await expectMoving(other.page);
  await expectAccessible(other.page, 'a guest on stage');

  await doctor.page.getByRole('button', { name: 'Remove at once' }).click();
  await expect(patient.page.getByText('You were taken off the stage by the doctor or a moderator.')).toBeVisible();
  await expect(patient.page.getByText(/^You can raise your hand again in \d minutes?\.$/)).toBeVisible();
  await expect(patient.page.getByRole('button', { name: 'Ask to speak with the doctor' })).toHaveCount(0);
  for (const { page } of [other, doctor]) await expect(tile(page, 'guest')).toHaveCount(0);
  for (const each of [doctor, patient, other]) await each.close();
});

test('[T3] [T4] [T11] an interpreter is heard by who chooses so, a co-host by all, until they stop or are taken off', async ({
  browser,
  schedule,
}) => {
  const links = await schedule();
  const doctor = await openMedia(browser, links.host);
  const [{ page }, interpreter] = [await openMedia(browser, links.viewer), await openMedia(browser, links.interpreter)];
  await interpreter.page.getByRole('textbox', { name: /Language you interpret into/ }).fill('es');
  await interpreter.page.getByRole('button', { name: 'Save' }).click();
  // Before there is video on every page, which leaves axe little of the machine.
  await expectAccessible(interpreter.page, 'interpreter');
  await goLive(doctor.page);
  await expectMoving(page);

  await interpreter.page.getByRole('button', { name: 'Start interpreting' }).click();
  await expect(interpreter.page.getByRole('region', { name: 'Interpreting' }).getByText('On air', { exact: true })).toBeVisible();
  await expect(tile(interpreter.page, 'main')).toHaveAttribute('data-picture', 'true');
  await page.getByRole('button', { name: 'Sound: Original' }).click();
  await page.getByRole('radio', { name: 'Español (interpreter)' }).check();
  await expectAccessible(page, 'choice of sound');
  await page.keyboard.press('Escape');
  await expect(page.locator('audio[data-channel="interpreter"]')).toHaveAttribute('data-playing', 'true');
  await expectSound(page);
  await expect.poll(() => loudness(page)).toBeCloseTo(0.15);
  await interpreter.page.getByRole('button', { name: 'Mute' }).click();
  await expect(page.getByRole('region', { name: /Live video/ }).getByText('The interpreter is silent at the moment.')).toBeVisible();
  await expect.poll(() => loudness(page)).toBe(1);
  await interpreter.close();

  const cohost = await openMedia(browser, links.cohost);
  await cohost.page.getByRole('textbox', { name: /Your name/ }).fill('Dr. Beside');
  await cohost.page.getByRole('button', { name: 'Save' }).click();
  await cohost.page.getByRole('button', { name: 'Go on stage' }).click();
  for (const each of [page, doctor.page]) {
    await expect(tile(each, 'cohost')).toHaveAttribute('data-picture', 'true');
    await expect(tile(each, 'cohost')).toContainText('Dr. Beside');
  }
  await doctor.page.getByRole('button', { name: 'Take off stage' }).click();
  for (const each of [page, doctor.page]) await expect(tile(each, 'cohost')).toHaveCount(0);
  await expect(cohost.page.getByText('has taken you off stage')).toBeVisible();
  await expect(cohost.page.getByRole('button', { name: 'Go on stage' })).toBeDisabled();
  await doctor.page.getByRole('button', { name: 'Let back on stage' }).click();
  await expect(cohost.page.getByRole('button', { name: 'Go on stage' })).toBeEnabled();
  await expectAccessible(cohost.page, 'co-host');
  for (const each of [doctor, cohost]) await each.close();
  await page.context().close();
});
