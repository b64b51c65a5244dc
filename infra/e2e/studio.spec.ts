import { expectAccessible } from './accessible.ts';
import { goLive } from './acts.ts';
import { expect, test } from './fixtures.ts';
import { expectMoving, openMedia } from './media-acts.ts';
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
