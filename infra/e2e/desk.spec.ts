import type { Page } from '@playwright/test';
import { ask, approve, beginDecline, openRoom, own, queueOf, vote, waiting } from './acts.ts';
import { openFiller } from './fill.ts';
import { expect, test } from './fixtures.ts';

const cough = 'My daughter coughs at night after football. Should she use her inhaler before training?';
const cat = 'Can we keep our cat?';

const filter = (desk: Page, name: string) => desk.getByRole('group', { name: 'Show' }).getByText(name, { exact: true });
const detail = (desk: Page) => desk.getByRole('region', { name: 'The question in full' });
const rowOf = (desk: Page, text: string) => desk.getByRole('row').filter({ hasText: text });

/** Selects a waiting question and presses a key on it, until what the key is for is there. */
async function press(desk: Page, text: string, key: string, until: () => Promise<void>): Promise<void> {
  await expect(async () => {
    await waiting(desk, text).click({ timeout: 5000 });
    await desk.keyboard.press(key);
    await until();
  }).toPass();
}

test('[M7] [M8] [M16] a screener sends to a clinician, who sees who is on it and approves', async ({ open, schedule }) => {
  const links = await schedule();
  const [moderator, screener, reviewer, asker] = [
    await open(links.moderator),
    await open(links.screener),
    await open(links.reviewer),
    await open(links.viewer),
  ];
  await openRoom(moderator);
  await moderator.getByRole('button', { name: 'Session', exact: true }).click();
  await moderator.getByRole('button', { name: /Who approves/ }).click();
  await moderator.getByRole('option', { name: /Clinicians alone/ }).click();
  // Else that desk, too, would be on the one question there is.
  await moderator.close();
  await ask(asker, cough);
  await expect(screener.getByRole('button', { name: 'Send to clinician' })).toBeVisible();

  await screener.getByRole('textbox', { name: 'How shall colleagues see you?' }).fill('Ana');
  await screener.getByRole('button', { name: 'Use this name' }).click();
  await waiting(screener, cough).click();
  await expect(waiting(reviewer, cough)).toContainText('Ana is on it');

  await press(screener, cough, 'c', () => expect(waiting(screener, cough)).toHaveCount(0, { timeout: 2000 }));
  await expect(screener.getByText('Sent to a clinician')).toBeVisible();
  await filter(screener, 'With a clinician').click();
  await expect(waiting(screener, cough)).toBeVisible();
  await expect(screener.getByText('With a clinician, who alone decides.')).toBeVisible();

  await approve(reviewer, cough);
  await expect(queueOf(asker).getByText(cough)).toBeVisible();
  await expect(rowOf(screener, cough)).toBeVisible();
});

test('[G3] [M10] [M11] a text is redacted by keys, and the asker reads what became of it', async ({ open, schedule }) => {
  const links = await schedule();
  const [moderator, asker, other] = [await open(links.moderator), await open(links.viewer), await open(links.viewer)];
  await openRoom(moderator);
  await ask(asker, 'Is my cough a side effect? Write to rosa.m@example.com please.');
  await press(moderator, 'Is my cough', 'r', () =>
    expect(detail(moderator).getByText('[e-mail address]', { exact: false }).first()).toBeVisible({ timeout: 3000 }),
  );
  await moderator.keyboard.press('u');
  await expect(detail(moderator).getByText('rosa.m@example.com').first()).toBeVisible();
  await moderator.keyboard.press('r');
  await expect(moderator.getByRole('button', { name: 'Approve edited' })).toBeVisible();
  await moderator.keyboard.press('e');
  const text = moderator.getByRole('textbox', { name: 'Text for the public' });
  await expect(text).toHaveValue('Is my cough a side effect? Write to [e-mail address] please.');
  await text.fill('Is a cough a side effect?');
  await text.press('Control+Enter');

  await expect(queueOf(other).getByText('Is a cough a side effect?')).toBeVisible();
  await expect(other.getByText('rosa.m@example.com')).toHaveCount(0);
  await expect(own(asker)).toContainText('Is a cough a side effect?');

  await rowOf(moderator, 'Is a cough').getByRole('button', { name: 'Edit' }).click();
  await moderator.getByRole('textbox', { name: 'Text for the public' }).press('Escape');
  await expect(moderator.getByRole('form', { name: 'Edit what the public reads' })).toHaveCount(0);
});

