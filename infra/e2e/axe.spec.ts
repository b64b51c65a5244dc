import { expectAccessible } from './accessible.ts';
import { approve, ask, beginDecline, goLive, openRoom, own, queueOf, waiting } from './acts.ts';
import { openFiller } from './fill.ts';
import { expect, phone, test } from './fixtures.ts';

test('axe finds nothing outside of a session', async ({ open, server }) => {
  const home = await open(server.url);
  await expect(home.getByRole('heading', { name: 'Coming up' })).toBeVisible();
  await expectAccessible(home, 'home');
  const organiser = await open(server.links.organiser);
  await expect(organiser.getByRole('textbox').first()).toBeVisible();
  await expectAccessible(organiser, 'schedule');
  await organiser.getByRole('button', { name: /Schedule/ }).click();
  await expectAccessible(organiser, 'schedule, with complaints');
  for (const path of [
    '/s/no-such-session',
    '/nowhere',
    '/s/type-2-diabetes/audit',
    '/s/type-2-diabetes?as=host',
    '/s/type-2-diabetes?as=moderator#invite=AAAAAAAAAAAAAAAAAAAAAA',
  ]) {
    const page = await open(`${server.url}${path}`);
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    await expectAccessible(page, path);
  }
});

test('axe finds nothing in any state of a session', async ({ open, schedule }) => {
  test.setTimeout(300_000);
  const links = await schedule();
  const [doctor, moderator, patient] = [await open(links.host), await open(links.moderator), await open(links.viewer)];
  const small = await open(links.viewer, phone);
  const all = async (state: string) => {
    await expectAccessible(patient, `patient, ${state}`);
    await expectAccessible(small, `patient's phone, ${state}`);
    await expectAccessible(moderator, `moderator, ${state}`);
    await expectAccessible(doctor, `doctor, ${state}`);
  };
  await expect(
    patient
      .getByText(/^(Begins|Starts) in/)
      .or(patient.getByText('It should begin any moment'))
      .first(),
  ).toBeVisible();
  await all('scheduled');

  await openRoom(moderator);
  const texts = ['How is asthma told from a cold?', 'Can we keep our cat?', 'Is a dry cough a sign?', 'x'.repeat(400)];
  for (const text of texts) {
    await ask(patient, text);
    await expect(waiting(moderator, text)).toBeVisible();
  }
  await all('with waiting questions');
  await patient.getByRole('button', { name: 'Emergency help' }).click();
  await expect(patient.getByRole('dialog')).toBeVisible();
  await expectAccessible(patient, 'emergency help');
  await patient.keyboard.press('Escape');
  await small.getByRole('button', { name: 'Ask a question' }).tap();
  await expect(small.getByRole('dialog')).toBeVisible();
  await expectAccessible(small, "patient's phone, asking");
  await small.keyboard.press('Escape');

  await beginDecline(moderator, 'Is a dry cough a sign?');
  await expectAccessible(moderator, 'moderator, declining');
  await moderator.keyboard.press('1');
  await moderator.keyboard.press('Enter');
  await expect(own(patient)).toContainText('Not published');
  await approve(moderator, 'How is asthma told from a cold?');
  await approve(moderator, 'Can we keep our cat?');
  await expect(queueOf(patient).getByText('Can we keep our cat?')).toBeVisible();
  await moderator.keyboard.press('?');
  await expect(moderator.getByRole('dialog')).toBeVisible();
  await expectAccessible(moderator, 'moderator, shortcuts');
  await moderator.keyboard.press('Escape');

  await goLive(doctor);
  await doctor.getByRole('button', { name: /^Answer ?: How is asthma/ }).click();
  await expect(patient.getByRole('heading', { name: 'Now answering' })).toBeVisible();
  await expect(patient.locator('video[data-state=playing]')).toBeVisible();
  await all('live and answering');

  await doctor.getByRole('button', { name: 'Done' }).click();
  await doctor.getByRole('button', { name: 'Take a break' }).click();
  await expect(patient.getByText('will be back in a moment')).toBeVisible();
  await patient.getByRole('tab', { name: /Answered/ }).click();
  await all('on a break');

  await doctor.getByRole('button', { name: 'End session' }).click();
  await expect(doctor.getByRole('alertdialog')).toBeVisible();
  await expectAccessible(doctor, 'doctor, ending');
  await doctor.getByRole('alertdialog').getByRole('button', { name: 'End the session' }).click();
  await expect(patient.getByText('This session has ended').first()).toBeVisible();
  await all('ended');
});

test("axe finds nothing in any of the desk's tools", async ({ open, schedule, server }) => {
  test.setTimeout(300_000);
  const links = await schedule();
  const desk = await open(links.moderator);
  await openRoom(desk);
  const filler = await openFiller(server.dataDir, links.viewer);
  const id = await filler.ask({ text: 'Is a dry cough a sign? Write to rosa.m@example.com', name: 'Rosa', marks: { personal: ['email'] } });
  await filler.ask({ text: 'He can hardly breathe.', marks: { redFlags: ['breathlessness'], abuse: ['insult'] } });
  await filler.run('moderator', {
    type: 'edit-question',
    questionId: id,
    text: 'Is a dry cough a sign? Write to a@example.com',
    showName: true,
  });
  const row = waiting(desk, 'Is a dry cough');
  const tools = [
    ['e', desk.getByRole('form', { name: 'Edit what the public reads' })],
    ['m', desk.getByRole('group', { name: 'Merge into another question' })],
    ['t', desk.getByRole('form', { name: 'Private reply' })],
    ['b', desk.getByRole('group', { name: 'What this asker may do' })],
    ['x', desk.getByRole('group', { name: 'Decide on the selected questions' })],
  ] as const;
  await row.click();
  await expect(desk.getByRole('button', { name: /^Redact: E-mail address/ })).toBeVisible();
  await expectAccessible(desk, 'marked, edited');
  for (const [key, tool] of tools) {
    await desk.keyboard.press(key);
    await expect(tool).toBeVisible();
    await expectAccessible(desk, `tool ${key}`);
    await desk.keyboard.press('Escape');
    await expect(tool).toHaveCount(0);
  }
  for (const [name, title] of [
    ['Session', 'Settings of the session'],
    ['Help and keys', 'Keys and preferences'],
  ] as const) {
    await desk.getByRole('button', { name, exact: name === 'Session' }).click();
    await expect(desk.getByRole('dialog', { name: title })).toBeVisible();
    await expectAccessible(desk, title);
    await desk.keyboard.press('Escape');
    await expect(desk.getByRole('dialog')).toHaveCount(0);
  }
  await desk.goto(`${links.viewer}/audit`);
  await expect(desk.getByRole('table')).toBeVisible();
  await expectAccessible(desk, 'audit');
  await desk.setViewportSize({ width: 390, height: 844 });
  await expectAccessible(desk, "audit on a phone's width");
  await desk.getByRole('table').getByRole('link').first().click();
  await expect(desk.getByRole('heading', { name: /^Question / })).toBeFocused();
  await expectAccessible(desk, "a question's story");
  await filler.close();
});
