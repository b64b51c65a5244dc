import type { Browser, Page } from '@playwright/test';
import * as z from 'zod/mini';
import { openFiller } from '../e2e/fill.ts';
import type { SessionLinks } from '../e2e/organiser.ts';
import { percentile } from './figures.ts';

const WAITING = 500;
const PUBLIC = 100;
/** Key repeat as most systems have it. */
const REPEAT_MS = 33;
const ARRIVALS_MS = 200;
const FRAME_MS = 16;

/** Of Chromium's trace, in microseconds; what a task is made of stands in events of its own. */
const TraceEvent = z.object({
  name: z.string(),
  pid: z.int(),
  tid: z.int(),
  dur: z.optional(z.number()),
  tdur: z.optional(z.number()),
  args: z.optional(z.object({ name: z.optional(z.unknown()) })),
});
const Trace = z.object({ traceEvents: z.array(TraceEvent) });

/** Runs `work` and resolves with what each task took on the page's main thread: milliseconds of CPU. */
async function traced(browser: Browser, page: Page, work: () => Promise<void>): Promise<number[]> {
  await browser.startTracing(page, { categories: ['toplevel', 'devtools.timeline', 'disabled-by-default-devtools.timeline'] });
  await work();
  const { traceEvents } = Trace.parse(JSON.parse((await browser.stopTracing()).toString()));
  const mains = traceEvents.filter(({ name, args }) => name === 'thread_name' && args?.name === 'CrRendererMain');
  const isMain = ({ pid, tid }: { pid: number; tid: number }) => mains.some((main) => main.pid === pid && main.tid === tid);
  return traceEvents.flatMap((event) => (event.name === 'RunTask' && isMain(event) ? [(event.tdur ?? event.dur ?? 0) / 1000] : []));
}

function told(name: string, tasks: readonly number[]): string {
  const long = tasks.filter((ms) => ms > FRAME_MS).length;
  const ms = (value: number) => `${value.toFixed(1)} ms`.padStart(9);
  return `${name.padEnd(46)} p99 ${ms(percentile(tasks, 0.99))}   longest ${ms(Math.max(...tasks))}   over ${FRAME_MS} ms: ${long} of ${tasks.length}`;
}

/** What a desk with 500 waiting questions, 100 public ones and five more a second asks of its page's main thread, by what one does. */
export async function measureDesk(browser: Browser, dataDir: string, links: SessionLinks): Promise<string[]> {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
  const page = await context.newPage();
  await page.goto(links.moderator);
  await page.getByRole('button', { name: 'Open for questions' }).click();
  const filler = await openFiller(dataDir, links.viewer);
  let asked = 0;
  const ask = () =>
    filler.ask({ text: `Bench question ${++asked}: ${'is a mild fever after a vaccination common? '.repeat(1 + (asked % 7))}` });
  for (let n = 0; n < PUBLIC; n++) await filler.run('moderator', { type: 'approve-question', questionId: await ask() });
  for (let n = 0; n < WAITING; n++) await ask();
  const list = page.getByRole('listbox');
  await page.getByRole('option').first().waitFor();
  await page.getByRole('group', { name: 'Show' }).getByText(String(WAITING), { exact: true }).first().waitFor();
  await list.focus();

  const lines: string[] = [];
  const timer = setInterval(() => void ask().catch(() => clearInterval(timer)), ARRIVALS_MS);
  const measure = async (name: string, work: () => Promise<void>) => void lines.push(told(name, await traced(browser, page, work)));
  const repeat = async (times: number, everyMs: number, work: () => Promise<void>) => {
    for (let n = 0; n < times; n++) {
      await work();
      await page.waitForTimeout(everyMs);
    }
  };
  await measure('nothing but questions that come', () => page.waitForTimeout(4000));
  await measure('J held down', () => repeat(90, REPEAT_MS, () => page.keyboard.press('j')));
  const box = await list.boundingBox();
  await page.mouse.move((box?.x ?? 0) + 50, (box?.y ?? 0) + 100);
  await measure('scrolled by a wheel', () => repeat(60, REPEAT_MS, () => page.mouse.wheel(0, 240)));
  await list.focus();
  await measure('approved, twice a second', () => repeat(10, 500, () => page.keyboard.press('a')));
  await measure('a word looked for', async () => {
    await page.keyboard.press('/');
    for (const letter of 'question 37') {
      await page.keyboard.press(letter);
      await page.waitForTimeout(100);
    }
  });
  clearInterval(timer);
  await filler.close();
  await context.close();
  return lines;
}
