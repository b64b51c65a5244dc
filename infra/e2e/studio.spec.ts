import { expectAccessible } from './accessible.ts';
import { goLive } from './acts.ts';
import { expect, test } from './fixtures.ts';
import { expectMoving, expectStill, openMedia, pictureOf } from './media-acts.ts';
import { pictures } from './studio-acts.ts';

test('[S18] [S19] a shared screen, and what viewers see of it', async ({ browser, schedule }) => {
  const links = await schedule();
  const doctor = await openMedia(browser, links.host);
  const patient = await openMedia(browser, links.viewer);
  const { page } = patient;
  await goLive(doctor.page);
  await expectMoving(page);

  await doctor.page.getByRole('button', { name: 'Share your screen' }).click();
  await expect(page.locator('[data-shows="both"]')).toBeVisible();
  // The larger layer, which keeps the screen's shape, above a camera in its corner.
  await expect.poll(async () => (await pictures(page)).screen?.width ?? 0).toBeGreaterThan(700);
  const both = await pictures(page);
  expect(both.screen?.shown).toBeGreaterThan((both.camera?.shown ?? 0) * 3);
  await expectAccessible(page, 'a screen beside the camera');
  await expectAccessible(doctor.page, 'sharing');

  await doctor.page.getByText('You alone').click();
  await expect(page.locator('[data-shows]')).toHaveCount(0);
  await doctor.page.getByText('Screen alone').click();
  await expect(page.locator('[data-shows="screen"]')).toBeVisible();

  // Whatever the layout: without a screen it is the camera.
  await doctor.page.getByRole('button', { name: 'Stop sharing' }).click();
  await expect(doctor.page.getByRole('button', { name: 'Share your screen' })).toBeFocused();
  await expect(page.locator('[data-shows]')).toHaveCount(0);
  const time = async () => (await pictures(page)).camera?.time ?? 0;
  const then = await time();
  await expect.poll(time).toBeGreaterThan(then + 1);
  for (const each of [doctor, patient]) await each.close();
});

test('[S21] [S20] [S8] a rehearsal is the team’s alone, going live goes on from it; the space bar, and a break', async ({
  browser,
  schedule,
}) => {
  const links = await schedule();
  const doctor = await openMedia(browser, links.host);
  const patient = await openMedia(browser, links.viewer);
  const moderator = await openMedia(browser, links.moderator);
  await expect(patient.page.getByText(/^(Begins|Starts) in|It should begin any moment/)).toBeVisible();

  await doctor.page.getByRole('switch', { name: 'Show a framing guide' }).focus();
  await doctor.page.keyboard.press('Space');
  await doctor.page.getByRole('button', { name: 'Rehearse in private' }).click();
  await expect(doctor.page.getByRole('heading', { name: 'Rehearsal: no patient sees this' })).toBeVisible();
  await expectAccessible(doctor.page, 'rehearsing');
  await moderator.page.goto(`${links.viewer}?as=moderator&see=stage`);
  await expect(moderator.page.getByText('A rehearsal: you see what patients would')).toBeVisible();
  await expectMoving(moderator.page);
  await expectAccessible(moderator.page, 'watching a rehearsal');
  // Not a connection, let alone a packet.
  expect(await pictureOf(patient.page)).toMatchObject({ bytes: 0, frames: 0, width: 0 });

  await goLive(doctor.page);
  await expectMoving(patient.page);
  await expectMoving(moderator.page);

  // With the focus nowhere, a press switches; held, it is open for as long.
  const microphone = doctor.page.getByRole('button', { name: /^(Mute|Unmute)/ });
  await doctor.page.evaluate('document.activeElement?.blur()');
  await doctor.page.keyboard.press('Space');
  await expect(microphone).toHaveText(/Unmute/);
  await expect(patient.page.getByText("The doctor's microphone is muted")).toBeVisible();
  await doctor.page.keyboard.down('Space');
  await expect(microphone).not.toHaveText(/Unmute/);
  await expect(patient.page.getByText("The doctor's microphone is muted")).toHaveCount(0);
  // Longer than a press is what the test is about.
  await doctor.page.waitForTimeout(500);
  await doctor.page.keyboard.up('Space');
  await expect(microphone).toHaveText(/Unmute/);

  await doctor.page.getByRole('button', { name: 'Take a break' }).click();
  await expect(patient.page.getByText('will be back in a moment')).toBeVisible();
  await expectStill(patient.page, 'frames');
  await doctor.page.getByRole('button', { name: 'Back on air' }).click();
  await expectMoving(patient.page);
  for (const each of [doctor, patient, moderator]) await each.close();
});
