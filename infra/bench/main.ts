import { chromium } from '@playwright/test';
import { browserArgs, chromiumPath } from '../e2e/browser.ts';
import { scheduleSession } from '../e2e/organiser.ts';
import { startServer } from '../e2e/server.ts';
import { measureFirstFrame } from './first-frame.ts';
import { measureFirstPaint } from './first-paint.ts';
import { measureQuestions } from './questions.ts';

/** Rounds per figure: 20, as the promise is stated for; fewer with BENCH_ROUNDS for a quick look. */
const rounds = Number(process.env.BENCH_ROUNDS ?? 20);

const server = await startServer();
const browser = await chromium.launch({ executablePath: chromiumPath, args: browserArgs });
try {
  const links = await scheduleSession(server, 'Bench: one doctor, one moderator, one patient');
  console.log(`${process.platform} ${process.arch}, Node ${process.version}, Chromium ${browser.version()}, ${rounds} rounds\n`);
  for (const line of await measureFirstPaint(browser, links)) console.log(line);
  for (const line of await measureQuestions(browser, links, rounds)) console.log(line);
  for (const line of await measureFirstFrame(browser, links, rounds)) console.log(line);
} finally {
  await browser.close();
  await server.stop();
}
