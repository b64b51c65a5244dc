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

/** From a patient's `session:join` and from opening the page (files cached as on a second visit) to the first frame. */
export async function measureFirstFrame(browser: Browser, links: SessionLinks, rounds: number): Promise<string[]> {
  const studio = await (await browser.newContext({ permissions: ['camera', 'microphone'] })).newPage();
  await studio.goto(links.host);
  await studio.getByRole('button', { name: 'Go live' }).click();
  await studio.getByRole('button', { name: 'A captioner types them' }).click();
  await studio.getByRole('button', { name: 'End session' }).waitFor();
  const context = await browser.newContext();
  await watchOnce(context, links.viewer);
  const samples: Marks[] = [];
  for (let round = 0; round < rounds; round++) samples.push(await watchOnce(context, links.viewer));
  await context.close();
  await studio.context().close();
  return [
    line(
      'join to first decoded frame',
      samples.map(({ join, frame }) => frame - join),
    ),
    line(
      'opening the page to first decoded frame',
      samples.map(({ frame }) => frame),
    ),
  ];
}
