import type { Page } from '@playwright/test';
import { expectAccessible } from './accessible.ts';
import { ask, own, queueOf } from './acts.ts';
import { expect, phone, test } from './fixtures.ts';
import { openStaff } from './staff.ts';

const field = (patient: Page) => patient.getByRole('textbox', { name: 'Your question' });
const send = (patient: Page) => patient.getByRole('button', { name: 'Send my question' });
const hints = (patient: Page, name: string) => patient.getByRole('region', { name });

test('[G1] [G3] [D1] [F1] what is being written is looked at, and nothing is held back', async ({ open, schedule }) => {
  const links = await schedule();
  const moderator = await openStaff(links.moderator);
  const patient = await open(links.viewer, { timezoneId: 'Europe/Madrid' });
  await moderator.send({ type: 'open-session' });
  const other = await openStaff(links.viewer);
  const known = await other.send({ type: 'submit-question', text: 'Is swimming safe for a child with asthma?' });
  await moderator.send({ type: 'approve-question', questionId: known! });
  await expect(queueOf(patient).getByText('Is swimming safe')).toBeVisible();

  // Personal data: listed, replaced at a press, taken back at another.
  await field(patient).fill('My son Rohan coughs. Call me at 212-555-0187 please.');
  const personal = hints(patient, 'This may say who you are');
  await expect(personal).toContainText('212-555-0187');
  await expect(personal).toContainText('may miss something');
  await expectAccessible(patient, 'with personal data');
  await personal.getByRole('button', { name: /Replace “212-555-0187”/ }).click();
  await expect(field(patient)).toHaveValue(/Call me at \[phone number\] please\./);
  await expect(field(patient)).toBeFocused();
  await expect(personal.getByText('212-555-0187')).toHaveCount(0);
  await field(patient).press('End');
  await field(patient).pressSequentially(' Thanks.');
  await patient.getByRole('button', { name: 'Undo' }).click();
  await expect(field(patient)).toHaveValue(/Call me at 212-555-0187 please\. Thanks\./);
  await personal.getByRole('button', { name: /Replace “212-555-0187”/ }).click();

  // A question that is there already: a vote instead.
  await field(patient).fill('Can a child with asthma swim safely?');
  const similar = hints(patient, 'Is it this question?');
  await expect(similar).toContainText('Is swimming safe for a child with asthma?');
  await similar.getByRole('button', { name: /I would like to know this too/ }).click();
  await expect(queueOf(patient).getByRole('button', { name: /I would like to know this too/ })).toHaveText('1');
  await expectAccessible(patient, 'with similar questions');
  await similar.getByRole('button', { name: 'Clear my draft' }).click();
  await expect(field(patient)).toHaveValue('');
  await expect(similar).toHaveCount(0);

  // Signs of an emergency: numbers of where one is, of another country, and of that one after a reload.
  await field(patient).fill('I have crushing chest pain right now and my arm is numb');
  const help = hints(patient, 'Is this happening now? Get help first');
  await expect(help.getByRole('link').first()).toHaveAttribute('href', /^tel:(112|061)$/);
  await help.getByRole('combobox').selectOption({ label: 'United Kingdom' });
  await expect(help.getByRole('link').first()).toHaveAttribute('href', 'tel:999');
  await expectAccessible(patient, 'with a sign of an emergency');
  await patient.reload();
  await expect(help.getByRole('link').first()).toHaveAttribute('href', 'tel:999');
  await send(patient).click();
  const flagged = await moderator.find('crushing chest pain');
  expect(flagged.redFlags).toContain('chest-pain');
  expect(flagged.emergencyRead).toBeUndefined();
  // Not confirmed before: the question's own card asks.
  await expect(own(patient).getByRole('link', { name: /999/ })).toBeVisible();
  await own(patient).getByRole('button', { name: 'I have read this' }).click();
  await moderator.client.until(({ view }) => view().questions.find(({ id }) => id === flagged.id)?.emergencyRead === true);
  await expect(own(patient).getByRole('link', { name: /999/ })).toHaveCount(0);

  // Confirmed before: told with the question, and of that question alone.
  const read = help.getByRole('checkbox', { name: 'I have read this' });
  await field(patient).fill('My chest hurts badly, crushing chest pain');
  await read.check();
  await field(patient).fill('');
  await expect(help).toHaveCount(0);
  await field(patient).fill('My chest hurts badly right now and I am sweating, crushing chest pain');
  await expect(read).not.toBeChecked();
  await read.check();
  await send(patient).click();
  const told = await moderator.find('I am sweating');
  await moderator.client.until(({ view }) => view().questions.find(({ id }) => id === told.id)?.emergencyRead === true);
  moderator.close();
  other.close();
});

