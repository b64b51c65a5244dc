import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect } from './fixtures.ts';

const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** Nothing found, in light and in dark: there only colours differ. */
export async function expectAccessible(page: Page, state: string) {
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    // Legacy mode: no page of its own for the report, which is for pages with frames.
    const axe = new AxeBuilder({ page }).setLegacyMode();
    // Under a modal dialog the page is hidden from everyone, its landmarks and headings with it.
    const modal = await page.getByRole('dialog').or(page.getByRole('alertdialog')).count();
    if (modal > 0) axe.disableRules(['landmark-one-main', 'page-has-heading-one']);
    const { violations } = await (colorScheme === 'light' ? axe.withTags(tags) : axe.withRules(['color-contrast'])).analyze();
    const found = violations.map(
      ({ id, nodes }) => `${id}: ${nodes.map(({ html, failureSummary }) => `${html} ${failureSummary}`).join('\n')}`,
    );
    expect(found, `${state}, ${colorScheme}`).toEqual([]);
  }
}
