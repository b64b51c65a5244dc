import type { Page } from '@playwright/test';
import { approve, openRoom, own, vote } from './acts.ts';
import { expect, phone, test } from './fixtures.ts';

const text = 'How often should a spacer be washed?';

async function expectNoSidewaysScroll(page: Page) {
  const [content, width] = await page.evaluate(() => [document.documentElement.scrollWidth, innerWidth]);
  expect(content).toBeLessThanOrEqual(width ?? 0);
}

/** WCAG 2.5.8 asks for 24 px; on a phone we hold what a thumb needs. */
async function expectThumbSized(page: Page) {
  const small = await page.evaluate(() =>
    [...document.querySelectorAll('button, a[href], [role=tab], input, textarea')]
      // Not what only a screen reader finds.
      .filter((element) => element.checkVisibility() && !element.closest('[class*=VisuallyHidden], [class*=skip], [tabindex="-1"]'))
      .map((element) => ({ element, box: (element.closest('label') ?? element).getBoundingClientRect() }))
      .filter(({ box }) => box.height > 1 && box.height < 43.5 && box.bottom > 0)
      .map(({ element, box }) => `${element.outerHTML.slice(0, 120)} is ${box.height} px high`),
  );
  expect(small).toEqual([]);
}

for (const width of [390, 360]) {
  test(`a patient with a phone of ${width} px asks and votes with one thumb`, async ({ open, schedule }) => {
    const links = await schedule();
    const moderator = await open(links.moderator);
    await openRoom(moderator);
    const patient = await open(links.viewer, { ...phone, viewport: { width, height: 780 } });
    await expectNoSidewaysScroll(patient);
    await expectThumbSized(patient);

    await patient.getByRole('button', { name: 'Ask a question' }).tap();
    const sheet = patient.getByRole('dialog');
    await sheet.getByRole('textbox', { name: 'Your question' }).fill(text);
    await expectThumbSized(patient);
    await sheet.getByRole('button', { name: 'Send my question' }).tap();
    await expect(sheet).toHaveCount(0);
    await expect(own(patient)).toContainText('Waiting to be read');
    await approve(moderator, text);
    await vote(patient, text).tap();
    await expect(vote(patient, text)).toHaveText('1');
    await expectNoSidewaysScroll(patient);
    await expectThumbSized(patient);
    await expect(patient.getByRole('button', { name: 'Emergency help' })).toBeInViewport();
  });
}