test('[F5] where help is comes into view on a phone, also without what looks for signs there', async ({ open, schedule }) => {
  const links = await schedule();
  const moderator = await openStaff(links.moderator);
  await moderator.send({ type: 'open-session' });
  const patient = await open(links.viewer, phone);
  const missing = /assets\/(Hints|OwnHelp)-[^/]*\.js/;
  await patient.context().route(missing, (route) => route.abort());
  await patient.getByRole('button', { name: 'Ask a question' }).tap();
  await field(patient).fill('I have crushing chest pain right now and my arm is numb');
  await send(patient).tap();
  const plain = own(patient).getByRole('region', { name: 'In an emergency, call for help now' });
  await expect(plain.getByRole('link').first()).toBeInViewport();
  await expect(patient.getByRole('dialog')).toHaveCount(0);
  await expect(patient.locator('[aria-live=assertive]')).toContainText('your question may be about an emergency');
  await expectAccessible(patient, 'without the help card');

  // What could not be loaded is asked for anew with what is written next.
  await patient.context().unroute(missing);
  await patient.getByRole('button', { name: 'Ask a question' }).tap();
  await field(patient).fill('I am Rohan Patel, call me at 212-555-0187');
  await expect(hints(patient, 'This may say who you are')).toBeVisible();
  moderator.close();
});

test('[F6] who writes of an emergency to come on stage sees where help is, and moderators see that hand first', async ({
  open,
  schedule,
}) => {
  const links = await schedule();
  const other = await openStaff(links.viewer);
  const [moderator, patient] = [await open(links.moderator), await open(links.viewer, phone)];
  await moderator.getByRole('button', { name: 'Open for questions' }).click();
  await patient.getByRole('button', { name: 'Ask to speak with the doctor' }).click();
  await other.client.until(() => other.client.view().session.phase === 'open', 'an open room');
  await other.send({ type: 'raise-hand', topic: 'Coughing at night' });

  const dialog = patient.getByRole('dialog');
  const help = hints(patient, 'Is this happening now? Get help first');
  await dialog.getByRole('textbox', { name: /What would you like to talk about/ }).fill('I have crushing chest pain right now');
  await expect(help).toBeVisible();
  await expectAccessible(patient, 'where help is, while a hand is raised');
  await dialog.getByRole('button', { name: 'Raise your hand' }).click();
  await expect(dialog).toHaveCount(0);
  await expect(patient.getByText('Your hand is up')).toBeVisible();
  await expect(help).toBeVisible();

  await expect(moderator.getByText('1 with a red flag')).toBeVisible();
  await moderator.getByRole('button', { name: '2 hands up' }).click();
  const first = moderator.getByRole('dialog').getByRole('listitem').first();
  await expect(first).toContainText('crushing chest pain');
  await expect(first).toContainText('Chest pain');
  await expect(first).toContainText('Has not confirmed reading where to get help');
  await expectAccessible(moderator, 'a hand with a red flag');
  // It stays when the hand is taken down, and when another one says nothing, until it is read.
  await patient.getByRole('button', { name: 'Take it down' }).click();
  await patient.getByRole('button', { name: 'Ask to speak with the doctor' }).click();
  await dialog.getByRole('button', { name: 'Raise your hand' }).click();
  await expect(patient.getByText('Your hand is up')).toBeVisible();
  await help.getByRole('button', { name: 'I have read this' }).click();
  await expect(help).toHaveCount(0);

  // Read before it is sent: nothing asks for it again, and moderators know.
  const again = await open(links.viewer);
  await again.getByRole('button', { name: 'Ask to speak with the doctor' }).click();
  await again.getByRole('textbox', { name: /What would you like to talk about/ }).fill('My chest hurts badly and I cannot breathe');
  await again.getByText('I have read this').click();
  await again.getByRole('button', { name: 'Raise your hand' }).click();
  await expect(again.getByText('Your hand is up')).toBeVisible();
  await expect(first).toContainText('Has read where to get help');
  await expect(hints(again, 'Is this happening now? Get help first')).toHaveCount(0);
  other.close();
});