test('[M9] [M4] many are declined at once and taken back at once', async ({ open, schedule, server }) => {
  const links = await schedule();
  const moderator = await open(links.moderator);
  await openRoom(moderator);
  const filler = await openFiller(server.dataDir, links.viewer);
  const flagged = 'My chest hurts and my arm is numb.';
  for (const text of [flagged, cough, cat, 'Is swimming safe?']) {
    await filler.ask({ text, ...(text === flagged && { marks: { redFlags: ['chest-pain'] } }) });
  }
  await expect(moderator.getByRole('option')).toHaveCount(4);
  // Rule M6: the last one asked or not, the red flag stands first.
  await expect(moderator.getByRole('option').first()).toContainText('Chest pain');

  await moderator.getByRole('option').first().click();
  await moderator.keyboard.press('x');
  for (const count of [2, 3, 4]) {
    await moderator.keyboard.press('Shift+J');
    await expect(moderator.getByText(`${count} selected`, { exact: true }).first()).toBeVisible();
  }
  await expect(moderator.getByText('1 is approved by itself')).toBeVisible();
  await expect(moderator.getByRole('button', { name: 'Approve 3' })).toBeVisible();
  await moderator.keyboard.press('d');
  await moderator.keyboard.press('4');
  await moderator.keyboard.press('Enter');
  await expect(moderator.getByRole('option')).toHaveCount(0);
  await expect(moderator.getByText('Declined 4: Off topic')).toBeVisible();
  await moderator.keyboard.press('u');
  await expect(moderator.getByRole('option')).toHaveCount(4);
  await expect(moderator.getByText('4 back among the waiting')).toBeVisible();
  await filler.close();
});

test('[D2] [D3] a question is merged into another and given back', async ({ open, schedule }) => {
  const links = await schedule();
  const [moderator, asker, other] = [await open(links.moderator), await open(links.viewer), await open(links.viewer)];
  await openRoom(moderator);
  await ask(asker, cat);
  await approve(moderator, cat);
  await ask(other, 'May our cat stay with us?');
  await press(moderator, 'May our cat stay', 'm', () =>
    expect(moderator.getByRole('group', { name: 'Merge into another question' })).toBeVisible({ timeout: 2000 }),
  );
  await moderator.getByRole('textbox', { name: 'Find another question' }).fill('keep');
  await moderator.getByRole('textbox', { name: 'Find another question' }).press('Enter');
  await expect(moderator.getByText('Merged', { exact: true }).first()).toBeVisible();
  await expect(vote(asker, cat)).toHaveText('1');
  await moderator.getByRole('tab', { name: /^Merged/ }).click();
  await rowOf(moderator, 'May our cat stay').getByRole('button', { name: 'Unmerge' }).click();
  await expect(waiting(moderator, 'May our cat stay')).toBeVisible();
  await expect(vote(asker, cat)).toHaveText('0');
});

