import type { Browser } from '@playwright/test';
import { limits } from '@bedside/shared/limits.ts';
import { approve, ask, goLive, openRoom, queueOf, vote } from './acts.ts';
import { expect, test } from './fixtures.ts';
import { expectMoving, expectSound, expectStill, goOffline, type MediaPage, openMedia, pictureOf } from './media-acts.ts';

type Cast = { doctor: MediaPage; patients: [MediaPage, MediaPage] };

/** A doctor on air and two patients who see it. */
async function onAir(browser: Browser, links: { host: string; viewer: string }, network = false): Promise<Cast> {
  const doctor = await openMedia(browser, links.host, { network });
  const patients: Cast['patients'] = [await openMedia(browser, links.viewer, { network }), await openMedia(browser, links.viewer)];
  await goLive(doctor.page);
  for (const { page } of patients) await expectMoving(page);
  return { doctor, patients };
}

async function leave({ doctor, patients }: Cast): Promise<void> {
  for (const each of [doctor, ...patients]) await each.close();
}

test('[S2] [P7] a doctor goes live, and two patients see and hear it, encrypted with AES-GCM', async ({ browser, schedule }) => {
  const cast = await onAir(browser, await schedule());
  for (const { page } of cast.patients) {
    await expectSound(page);
    expect((await pictureOf(page)).cipher).toMatch(/^SRTP_AEAD_AES_/);
  }
  await leave(cast);
});

test('[S7] [S8] a muted track and a break reach every patient, and so does their end', async ({ browser, schedule }) => {
  const cast = await onAir(browser, await schedule());
  const doctor = cast.doctor.page;
  const patient = cast.patients[0].page;
  await doctor.getByRole('button', { name: 'Mute', exact: true }).click();
  await expectStill(patient, 'energy');
  await expectMoving(patient);
  await doctor.getByRole('button', { name: 'Camera off', exact: true }).click();
  await expectStill(patient, 'frames');
  await doctor.getByRole('button', { name: 'Unmute', exact: true }).click();
  await doctor.getByRole('button', { name: 'Camera on', exact: true }).click();
  await expectMoving(patient);
  await expectSound(patient);
  await doctor.getByRole('button', { name: 'Take a break' }).click();
  await expectStill(patient, 'frames');
  await doctor.getByRole('button', { name: 'Back on air' }).click();
  await expectMoving(patient);
  await leave(cast);
});

test('[S6] [P6] a killed media worker, the doctor’s or the patients’, costs the picture some seconds and nothing else', async ({
  browser,
  schedule,
  server,
}) => {
  const cast = await onAir(browser, await schedule());
  const workers = await server.workerPids();
  expect(workers).toHaveLength(2);
  for (const pid of workers) {
    const since = performance.now();
    process.kill(pid, 'SIGKILL');
    // Not before another has taken its place: what moves then is new.
    await expect.poll(async () => [(await server.workerPids()).includes(pid), (await server.workerPids()).length]).toEqual([false, 2]);
    for (const { page } of cast.patients) await expectMoving(page);
    test.info().annotations.push({ type: 'back after, ms', description: String(Math.round(performance.now() - since)) });
    for (const { page } of cast.patients) await expectSound(page);
  }
  await leave(cast);
});

test('[R1] [R3] [R8] a killed server comes back with picture, questions and votes', async ({ browser, schedule, server, open }) => {
  const links = await schedule();
  const moderator = await open(links.moderator);
  await openRoom(moderator);
  const cast = await onAir(browser, links);
  const text = 'Is a peak flow meter worth having at home for a child of six?';
  await ask(cast.patients[0].page, text);
  await approve(moderator, text);
  for (const { page } of cast.patients) await vote(page, text).click();
  for (const { page } of cast.patients) await expect(vote(page, text)).toHaveText('2');

  await server.kill();
  await server.start();
  const back = await Promise.all(cast.patients.map(({ page }) => expectMoving(page)));
  test.info().annotations.push({ type: 'back after, ms', description: back.map(Math.round).join(', ') });
  for (const page of [cast.doctor.page, ...cast.patients.map((each) => each.page)]) {
    await expect(page.getByText(text).first()).toBeVisible();
  }
  for (const { page } of cast.patients) {
    await expect(vote(page, text)).toHaveText('2');
    await expect(queueOf(page).getByText(text)).toHaveCount(1);
  }
  await leave(cast);
});

/** Milliseconds: one that the server waits for, and one after which it has given the page's media up. */
const outages = [limits.peerGraceMs * 0.8, limits.peerGraceMs * 2];

test('a patient whose network is gone for a while sees it again by themselves', async ({ browser, schedule }) => {
  const cast = await onAir(browser, await schedule(), true);
  const [patient, other] = cast.patients;
  for (const ms of outages) {
    await goOffline(patient, [patient.page], ms);
    await expectMoving(patient.page);
    await expectMoving(other.page);
  }
  await leave(cast);
});

test('a doctor whose network is gone for a while is back on air by themselves', async ({ browser, schedule }) => {
  const cast = await onAir(browser, await schedule(), true);
  const patients = cast.patients.map(({ page }) => page);
  for (const ms of outages) {
    await goOffline(cast.doctor, patients, ms);
    for (const page of patients) await expectMoving(page);
  }
  await leave(cast);
});

test('[S5] a second window takes the broadcast over, and the first says so and yields', async ({ browser, schedule }) => {
  const links = await schedule();
  const cast = await onAir(browser, links);
  const second = await cast.doctor.page.context().newPage();
  await second.goto(cast.doctor.page.url());
  await second
    .getByRole('button', { name: 'Broadcast from this window' })
    .or(second.getByRole('button', { name: 'Back on air' }))
    .click();
  await expect(cast.doctor.page.getByText('Another window has taken over').first()).toBeVisible();
  for (const { page } of cast.patients) await expectMoving(page);
  await leave(cast);
});