test('[M10] [M12] a name that moderators take out is told of, and can be objected to', async ({ open, schedule }) => {
  const links = await schedule();
  const moderator = await openStaff(links.moderator);
  await moderator.send({ type: 'open-session' });
  const asker = await open(links.viewer);
  await ask(asker, 'Is a dry cough a sign of asthma?', 'Rosa');
  const { id: questionId, text } = await moderator.find('dry cough');
  await moderator.send({ type: 'edit-question', questionId, text: text!, showName: false });
  const mine = own(asker);
  await expect(mine).toContainText('Moderators have taken the name out');
  await expectAccessible(asker, 'without the name');
  await moderator.send({ type: 'decline-question', questionId, reason: 'off-topic' });
  await expect(mine).toContainText('Not published');
  await expect(mine.getByRole('button', { name: 'I object' })).toHaveCount(0);
  await moderator.send({ type: 'undo-review', questionId });
  await mine.getByRole('button', { name: 'I object' }).click();
  await asker.getByRole('alertdialog').getByRole('button', { name: 'I object' }).click();
  await expect(mine).toContainText('You object to what was changed');
  moderator.close();
});

test('[H2] [H4] [H5] [H6] why nothing can be asked is said, and what was written stays', async ({ open, schedule }) => {
  const links = await schedule();
  const moderator = await openStaff(links.moderator);
  await moderator.send({ type: 'open-session' });
  const patient = await open(links.viewer);
  await ask(patient, 'Is a dry cough a sign of asthma?');
  const { id: questionId } = await moderator.find('dry cough');

  await moderator.send({ type: 'set-slow-mode', seconds: 600 });
  await field(patient).fill('What helps against dust?');
  await expect(patient.getByText(/You can send your next one in \d+ minutes/)).toBeVisible();
  await expect(send(patient)).toBeDisabled();
  await moderator.send({ type: 'set-slow-mode', seconds: 0 });
  await expect(send(patient)).toBeEnabled();
  await moderator.send({ type: 'lock-queue' });
  await expect(patient.getByText('Moderators take no new questions at the moment')).toBeVisible();
  await expect(field(patient)).toHaveValue('What helps against dust?');
  await moderator.send({ type: 'unlock-queue' });

  await moderator.send({ type: 'restrict-asker', questionId, restriction: 'mute' });
  await expect(patient.getByText('Moderators have paused your questions in this session')).toBeVisible();
  await patient.reload();
  await expect(patient.getByText('Moderators have paused your questions in this session')).toBeVisible();
  await expect(field(patient)).toHaveValue('What helps against dust?');
  await moderator.send({ type: 'lift-restriction', questionId });
  await expect(send(patient)).toBeEnabled();

  await moderator.send({ type: 'approve-question', questionId });
  await expect(queueOf(patient).getByText('dry cough')).toBeVisible();
  await moderator.send({ type: 'close-emergency' });
  await expect(queueOf(patient).getByText('Questions are hidden for the moment')).toBeVisible();
  await expect(queueOf(patient).getByText('dry cough')).toHaveCount(0);
  await expect(own(patient)).toContainText('nobody else sees any question');
  await expect(patient.getByText('The session is interrupted')).toBeVisible();
  await expect(patient.getByText('You can ask your question already')).toHaveCount(0);
  await expectAccessible(patient, 'closed');
  await moderator.send({ type: 'reopen-session' });
  await expect(queueOf(patient).getByText('dry cough')).toBeVisible();

  await moderator.send({ type: 'restrict-asker', questionId, restriction: 'ban' });
  const out = patient.getByRole('heading', { name: 'You are out of this session' });
  await expect(out).toBeVisible();
  await expect(patient.locator('video')).toHaveCount(0);
  await patient.getByRole('button', { name: 'Emergency help' }).click();
  await expect(patient.getByRole('dialog').getByRole('link', { name: '911' })).toBeVisible();
  await patient.keyboard.press('Escape');
  await expectAccessible(patient, 'out');
  await patient.reload();
  await expect(out).toBeVisible();
  await moderator.send({ type: 'lift-restriction', questionId });
  await patient.reload();
  await expect(own(patient)).toContainText('dry cough');
  moderator.close();
});

