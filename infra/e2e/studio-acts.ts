import type { Page } from '@playwright/test';
import * as z from 'zod';

/** `width` as it was sent, `shown` as it is on the page. */
const readPictures = `(() => {
  const of = (video) => video && { width: video.videoWidth, shown: video.getBoundingClientRect().width, time: video.currentTime };
  const [screen, camera] = ['The doctor’s screen', null].map((name) =>
    [...document.querySelectorAll('video')].find((video) => video.getAttribute('aria-label') === name),
  );
  return { screen: of(screen) ?? null, camera: of(camera) ?? null };
})()`;

const Shown = z.nullable(z.object({ width: z.number(), shown: z.number(), time: z.number() }));
const Pictures = z.object({ screen: Shown, camera: Shown });

/** A patient's two pictures. */
export const pictures = async (page: Page) => Pictures.parse(await page.evaluate(readPictures));
