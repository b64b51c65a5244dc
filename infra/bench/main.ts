import { parseArgs } from 'node:util';
import { chromium } from '@playwright/test';
import { browserArgs, chromiumPath } from '../e2e/browser.ts';
import { scheduleSession } from '../e2e/organiser.ts';
import { startServer } from '../e2e/server.ts';
import { measureFirstFrame } from './first-frame.ts';
import { measureFirstPaint } from './first-paint.ts';
import { measureQuestions } from './questions.ts';
import { measureStores } from './store.ts';

/** Rounds per figure: 20, as the promise is stated for; fewer with BENCH_ROUNDS for a quick look. */
const rounds = Number(process.env.BENCH_ROUNDS ?? 20);

// `npm run bench -- --only store` or `--only pages`; both without.
const { only } = parseArgs({ options: { only: { type: 'string' } } }).values;

console.log(`${process.platform} ${process.arch}, Node ${process.version}, ${rounds} rounds\n`);
if (only !== 'pages') for (const line of await measureStores(Math.ceil(rounds / 4))) console.log(line);
if (only !== 'store') await measurePages();

async function measurePages(): Promise<void> {
  const server = await startServer();
  const browser = await chromium.launch({ executablePath: chromiumPath, args: browserArgs });
  try {
    const links = await scheduleSession(server, 'Bench: one doctor, one moderator, one patient');
    console.log(`Chromium ${browser.version()}`);
    for (const line of await measureFirstPaint(browser, links)) console.log(line);
    for (const line of await measureQuestions(browser, links, rounds)) console.log(line);
    for (const line of await measureFirstFrame(browser, links, rounds)) console.log(line);
  } finally {
    await browser.close();
    await server.stop();
  }
}
