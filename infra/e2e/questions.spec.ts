import { approve, ask, beginDecline, goLive, openRoom, own, queueOf, vote, waiting } from './acts.ts';
import { expect, test } from './fixtures.ts';

const text = 'My daughter coughs at night after playing football. Should she use her inhaler before training?';

test('[M1] [V1] [Q5] [G4] [E1] a question is screened, voted for, answered and kept', async ({ open, schedule }) => {
  const links = await schedule();
  const [doctor, moderator, asker, other] = [
    await open(links.host),
    await open(links.moderator),
    await open(links.viewer),
    await open(links.viewer),
  ];
  await openRoom(moderator);
  await ask(asker, text, 'Rosa');
  await expect(own(asker)).toContainText('Waiting to be read');
  await expect(waiting(moderator, text)).toContainText('Rosa');
  // The moderator's page has it: whatever the others were to get, they would have had by now.
  await expect(other.getByText(text)).toHaveCount(0);
  await expect(doctor.getByText(text)).toHaveCount(0);

  await approve(moderator, text);
  await expect(queueOf(other).getByText(text)).toBeVisible();
  await expect(own(asker)).toContainText('In the queue');
  await vote(asker, text).click();
  await vote(other, text).click();
  await expect(vote(other, text)).toHaveText('2');
  await expect(vote(asker, text)).toHaveText('2');
  await vote(other, text).click();
  await expect(vote(asker, text)).toHaveText('1');
  await vote(other, text).click();
  await expect(vote(asker, text)).toHaveText('2');

  await goLive(doctor);
  await expect(doctor.getByText('1 received · 1 public · 0 answered')).toBeVisible();
  const answer = doctor.getByRole('button', { name: /^Answer ?: My daughter/ });
  await expect(answer).toHaveAccessibleDescription(/Do not confirm that the asker is anyone’s patient/);
  await answer.click();
  for (const patient of [asker, other]) {
    await expect(patient.getByRole('heading', { name: 'Now answering' })).toBeVisible();
  }
  await expect(own(asker)).toContainText('Being answered now');
  await doctor.getByRole('button', { name: 'Done' }).click();
  await other.getByRole('tab', { name: /Answered/ }).click();
  await expect(queueOf(other).getByText(text)).toBeVisible();
  await expect(own(asker)).toContainText('Answered');

  // Whoever comes later finds it too.
  const late = await open(links.viewer);
  await late.getByRole('tab', { name: /Answered/ }).click();
  await expect(queueOf(late).getByText(text)).toBeVisible();
});

test('[M3] [M4] a decline tells the asker why, nobody else, and can be taken back', async ({ open, schedule }) => {
  const links = await schedule();
  const [moderator, asker, other] = [await open(links.moderator), await open(links.viewer), await open(links.viewer)];
  await openRoom(moderator);
  await ask(asker, text);
  await beginDecline(moderator, text);
  await moderator.keyboard.press('2');
  await moderator.getByRole('textbox', { name: /^A note/ }).fill('Her nurse can show her how; please call the clinic.');
  await moderator.keyboard.press('Enter');

  await expect(own(asker)).toContainText('Not published');
  await expect(own(asker)).toContainText('please ask your own doctor');
  await expect(own(asker)).toContainText('Her nurse can show her how; please call the clinic.');
  await asker.reload();
  await expect(own(asker)).toContainText('Her nurse can show her how; please call the clinic.');
  await expect(other.getByText('Her nurse')).toHaveCount(0);
  await expect(other.getByText(text)).toHaveCount(0);

  await moderator.keyboard.press('u');
  await expect(waiting(moderator, text)).toBeVisible();
  await expect(own(asker)).toContainText('Waiting to be read');
  await approve(moderator, text);
  await expect(queueOf(other).getByText(text)).toBeVisible();
});

test('a decline that is made faster than anybody can is sent all the same', async ({ open, schedule }) => {
  const links = await schedule();
  const [moderator, asker] = [await open(links.moderator), await open(links.viewer)];
  await openRoom(moderator);
  // In the page, so that no more than a frame passes between what one key does and the next key.
  const declined = moderator.evaluate(async () => {
    const press = (key: string) => document.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true }));
    const form = () => document.querySelector('form[aria-label="Decline"]');
    while (!form()) {
      press('d');
      await new Promise(requestAnimationFrame);
    }
    press('2');
    await new Promise(requestAnimationFrame);
    form()?.querySelector<HTMLButtonElement>('button[type="submit"]')?.click();
  });
  await ask(asker, text);
  await declined;
  await expect(own(asker)).toContainText('Not published');
});

