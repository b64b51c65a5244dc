import type { Browser } from '@playwright/test';
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import type { SessionLinks } from '../e2e/organiser.ts';

const kB = (bytes: number) => `${(bytes / 1000).toFixed(1)} kB`;

/** As client/vite.config.ts names them. */
const isMedia = (url: string) => /\/(?:mediasoup-client|media)-[\w-]+\.js$/.test(url);

/** JavaScript that a patient's page asks for until the session shows, but for what plays the picture, which comes beside it; gzip level 9. */
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
  const urls = [...scripts.keys()].filter((url) => !isMedia(url));
  const total = urls.reduce((sum, url) => sum + (scripts.get(url) ?? 0), 0);
  const assets = path.resolve(import.meta.dirname, '../../client/dist/assets');
  const later = (await readdir(assets)).filter((file) => isMedia(`/${file}`));
  const media = await Promise.all(later.map(async (file) => gzipSync(await readFile(path.join(assets, file)), { level: 9 }).length));
  return [
    `${'JavaScript to first paint, gzip'.padEnd(72)} ${kB(total)}   (aim: under 180 kB)`,
    `${'what plays the picture, loaded beside it'.padEnd(72)} ${kB(media.reduce((sum, bytes) => sum + bytes, 0))}`,
  ];
}