test('[M13] [H2] the asker is replied to alone, and may be kept from asking', async ({ open, schedule }) => {
  const links = await schedule();
  const [moderator, asker, other] = [await open(links.moderator), await open(links.viewer), await open(links.viewer)];
  await openRoom(moderator);
  await ask(asker, cough);
  const form = moderator.getByRole('form', { name: 'Private reply' });
  await press(moderator, cough, 't', () => expect(form).toBeVisible({ timeout: 2000 }));
  await form.getByRole('textbox').fill('Please call the clinic tomorrow.');
  await form.getByRole('button', { name: 'Save as a saved reply' }).click();
  await form.getByRole('textbox').press('Control+Enter');
  await expect(form).toHaveCount(0);
  await expect(detail(moderator)).toContainText('Please call the clinic tomorrow.');
  await expect(other.getByText('Please call the clinic tomorrow.')).toHaveCount(0);
  await moderator.keyboard.press('g');
  await expect(moderator.getByRole('dialog', { name: 'Saved replies' })).toContainText('Please call the clinic tomorrow.');
  await moderator.keyboard.press('Escape');
  await expect(moderator.getByRole('dialog')).toHaveCount(0);
  await moderator.keyboard.press('b');
  await moderator.getByRole('group', { name: 'What this asker may do' }).getByRole('button', { name: 'Mute' }).click();
  await expect(detail(moderator)).toContainText('This asker may not ask');

  await beginDecline(moderator, cough);
  await moderator.getByRole('radio', { name: /Off topic/ }).check({ force: true });
  await moderator.getByRole('button', { name: 'Insert a saved reply' }).click();
  await moderator.getByRole('menuitem', { name: 'Please call the clinic tomorrow.' }).click();
  await expect(moderator.getByRole('textbox', { name: /note/i })).toHaveValue('Please call the clinic tomorrow.');
  await moderator.getByRole('form', { name: 'Decline' }).getByRole('button', { name: 'Decline' }).click();
  await expect(own(asker)).toContainText('Please call the clinic tomorrow.');

  await moderator.getByRole('button', { name: 'Session', exact: true }).click();
  const held = moderator.getByRole('dialog').getByRole('region', { name: '1 asker is held back' });
  await expect(held).toContainText('Muted');
  await held.getByRole('button', { name: 'Lift it' }).click();
  await expect(held).toHaveCount(0);
  await moderator.keyboard.press('Escape');
  await ask(asker, 'And may I fly with it?');
  await expect(waiting(moderator, 'And may I fly with it?')).toBeVisible();
});

test('[M6] five hundred questions are gone through by keyboard, and a red flag is seen from anywhere', async ({
  open,
  schedule,
  server,
}) => {
  test.setTimeout(300_000);
  const links = await schedule();
  const moderator = await open(links.moderator);
  await openRoom(moderator);
  const filler = await openFiller(server.dataDir, links.viewer);
  for (let n = 1; n <= 500; n++) await filler.ask({ text: `Question number ${n}: ${'is it safe? '.repeat(n % 7)}` });
  const list = moderator.getByRole('listbox');
  await expect(moderator.getByRole('group', { name: 'Show' })).toContainText('500');
  // Only what is in sight is rendered, and all of it is told.
  expect(await moderator.getByRole('option').count()).toBeLessThan(60);
  await expect(moderator.getByRole('option').first()).toHaveAttribute('aria-setsize', '500');
  await list.focus();
  await moderator.keyboard.press('End');
  await expect(waiting(moderator, 'Question number 500:')).toBeInViewport();
  await moderator.keyboard.press('Home');
  for (let n = 0; n < 30; n++) await moderator.keyboard.press('j');
  await expect(waiting(moderator, 'Question number 31:')).toHaveAttribute('aria-selected', 'true');
  await expect(waiting(moderator, 'Question number 31:')).toBeInViewport();

  await filler.ask({ text: 'She can hardly breathe and her lips are blue.', marks: { redFlags: ['breathlessness'] } });
  await expect(moderator.getByRole('button', { name: '1 red flag' })).toBeVisible();
  await expect(moderator.getByText('Red flag: Breathlessness', { exact: false })).toHaveCount(1);
  // Whoever reads goes on reading the same.
  await expect(waiting(moderator, 'Question number 31:')).toHaveAttribute('aria-selected', 'true');
  await expect(waiting(moderator, 'Question number 31:')).toBeInViewport();
  await moderator.keyboard.press('a');
  await expect(rowOf(moderator, 'Question number 31:')).toBeVisible();
  await moderator.getByRole('button', { name: '1 red flag' }).click();
  await expect(moderator.getByRole('option')).toHaveCount(1);
  await filler.close();
});
