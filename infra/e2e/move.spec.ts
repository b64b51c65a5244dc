import type { Browser, Page } from '@playwright/test';
import * as z from 'zod';
import { approve, ask, goLive, openRoom, own, queueOf, vote } from './acts.ts';
import { expect, test } from './fixtures.ts';
import { expectMoving, expectSound, type MediaPage, openMedia } from './media-acts.ts';
import { createMoves, type Moves, watchStage } from './moves.ts';

type MovingPage = MediaPage & { moves: Moves };

async function openMoving(browser: Browser, link: string): Promise<MovingPage> {
  let moves: Moves | undefined;
  const opened = await openMedia(browser, link, {
    async prepare(context) {
      moves = await createMoves(context);
    },
  });
  if (!moves) throw new Error('not prepared');
  return { ...opened, moves };
}

test('[R9] [S9] a patient is moved from node to node, and neither sees nor hears of it', async ({ browser, schedule }) => {
  const links = await schedule();
  const doctor = await openMedia(browser, links.host);
  const { page, moves, close } = await openMoving(browser, links.viewer);
  await goLive(doctor.page);
  await expectMoving(page);
  const shown = await watchStage(page);
  for (let move = 2; move <= 4; move += 1) {
    const before = await made(page);
    moves.move();
    await expect.poll(() => moves.connections(), 'another connection').toBe(move);
    await expect.poll(() => made(page), 'another transport').toBeGreaterThan(before);
    await expect.poll(() => openOf(page), 'the one before is closed').toBe(1);
    await expectMoving(page);
    await expectSound(page);
  }
  const { worst, states } = await shown();
  test.info().annotations.push({ type: 'longest without a new picture, ms', description: String(Math.round(worst)) });
  expect(states).toEqual(['playing']);
  await close();
  await doctor.close();
});

test('[S10] a doctor is moved, and patients keep their picture', async ({ browser, schedule }) => {
  const links = await schedule();
  const doctor = await openMoving(browser, links.host);
  const patients = [await openMedia(browser, links.viewer), await openMedia(browser, links.viewer)];
  await goLive(doctor.page);
  const watching = [];
  for (const { page } of patients) {
    await expectMoving(page);
    watching.push(await watchStage(page));
  }
  for (const _move of [1, 2]) {
    const pages = [doctor, ...patients].map(({ page }) => page);
    const before = await Promise.all(pages.map(made));
    doctor.moves.move();
    for (const [index, page] of pages.entries()) {
      await expect.poll(() => made(page), 'another transport').toBeGreaterThan(before[index] ?? 0);
      await expect.poll(() => openOf(page), 'the one before is closed').toBe(1);
    }
    for (const { page } of patients) {
      await expectMoving(page);
      await expectSound(page);
    }
    await expect(doctor.page.getByText('Another window has taken over')).toHaveCount(0);
  }
  for (const shown of watching) {
    const { worst, states } = await shown();
    test.info().annotations.push({ type: 'longest without a new picture, ms', description: String(Math.round(worst)) });
    // One server closes the transport that is replaced, so that a busy machine may have to tell of it.
    for (const state of ['lost', 'no-stream', 'starting', 'failed']) expect(states).not.toContain(state);
  }
  for (const each of [doctor, ...patients]) await each.close();
});

test('[R8] [R9] questions and votes are neither lost nor doubled by a move', async ({ browser, schedule, open }) => {
  const links = await schedule();
  const moderator = await open(links.moderator);
  await openRoom(moderator);
  const { page, moves, close } = await openMoving(browser, links.viewer);
  const texts = ['Is a peak flow meter worth having at home?', 'Does cold air bring an attack on?', 'May she run at school?'];
  for (const text of texts) {
    moves.move();
    await ask(page, text);
    await expect(own(page).getByText(text)).toHaveCount(1);
    await approve(moderator, text);
    await expect(vote(page, text)).toHaveText('0');
    moves.move();
    await vote(page, text).click();
    await expect(vote(page, text)).toHaveText('1');
    await expect(queueOf(page).getByText(text)).toHaveCount(1);
  }
  for (const text of texts) await expect(vote(page, text)).toHaveText('1');
  // Those in quick succession are one.
  expect(moves.connections()).toBeGreaterThan(2);
  await close();
});

/** WebRTC connections that a page has made so far, and those that are open. */
const made = async (page: Page) => z.number().parse(await page.evaluate('window.connections.length'));
const openOf = (page: Page) => page.evaluate("window.connections.filter((each) => each.connectionState !== 'closed').length");
