import type { Browser } from '@playwright/test';
import { gzipSync } from 'node:zlib';
import type { SessionLinks } from '../e2e/organiser.ts';

const kB = (bytes: number) => `${(bytes / 1000).toFixed(1)} kB`;

/** JavaScript that a patient's page asks for until the session shows, and what follows for the video; gzip level 9. */
export async function measureFirstPaint(browser: Browser, links: SessionLinks): Promise<string[]> {
  const page = await browser.newPage();
  const scripts = new Map<string, number>();
  const reading: Promise<void>[] = [];
  page.on('response', (response) => {
    if (!new URL(response.url()).pathname.endsWith('.js')) return;
    reading.push(response.body().then((body) => void scripts.set(response.url(), gzipSync(body, { level: 9 }).length)));
  });
  await page.goto(links.viewer);
  await page.getByRole('heading', { level: 1 }).waitFor();
  await page.waitForLoadState('networkidle');
  await Promise.all(reading);
  await page.close();
  const isMedia = (url: string) => /mediasoup/i.test(url);
  const sum = (urls: string[]) => urls.reduce((total, url) => total + (scripts.get(url) ?? 0), 0);
  const urls = [...scripts.keys()];
  return [
    `${'JavaScript to first paint, gzip'.padEnd(46)} ${kB(sum(urls.filter((url) => !isMedia(url))))}   (aim: under 180 kB)`,
    `${'mediasoup-client, loaded after'.padEnd(46)} ${kB(sum(urls.filter(isMedia)))}`,
  ];
}
