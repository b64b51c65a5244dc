import { readFile } from 'node:fs/promises';
import { approve, ask, beginDecline, openRoom, own, waiting } from './acts.ts';
import { openFiller } from './fill.ts';
import { expect, phone, test } from './fixtures.ts';

const cough = 'Should she use her inhaler before training?';
const cat = 'Can we keep our cat?';

/** The audit of the session that a link leads to. */
const auditOf = (link: string) => `${link.split(/[?#]/)[0]}/audit`;

test('[U1] [U3] a moderator reads who did what when, finds a question’s story, and takes the log away', async ({ open, schedule }) => {
  const links = await schedule();
  const [moderator, asker] = [await open(links.moderator), await open(links.viewer)];
  await openRoom(moderator);
  await ask(asker, cough, 'Rosa');
  await expect(waiting(moderator, cough)).toBeVisible();
  await approve(moderator, cough);
  await ask(asker, cat);
  await beginDecline(moderator, cat);
  await moderator.keyboard.press('4');
  await moderator.keyboard.press('Enter');
  await expect(own(asker)).toContainText('Not published');

  await moderator.getByRole('button', { name: 'Session', exact: true }).click();
  await moderator.getByRole('link', { name: /^Audit/ }).click({ trial: true });
  await expect(moderator.getByRole('link', { name: /^Audit/ })).toHaveAttribute('href', new URL(auditOf(links.moderator)).pathname);
  await moderator.goto(auditOf(links.moderator));
  const table = moderator.getByRole('table', { name: /Events, newest first/ });
  const rows = table.getByRole('row');
  await expect(rows.filter({ hasText: 'Declined the question' })).toContainText(/Moderator 1.*Off topic/);
  await expect(rows.filter({ hasText: 'Approved the question' })).toContainText('Moderator 1');
  await expect(rows.filter({ hasText: 'Asked a question' })).toHaveCount(2);
  await expect(rows.filter({ hasText: 'Scheduled the session' })).toContainText('Organiser 1');
  for (const secret of [cough, cat, 'Rosa']) await expect(moderator.getByText(secret)).toHaveCount(0);

  await moderator.getByRole('button', { name: /Who$/ }).click();
  await moderator.getByRole('option', { name: /A viewer/ }).click();
  await expect(rows).toHaveCount(3);
  await moderator.getByRole('button', { name: 'Show all', exact: true }).click();

  await rows.filter({ hasText: 'Approved the question' }).getByRole('link').click();
  await expect(moderator.getByRole('heading', { name: /^Question / })).toBeFocused();
  const story = moderator.getByRole('table', { name: /Events, oldest first/ }).getByRole('row');
  await expect(story.nth(1)).toContainText('Asked a question');
  await expect(story.filter({ hasText: 'Approved the question' })).toHaveCount(1);
  await expect(story.filter({ hasText: 'Declined the question' })).toHaveCount(0);
  await moderator.getByRole('link', { name: 'All events' }).click();
  await expect(rows.filter({ hasText: 'Declined the question' })).toHaveCount(1);

  await ask(asker, 'Is swimming good for her?');
  await expect(own(asker)).toContainText('Is swimming good for her?');
  await moderator.getByRole('button', { name: 'Look for newer' }).click();
  await expect(rows.filter({ hasText: 'Asked a question' })).toHaveCount(3);
  const hash = await moderator.locator('code').first().innerText();

  const [download] = await Promise.all([moderator.waitForEvent('download'), moderator.getByRole('link', { name: 'Download CSV' }).click()]);
  expect(download.suggestedFilename()).toMatch(/^audit-[\w-]+\.csv$/);
  const lines = (await readFile(await download.path(), 'utf8')).trimEnd().split('\r\n');
  expect(lines).toHaveLength(await rows.count());
  expect(lines.at(-1)?.endsWith(hash)).toBe(true);
  expect(lines.some((line) => line.includes('question-declined') && line.includes('reason=off-topic'))).toBe(true);
});

test('[U1] [U3] a viewer, the doctor and whoever is not of this session are told that it is for moderators', async ({ open, schedule }) => {
  const links = await schedule();
  for (const link of [links.viewer, links.host]) {
    const page = await open(link);
    // The invitation is exchanged first.
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    await page.goto(auditOf(link));
    await expect(page.getByRole('heading', { name: 'The audit is for this session’s moderators' })).toBeVisible();
    await expect(page.getByRole('table')).toHaveCount(0);
  }
});

test('[U3] what can’t be read is said, and read when it can be; a long log comes in parts', async ({ open, schedule, server }) => {
  test.setTimeout(240_000);
  const links = await schedule();
  const moderator = await open(links.moderator, phone);
  await expect(moderator.getByRole('button', { name: 'Open for questions' })).toBeVisible();
  const filler = await openFiller(server.dataDir, links.viewer);
  await filler.run('moderator', { type: 'open-session' });
  for (let count = 0; count < 1200; count++) {
    await filler.run('moderator', { type: 'lock-queue' });
    await filler.run('moderator', { type: 'unlock-queue' });
  }
  await filler.close();

  await moderator.context().route('**/api/audit?*', (route) => route.abort());
  await moderator.goto(auditOf(links.moderator));
  await expect(moderator.getByText('The audit could not be read')).toBeVisible();
  await moderator.context().unroute('**/api/audit?*');
  await moderator.getByRole('button', { name: 'Try again' }).tap();
  await expect(moderator.getByText('1000 of 2402 events read so far')).toBeVisible();
  await expect(moderator.getByRole('row').nth(1)).toContainText('Unlocked the queue');
  expect(await moderator.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);
  // Asked to wait, the page waits, until told to stop.
  const wait = { ok: false, error: { code: 'rate-limited', message: 'wait', retryAfterMs: 60_000 } };
  await moderator.context().route('**/api/audit?*', (route) => route.fulfill({ status: 429, json: wait }));
  await moderator.getByRole('button', { name: 'Load all the rest' }).press('Enter');
  await expect(moderator.getByText('Reading goes on by itself in a moment')).toBeVisible();
  await moderator.getByRole('button', { name: 'Stop reading' }).press('Enter');
  await expect(moderator.getByRole('status').filter({ hasText: '1000 of 2402 events read so far' })).toBeVisible();
  await expect(moderator.getByRole('button', { name: 'Load all the rest' })).toBeFocused();
  await moderator.context().unroute('**/api/audit?*');
  await moderator.getByRole('button', { name: 'Load 1000 more' }).press('Enter');
  // What the first call brought of the log's beginning joins on.
  await expect(moderator.getByText('2402 events', { exact: true })).toBeVisible();
  await moderator.getByRole('button', { name: /^Newest first/ }).tap();
  await moderator.getByRole('option', { name: 'Oldest first' }).tap();
  await expect(moderator.getByRole('row').nth(1)).toContainText('Scheduled the session');
});
