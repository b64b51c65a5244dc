import type { Browser, BrowserContext } from '@playwright/test';
import type { SessionLinks } from '../e2e/organiser.ts';
import { line } from './figures.ts';

type Marks = { join: number; frame: number };

declare global {
  interface Window {
    bench?: Promise<Marks>;
  }
}

/** Runs before the page's own scripts: marks when it asks to join and when a video presents its first frame. */
function watchPage(): void {
  const { promise, resolve } = Promise.withResolvers<Marks>();
  window.bench = promise;
  let join = 0;
  const send = WebSocket.prototype.send;
  WebSocket.prototype.send = function (data) {
    if (join === 0 && typeof data === 'string' && data.includes('"session:join"')) join = performance.now();
    send.call(this, data);
  };
  const observer = new MutationObserver(() => {
    const video = document.querySelector('video');
    if (!video) return;
    observer.disconnect();
    video.requestVideoFrameCallback(() => resolve({ join, frame: performance.now() }));
  });
  observer.observe(document, { childList: true, subtree: true });
}

async function watchOnce(context: BrowserContext, link: string): Promise<Marks> {
  const page = await context.newPage();
  await page.addInitScript(watchPage);
  await page.goto(link);
  const marks = await page.evaluate(() => window.bench);
  await page.close();
  if (!marks) throw new Error('the page was not watched');
  return marks;
}

/** A doctor's page goes live, and stays. */
export async function goesLive(browser: Browser, link: string): Promise<BrowserContext> {
  const context = await browser.newContext({ permissions: ['camera', 'microphone'] });
  const studio = await context.newPage();
  await studio.goto(link);
  await studio.getByRole('button', { name: 'Go live' }).click();
  await studio.getByRole('button', { name: 'A captioner types them' }).click();
  await studio.getByRole('button', { name: 'End session' }).waitFor();
  return context;
}

/** From a patient's `session:join` and from opening the page (files cached as on a second visit) to the first frame. */
export async function measureJoins(browser: Browser, link: string, rounds: number, name: string): Promise<string[]> {
  const context = await browser.newContext();
  await watchOnce(context, link);
  const samples: Marks[] = [];
  for (let round = 0; round < rounds; round++) samples.push(await watchOnce(context, link));
  await context.close();
  return [
    line(
      `join to first frame, ${name}`,
      samples.map(({ join, frame }) => frame - join),
    ),
    line(
      `opening the page to first frame, ${name}`,
      samples.map(({ frame }) => frame),
    ),
  ];
}

/** With nobody else there. */
export async function measureFirstFrame(browser: Browser, links: SessionLinks, rounds: number): Promise<string[]> {
  const studio = await goesLive(browser, links.host);
  const report = await measureJoins(browser, links.viewer, rounds, 'alone');
  await studio.close();
  return report;
}
