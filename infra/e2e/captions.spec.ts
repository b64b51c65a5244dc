import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { ingestPath } from '@bedside/shared/captions/captions.ts';
import { granted } from '../../server/testing/client.ts';
import { expectAccessible } from './accessible.ts';
import { expect, phone, test } from './fixtures.ts';
import { openStaff } from './staff.ts';

const input = (desk: Page) => desk.getByRole('textbox', { name: 'Type what is said' });
const log = (page: Page) => page.getByRole('log', { name: 'What is being said' });

test('[L1][L3][L8][L9] a captioner types, a service sends, and patients read along', async ({ schedule, open, server }) => {
  const links = await schedule('Sleep and how to get it');
  const host = await openStaff(links.host);
  await host.send({ type: 'set-caption-source', source: 'captioner' });
  await host.send({ type: 'go-live' });
  const [desk, patient] = [await open(links.captioner), await open(links.viewer)];

  // Until somebody captions it, both say so.
  await expect(desk.getByText('What you send appears here')).toBeVisible();
  await patient.getByRole('button', { name: 'Captions' }).click();
  await patient.getByText('Show captions').click();
  await patient.getByRole('combobox', { name: 'Size' }).selectOption('Large');
  await expectAccessible(patient, 'the choices of captions');
  await patient.keyboard.press('Escape');
  await expect(patient.getByText('Captions will appear here.')).toBeVisible();

  await desk.getByRole('textbox', { name: 'Typed or heard' }).fill('rem');
  await desk.getByRole('textbox', { name: 'Reads' }).fill('REM sleep');
  await desk.getByRole('button', { name: 'Add' }).click();
  await expect(desk.getByRole('listitem').filter({ hasText: 'REM sleep' })).toBeVisible();
  await input(desk).pressSequentially('Good evening. We speak about rem tonight');
  await input(desk).press('Enter');
  await expect(patient.getByText('Good evening.')).toBeVisible();
  await expect(patient.getByText('We speak about REM sleep tonight')).toBeVisible();

  // The keyboard's way to the last line, and what everybody reads then.
  await input(desk).press('ArrowUp');
  await desk.getByRole('textbox', { name: 'Correction' }).fill('We speak about REM sleep today');
  await desk.keyboard.press('Enter');
  await expect(patient.getByText('We speak about REM sleep today')).toBeVisible();
  await expect(input(desk)).toBeFocused();
  await expectAccessible(desk, 'the captioner’s desk');

  const { sessionId, person } = host.client;
  const { url } = granted(await person.api('captionLink', { sessionId, as: 'host' }));
  expect(url).toContain(`${server.url}${ingestPath(sessionId)}?token=`);
  const answer = await fetch(`${url}&seq=1&lang=en-GB`, {
    method: 'POST',
    headers: { 'content-type': 'text/plain' },
    body: 'FROM THE SERVICE.',
  });
  expect([answer.status, await answer.text()]).toEqual([200, '1\n']);
  await expect(patient.getByText('FROM THE SERVICE.')).toBeVisible();

  // What is typed survives a reload, and a lost network.
  await desk.context().setOffline(true);
  await input(desk).pressSequentially('Not lost. And not');
  await expect(desk.getByText('1 line on its way')).toBeVisible();
  await desk.context().setOffline(false);
  await expect(patient.getByText('Not lost.')).toBeVisible();
  await desk.reload();
  await expect(input(desk)).toHaveValue('And not');
  host.close();
});

test('[L4][L8][L12] a phone reads the transcript and takes it away; what a browser chose holds', async ({ schedule, open }) => {
  const links = await schedule('Sleep and how to get it');
  const host = await openStaff(links.host);
  await host.send({ type: 'set-caption-source', source: 'captioner' });
  await host.send({ type: 'go-live' });
  const [desk, onPhone] = [await open(links.captioner), await open(links.viewer, phone)];
  const say = async (line: string) => {
    await input(desk).fill(line);
    await input(desk).press('Enter');
  };
  await say('We speak about sleep today');
  await onPhone.getByRole('button', { name: 'Transcript' }).click();
  await expect(onPhone.getByRole('heading', { name: 'Transcript' })).toBeFocused();
  await expect(log(onPhone)).toContainText('We speak about sleep today');
  await say('The newest');
  await expect(log(onPhone).getByText('The newest')).toBeVisible();
  expect(await onPhone.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);
  await expectAccessible(onPhone, 'the transcript on a phone');
  const download = onPhone.waitForEvent('download');
  await onPhone.getByRole('link', { name: 'Save as WebVTT' }).click();
  const vtt = await readFile(await (await download).path(), 'utf8');
  expect(vtt.startsWith('WEBVTT\n\n')).toBe(true);
  expect(vtt).toMatch(/\d\d:\d\d:\d\d\.\d{3} --> \d\d:\d\d:\d\d\.\d{3}\n(.+\n)*We speak about sleep today\n/);

  await onPhone.reload();
  await onPhone.getByRole('button', { name: 'Captions' }).click();
  await onPhone.getByText('Show captions').click();
  await onPhone.reload();
  await expect(onPhone.getByRole('button', { name: 'Captions' })).toBeVisible();
  await say('And one more');
  await expect(onPhone.getByText('And one more')).toBeVisible();
  host.close();
});

test('[L10][L11] a doctor is asked where captions come from by one press, and patients are told why there are none', async ({
  schedule,
  open,
}) => {
  const links = await schedule('Back pain');
  const [doctor, patient] = [await open(links.host), await open(links.viewer)];
  await doctor.getByRole('button', { name: 'Go live' }).click();
  const asked = doctor.getByRole('dialog', { name: 'Captions for this session' });
  await expect(asked).toBeVisible();
  await expectAccessible(doctor, 'captions asked for');
  await asked.getByRole('button', { name: 'Technical problem' }).click();
  await expect(doctor.getByRole('button', { name: 'End session' })).toBeVisible();
  await patient.getByRole('button', { name: 'Transcript' }).click();
  await expect(patient.getByText('There is a technical problem.')).toBeVisible();

  // Later a service is found after all: its URL is shown once.
  await doctor.getByRole('button', { name: 'Captions' }).click();
  const manage = doctor.getByRole('dialog', { name: 'Captions' });
  await manage.getByRole('combobox', { name: 'Where do captions come from?' }).selectOption('A caption service sends them');
  await manage.getByRole('button', { name: 'Make a caption URL' }).click();
  const url = await manage.getByText(/\/api\/captions\/ingest\//).textContent();
  await expectAccessible(doctor, 'captions in the studio');
  const answer = await fetch(`${url}&seq=1`, { method: 'POST', headers: { 'content-type': 'text/plain' }, body: 'After all.' });
  expect(answer.status).toBe(200);
  await expect(patient.getByText('After all.')).toBeVisible();
  await manage.getByRole('button', { name: 'Revoke it' }).click();
  await expect(manage.getByText(/\/api\/captions\/ingest\//)).toHaveCount(0);
});