test('[M10] [M12] [M13] [M14] [D2] [H3] [E1] what becomes of a question is seen by its asker, and by all', async ({ open, schedule }) => {
  const links = await schedule();
  const [moderator, reviewer] = [await openStaff(links.moderator), await openStaff(links.reviewer)];
  await moderator.send({ type: 'open-session' });
  const [asker, other] = [await open(links.viewer), await open(links.viewer, phone)];
  const mine = own(asker);
  await ask(asker, 'My daughter Ana coughs at night. Is it asthma?');
  const { id: questionId } = await moderator.find('My daughter Ana');

  await moderator.send({ type: 'send-to-clinician', questionId });
  await expect(mine.getByRole('listitem').and(asker.locator('[aria-current=step]'))).toHaveText('Clinician');
  await moderator.send({ type: 'reply-to-asker', questionId, text: 'Please see a doctor soon, too.' });
  await expect(mine).toContainText('Please see a doctor soon, too.');

  await reviewer.send({ type: 'edit-question', questionId, text: 'A child coughs at night. Is it asthma?', showName: false });
  await reviewer.send({ type: 'approve-question', questionId });
  await expect(mine).toContainText('What everyone sees');
  await expect(mine).toContainText('My daughter Ana coughs');
  await expect(mine).toContainText('1st of 1 by votes');
  await expect(queueOf(other)).toContainText('Edited by moderators');
  await expect(other.getByText('daughter Ana')).toHaveCount(0);
  await expectAccessible(asker, 'edited');

  await mine.getByRole('button', { name: 'I object' }).click();
  await asker.getByRole('alertdialog').getByRole('button', { name: 'I object' }).click();
  await expect(mine).toContainText('You object to what was changed');
  await expect(mine).toContainText('Waiting to be read');
  await expect(queueOf(other).getByRole('article')).toHaveCount(0);
  await reviewer.send({ type: 'erase-original', questionId });
  await expect(mine).toContainText('What you wrote was deleted for good.');
  await reviewer.send({ type: 'approve-question', questionId });

  await queueOf(other).getByRole('button', { name: 'Report this question' }).tap();
  await other.getByRole('dialog').getByRole('button', { name: 'It is hurtful' }).tap();
  await expect(other.getByText('Thank you. Moderators will look at it.')).toBeVisible();
  await moderator.client.until(({ view }) => (view().questions.find(({ id }) => id === questionId)?.reports?.length ?? 0) > 0);

  // The one that others asked already.
  await ask(asker, 'Why do children cough at night?');
  const { id: second } = await moderator.find('Why do children cough');
  await moderator.send({ type: 'merge-question', questionId: second, into: questionId });
  await expect(mine).toContainText('Joined with another question');
  await expect(queueOf(other)).toContainText('Asked by 1 other person too');

  await reviewer.send({ type: 'publish-answer', questionId, text: 'A cough at night has many causes; asthma is one.' });
  await expect(mine).toContainText('Answered in writing by the medical team');
  await other.getByRole('tab', { name: /Answered/ }).tap();
  await expect(queueOf(other)).toContainText('A cough at night has many causes');
  await queueOf(other).getByText('What became of all questions').tap();
  await expect(queueOf(other).getByRole('definition').first()).toHaveText('2');
  await expectAccessible(other, 'answered, with counts');
  moderator.close();
  reviewer.close();
});
