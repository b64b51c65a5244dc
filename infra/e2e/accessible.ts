import type { Page } from '@playwright/test';
import axe from 'axe-core';
import * as z from 'zod';
import { expect } from './fixtures.ts';

const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** https://github.com/dequelabs/axe-core/blob/develop/doc/API.md#results-object */
const Violations = z.array(
  z.object({ id: z.string(), nodes: z.array(z.object({ html: z.string(), failureSummary: z.optional(z.string()) })) }),
);

/** Nothing found, in light and in dark: there only colours differ. */
export async function expectAccessible(page: Page, state: string) {
  // Under a modal dialog the page is hidden from everyone, its landmarks and headings with it.
  const modal = await page.getByRole('dialog').or(page.getByRole('alertdialog')).count();
  const off = modal > 0 ? { 'landmark-one-main': { enabled: false }, 'page-has-heading-one': { enabled: false } } : {};
  const runs = {
    light: { runOnly: { type: 'tag', values: tags }, rules: off },
    dark: { runOnly: { type: 'rule', values: ['color-contrast'] } },
  } as const;
  // A document keeps it; each time anew it took longer than looking.
  if (!(await page.evaluate('"axe" in window'))) await page.evaluate(axe.source);
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    const options = JSON.stringify({ ...runs[colorScheme], resultTypes: ['violations'] });
    const violations = Violations.parse(await page.evaluate(`axe.run(document, ${options}).then(({ violations }) => violations)`));
    const found = violations.map(
      ({ id, nodes }) => `${id}: ${nodes.map(({ html, failureSummary }) => `${html} ${failureSummary}`).join('\n')}`,
    );
    expect(found, `${state}, ${colorScheme}`).toEqual([]);
  }
}
