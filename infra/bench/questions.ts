import type { Browser, Page } from '@playwright/test';
import { rateLimits } from '@bedside/shared/limits.ts';
import type { SessionLinks } from '../e2e/organiser.ts';
import { line } from './figures.ts';

const READING_MS = 500;

/** Resolves with the page's clock, in ms since 1970, once a text shows on it. All pages share this machine's clock. */
async function whenShown(page: Page, text: string): Promise<number> {
  return page.evaluate((wanted) => {
    const { promise, resolve } = Promise.withResolvers<number>();
    const look = () => {
      // Not innerText: it leaves out what is scrolled out of sight.
      if (!document.body.textContent.includes(wanted)) return;
      observer.disconnect();
      resolve(Date.now());
    };
    const observer = new MutationObserver(look);
    observer.observe(document.body, { childList: true, subtree: true, characterData: true });
    look();
    return promise;
  }, text);
}

/** From a patient's click to the moderator's screen, and from the moderator's key to another patient's screen. */
export async function measureQuestions(browser: Browser, links: SessionLinks, rounds: number): Promise<string[]> {
  const open = async (link: string) => {
    const page = await (await browser.newContext({ viewport: { width: 1440, height: 900 } })).newPage();
    await page.goto(link);
    await page.getByRole('heading', { level: 1 }).waitFor();
    return page;
  };
  const moderator = await open(links.moderator);
  await moderator.getByRole('button', { name: 'Open for questions' }).click();
  const reader = await open(links.viewer);
  const toModerator: number[] = [];
  const toPatient: number[] = [];
  let asker = await open(links.viewer);
  for (let round = 0; round < rounds; round++) {
    // Nobody may ask faster than the limit; another patient asks on.
    if (round > 0 && round % rateLimits.ask.person.points === 0) {
      await asker.context().close();
      asker = await open(links.viewer);
    }
    const text = `Bench question ${round}: is a fever of 38 degrees after a vaccination common?`;
    await asker.getByRole('textbox', { name: 'Your question' }).fill(text);
    const seen = whenShown(moderator, text);
    const sent = Date.now();
    await asker.getByRole('button', { name: 'Send my question' }).click();
    toModerator.push((await seen) - sent);

    // The desk takes no key for a question that nobody can have read yet.
    await moderator.waitForTimeout(READING_MS);
    const shown = whenShown(reader, text);
    const pressed = Date.now();
    await moderator.keyboard.press('a');
    toPatient.push((await shown) - pressed);
  }
  for (const page of [moderator, reader, asker]) await page.context().close();
  return [line("submit to the moderator's screen", toModerator), line("approval to a patient's screen", toPatient)];
}
