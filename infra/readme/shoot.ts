import { type Browser, type BrowserContextOptions, chromium, type Page } from '@playwright/test';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { browserArgs, chromiumPath } from '../e2e/browser.ts';
import { startServer } from '../e2e/server.ts';

// Takes README's pictures anew from the demonstration session: node infra/readme/shoot.ts
const here = import.meta.dirname;

/** A camera that sees the drawing: Chromium's fake device plays a file of JPEGs, one after the other. */
async function drawCamera(file: string): Promise<void> {
  const browser = await chromium.launch({ executablePath: chromiumPath, args: browserArgs });
  const page = await browser.newPage({ viewport: { width: 1280, height: 720 } });
  await page.setContent(`<style>body{margin:0}</style>${await readFile(path.join(here, 'doctor.svg'), 'utf8')}`);
  const frame = await page.screenshot({ type: 'jpeg', quality: 90 });
  await browser.close();
  await writeFile(file, Buffer.concat(Array.from({ length: 4 }, () => frame)));
}

async function open(browser: Browser, link: string, options: BrowserContextOptions = {}): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, permissions: ['camera', 'microphone'], ...options });
  const page = await context.newPage();
  await page.goto(link);
  return page;
}

const folder = await mkdtemp(path.join(tmpdir(), 'bedside-readme-'));
const camera = path.join(folder, 'camera.mjpeg');
await drawCamera(camera);
const server = await startServer();
const browser = await chromium.launch({
  executablePath: chromiumPath,
  args: [...browserArgs, `--use-file-for-fake-video-capture=${camera}`],
});
try {
  const doctor = await open(browser, server.links.doctor);
  const moderator = await open(browser, server.links.moderator);
  const patient = await open(browser, server.links.patient);
  const phone = await open(browser, server.links.patient, {
    viewport: { width: 390, height: 800 },
    isMobile: true,
    hasTouch: true,
    colorScheme: 'dark',
  });
  await doctor.getByRole('button', { name: 'Go live' }).click();
  await doctor.getByRole('button', { name: 'A captioner types them' }).click();
  await doctor
    .getByRole('button', { name: /^Answer/ })
    .first()
    .click();
  await doctor.getByRole('button', { name: 'Dismiss' }).click();
  for (const page of [patient, phone]) {
    await page.locator('video[data-state=playing]').waitFor();
    await page.waitForFunction(() => (document.querySelector('video')?.videoWidth ?? 0) >= 640);
  }
  for (const [name, page] of Object.entries({ doctor, moderator, patient, phone })) {
    await page.screenshot({ path: path.join(here, `${name}.jpg`), type: 'jpeg', quality: 60 });
  }
} finally {
  await browser.close();
  await server.stop();
  await rm(folder, { recursive: true });
}
