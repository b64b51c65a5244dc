import type { Page } from '@playwright/test';
import { ask, approve, openRoom, own, queueOf, waiting } from './acts.ts';
import { expect, test } from './fixtures.ts';
import { openStaff } from './staff.ts';

const name = 'Rosa Delgado';
const cough = 'My name is Rosa Delgado and I cough at night. May I still run?';
const cat = 'Can we keep our cat?';

const rowOf = (desk: Page, text: string) => desk.getByRole('row').filter({ hasText: text });
const select = (desk: Page, text: string) => waiting(desk, text).click();

test('[M10] [M17] what a colleague took out of a question stays out of it', async ({ open, schedule }) => {
  const links = await schedule();
  const [desk, asker, colleague] = [await open(links.moderator), await open(links.viewer), await openStaff(links.screener)];
  await openRoom(desk);
  await ask(asker, cough, 'Rosa');
  await select(desk, cough);
  await desk.keyboard.press('e');
  const form = desk.getByRole('form', { name: 'Edit what the public reads' });
  const field = form.getByRole('textbox', { name: 'Text for the public' });
  await field.fill(cough.replace('run?', 'run a marathon?'));
  await field.press('Escape');

  const { id } = await colleague.find('I cough at night');
  await colleague.send({ type: 'edit-question', questionId: id, text: cough.replace(name, '[name]'), showName: false });
  await expect(waiting(desk, '[name]')).toBeVisible();
  await expect(async () => {
    await select(desk, '[name]');
    await desk.keyboard.press('a');
    await expect(desk.getByText('Your edit was not published')).toBeVisible({ timeout: 1000 });
  }).toPass();
  await desk.getByRole('button', { name: 'Open it again' }).click();
  await expect(form).toContainText('A colleague has changed it meanwhile');
  await form.getByRole('button', { name: 'Go on from theirs' }).click();
  await expect(form.getByRole('switch', { name: /Show the name/ })).not.toBeChecked();
  await field.fill('My name is [name] and I cough at night. May I run a marathon?');
  await field.press('Control+Enter');
  await expect(queueOf(asker)).toContainText('May I run a marathon?');
  await expect(queueOf(asker).getByText('Rosa')).toHaveCount(0);
  colleague.close();
});

test('[M17] an undo leaves alone what a colleague decided since, and an approval what a colleague edited', async ({ open, schedule }) => {
  const links = await schedule();
  const [desk, asker, colleague] = [await open(links.moderator), await open(links.viewer), await openStaff(links.screener)];
  await openRoom(desk);
  await ask(asker, cat);
  await approve(desk, cat);
  const { id } = await colleague.find(cat);
  await colleague.client.until(() => colleague.client.view().questions.some(({ status }) => status === 'approved'), 'the approval');
  await colleague.send({ type: 'undo-review', questionId: id });
  await colleague.send({ type: 'decline-question', questionId: id, reason: 'off-topic', note: 'Please ask the vet.' });
  await expect(own(asker)).toContainText('Please ask the vet.');
  await desk.getByRole('tab', { name: /Declined/ }).click();
  await expect(rowOf(desk, cat)).toBeVisible();
  await desk.keyboard.press('u');
  await expect(desk.getByText('This one can’t be taken back any more')).toBeVisible();
  await expect(own(asker)).toContainText('Please ask the vet.');
  colleague.close();
});

test('[M14] on a tablet what is being written outlives a turn, and red flags are one tap away', async ({ open, schedule }) => {
  const links = await schedule();
  const tablet = { viewport: { width: 1180, height: 820 }, hasTouch: true };
  const [desk, asker] = [await open(links.reviewer, tablet), await open(links.viewer)];
  const moderator = await openStaff(links.moderator);
  await moderator.send({ type: 'open-session' });
  await ask(asker, cat);
  await approve(desk, cat);
  const row = rowOf(desk, cat);
  await row.getByRole('button', { name: 'More' }).tap();
  await desk.getByRole('menuitem', { name: 'Answer in writing' }).tap();
  const form = desk.getByRole('form', { name: 'Answer in writing' });
  await form.getByRole('textbox').fill('Most people can keep a cat.');
  await desk.setViewportSize({ width: 820, height: 1180 });
  await expect(form.getByRole('textbox')).toHaveValue('Most people can keep a cat.');

  await ask(asker, 'I have crushing chest pain and my left arm is numb, what now?');
  await desk.getByRole('tab', { name: 'Public' }).tap();
  await desk.getByRole('button', { name: '1 red flag' }).tap();
  await expect(waiting(desk, 'crushing chest pain')).toBeVisible();
  await form.getByRole('button', { name: 'Publish the answer' }).tap();
  await queueOf(asker)
    .getByRole('tab', { name: /^Answered/ })
    .click();
  await expect(queueOf(asker)).toContainText('Most people can keep a cat.');
  await desk.getByRole('tab', { name: 'Public' }).tap();
  await desk.getByRole('tab', { name: /^Answered/ }).tap();
  await row.getByRole('button', { name: 'More' }).tap();
  await desk.getByRole('menuitem', { name: 'Erase the written answer' }).tap();
  await desk.getByRole('button', { name: 'Erase the answer' }).tap();
  await expect(queueOf(asker).getByText('Most people can keep a cat.')).toHaveCount(0);
  moderator.close();
});
