import { expectAccessible } from './accessible.ts';
import { goLive } from './acts.ts';
import { expect, test } from './fixtures.ts';
import { codecOf, expectMoving, expectStill, openMedia, pictureOf } from './media-acts.ts';
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

test('[S22] a test of the set-up, which nobody sees and which leaves nothing behind', async ({ browser, schedule }) => {
  const links = await schedule();
  const doctor = await openMedia(browser, links.host);
  const patient = await openMedia(browser, links.viewer);
  await doctor.page.getByRole('button', { name: 'Play a sound' }).click();
  await expect(doctor.page.getByText('Heard nothing?')).toBeVisible();
  await doctor.page.getByRole('button', { name: 'Test my set-up' }).click();
  const dialog = doctor.page.getByRole('dialog', { name: 'Test of your set-up' });
  await expect(dialog.getByText('Sending for a few seconds')).toBeVisible();
  await expectAccessible(doctor.page, 'testing');
  // A busy machine is told so: that is a warning.
  await expect(dialog.getByRole('status')).toHaveText(/You can go live|you can go live/);
  const step = (name: string) => dialog.getByRole('listitem').filter({ hasText: name });
  for (const [name, outcome] of [
    ['Camera', 'moving picture'],
    ['Microphone', 'We can hear you'],
    ['(UDP)', 'Open'],
    ['(TCP)', 'Open'],
  ] as const) {
    await expect(step(name)).toContainText(outcome);
  }
  await expect(step('(TURN)')).toHaveCount(0);
  await expect(step('Upload')).toContainText('Mbit/s');
  await expectAccessible(doctor.page, 'tested');
  // Every connection is closed again, and the patient was told of none.
  const unclosed = `window.connections.filter((each) => each.connectionState !== 'closed').length`;
  expect(await doctor.page.evaluate(unclosed)).toBe(0);
  expect(await doctor.page.evaluate('window.connections.length')).toBeGreaterThanOrEqual(3);
  expect(await pictureOf(patient.page)).toMatchObject({ bytes: 0, frames: 0, width: 0 });

  // Stopped in the middle, and live right after.
  await dialog.getByRole('button', { name: 'Test again' }).click();
  await expect(dialog.getByText('Trying…').or(dialog.getByText('Sending for')).first()).toBeVisible();
  await doctor.page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
  await expect(doctor.page.getByRole('button', { name: 'Test my set-up' })).toBeFocused();
  await goLive(doctor.page);
  await expectMoving(patient.page);
  for (const each of [doctor, patient]) await each.close();
});

/** A browser that does not encode VP8. Text, since this project is typed for Node. */
const withoutVp8 = `
  const { addTransceiver } = RTCPeerConnection.prototype;
  RTCPeerConnection.prototype.addTransceiver = function (...args) {
    const made = addTransceiver.apply(this, args);
    const { codecs } = RTCRtpSender.getCapabilities('video');
    if (made.sender.track?.kind === 'video' || args[0] === 'video') {
      made.setCodecPreferences(codecs.filter(({ mimeType }) => mimeType !== 'video/VP8'));
    }
    return made;
  };
`;

test('[S23] [S13] a doctor whose browser has no VP8 sends H264 in layers, of which the data saver takes the smallest', async ({
  browser,
  schedule,
}) => {
  const links = await schedule();
  const doctor = await openMedia(browser, links.host, {
    prepare: async (context) => void (await context.addInitScript({ content: withoutVp8 })),
  });
  const patient = await openMedia(browser, links.viewer);
  const { page } = patient;
  await goLive(doctor.page);
  await expectMoving(page);
  expect(await codecOf(page)).toBe('video/H264');
  await expect.poll(async () => (await pictureOf(page)).width).toBeGreaterThanOrEqual(640);
  await page.getByRole('button', { name: 'Picture and data' }).click();
  await page.getByRole('radio', { name: 'Data saver' }).check();
  await page.keyboard.press('Escape');
  await expect.poll(async () => (await pictureOf(page)).width).toBe(320);
  await expectMoving(page);
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
