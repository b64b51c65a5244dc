import { type Browser, type BrowserContextOptions, type Page, test as base } from '@playwright/test';
import { type SessionLinks, scheduleSession } from './organiser.ts';
import { type Server, startServer } from './server.ts';

export { expect } from '@playwright/test';

export const phone: BrowserContextOptions = { viewport: { width: 390, height: 844 }, deviceScaleFactor: 2, hasTouch: true, isMobile: true };

type Fixtures = {
  server: Server;
  /** Opens a link as a person of its own: another cookie jar, like another device. */
  open: (link: string, options?: BrowserContextOptions) => Promise<Page>;
  /** A fresh, empty session. */
  schedule: (title?: string) => Promise<SessionLinks>;
};

async function openPage(browser: Browser, link: string, options: BrowserContextOptions, errors: string[]): Promise<Page> {
  const context = await browser.newContext({ permissions: ['camera', 'microphone'], ...options });
  const page = await context.newPage();
  page.on('pageerror', (error) => errors.push(`${page.url()}: ${error.stack ?? error.message}`));
  await page.goto(link);
  return page;
}

export const test = base.extend<Fixtures>({
  // oxlint-disable-next-line no-empty-pattern -- Playwright reads the first argument's shape
  server: async ({}, use) => {
    const server = await startServer();
    await use(server);
    await server.stop();
  },
  open: async ({ browser }, use) => {
    const errors: string[] = [];
    const pages: Page[] = [];
    await use(async (link, options = {}) => {
      const page = await openPage(browser, link, options, errors);
      pages.push(page);
      return page;
    });
    for (const page of pages) await page.context().close();
    if (errors.length > 0) throw new Error(`errors on pages:\n${errors.join('\n')}`);
  },
  schedule: async ({ server }, use) => {
    await use((title = 'Asthma in children: ask a paediatrician') => scheduleSession(server, title));
  },
});