test('[Q6] a withdrawn question is gone for everyone', async ({ open, schedule }) => {
  const links = await schedule();
  const [moderator, doctor, asker, other] = [
    await open(links.moderator),
    await open(links.host),
    await open(links.viewer),
    await open(links.viewer),
  ];
  await openRoom(moderator);
  await ask(asker, text, 'Rosa');
  // So that no list becomes empty.
  await ask(other, 'Is swimming safe for a child with asthma?');
  await approve(moderator, text);
  await approve(moderator, 'Is swimming safe for a child with asthma?');
  await expect(queueOf(other).getByText(text)).toBeVisible();
  // Pointed at, a list is held still: the row stays, its words must not.
  await moderator.getByRole('row').filter({ hasText: text }).hover();
  await doctor.getByRole('article').filter({ hasText: text }).hover();
  await queueOf(other).getByRole('article').filter({ hasText: text }).hover();
  await own(asker)
    .getByRole('listitem')
    .filter({ hasText: text })
    .getByRole('button', { name: /Withdraw/ })
    .click();
  await asker.getByRole('alertdialog').getByRole('button', { name: 'Withdraw' }).click();
  for (const page of [moderator, doctor, other]) {
    await expect(page.getByText('No longer in this list')).toBeVisible();
    await expect(page.getByText(text)).toHaveCount(0);
    await expect(page.getByText('Rosa')).toHaveCount(0);
  }
});

test('what to do in an emergency can be read although its part of the page did not load', async ({ open, schedule }) => {
  const { viewer } = await schedule();
  const patient = await open(viewer.replace(/\/s\/.*/, '/'));
  await patient.route(/EmergencyDialog/, (route) => route.abort());
  await patient.goto(viewer);
  await patient.getByRole('button', { name: 'Emergency help' }).click();
  await expect(patient.getByRole('dialog').getByRole('link', { name: '911' })).toBeVisible();
  await patient.getByRole('dialog').getByRole('button', { name: 'Close' }).click();
  await expect(patient.getByRole('dialog')).toHaveCount(0);
  await expect(
    patient
      .getByRole('textbox', { name: 'Your question' })
      .or(patient.getByText('Questions', { exact: true }))
      .first(),
  ).toBeVisible();
});

test('[R8] [R1] what is asked and voted while the server is gone arrives once when it is back', async ({ open, schedule, server }) => {
  const links = await schedule();
  const [moderator, asker] = [await open(links.moderator), await open(links.viewer)];
  await openRoom(moderator);
  await ask(asker, text);
  await approve(moderator, text);
  await expect(vote(asker, text)).toBeVisible();

  await server.kill();
  await expect(asker.getByText('The connection was lost')).toBeVisible();
  await vote(asker, text).click();
  await ask(asker, 'Is swimming safe for a child with asthma?');
  await server.start();
  await expect(waiting(moderator, 'Is swimming safe for a child with asthma?')).toHaveCount(1);
  await expect(vote(asker, text)).toHaveText('1');
  await expect(own(asker)).toContainText('Is swimming safe');
  await expect(asker.getByText('The connection was lost')).toHaveCount(0);
});

test('[A2] [A3] an invitation works once, and its secret leaves the address', async ({ open, schedule }) => {
  const links = await schedule();
  const moderator = await open(links.moderator);
  await expect(moderator.getByRole('button', { name: 'Open for questions' })).toBeVisible();
  expect(moderator.url()).not.toContain('invite');
  await moderator.reload();
  await expect(moderator.getByRole('button', { name: 'Open for questions' })).toBeVisible();

  const stranger = await open(links.moderator);
  await expect(stranger.getByRole('heading', { name: 'This invitation was used already' })).toBeVisible();
  const uninvited = await open(links.host.replace(/#.*/, ''));
  await expect(uninvited.getByRole('heading', { name: /team/ })).toBeVisible();
  await uninvited.getByRole('link', { name: 'Watch as a patient' }).click();
  await expect(uninvited.getByRole('heading', { level: 1 })).toContainText('Asthma');
});
