import { parseArgs } from 'node:util';
import { type Browser, chromium } from '@playwright/test';
import { browserArgs, chromiumPath } from '../e2e/browser.ts';
import { scheduleSession, type SessionLinks } from '../e2e/organiser.ts';
import { type Server, startServer } from '../e2e/server.ts';
import { describeMachine, load } from '../load/machine.ts';
import { measureAudience } from './audience.ts';
import { measureDesk } from './desk.ts';
import { measureFanOut } from './fan-out.ts';
import { measureFirstFrame } from './first-frame.ts';
import { measureFirstPaint } from './first-paint.ts';
import { measureJoining } from './joining.ts';
import { measureQuestions } from './questions.ts';
import { measureStores } from './store.ts';
import { measureVotes } from './votes.ts';

/** Rounds per figure: 20, as the promise is stated for; fewer with BENCH_ROUNDS for a quick look. */
const rounds = Number(process.env.BENCH_ROUNDS ?? 20);

const some = Math.ceil(rounds / 4);
/** For `npm run bench -- --only NAME[,NAME]`; all without. */
const parts: Readonly<Record<string, () => Promise<string[]>>> = {
  'fan-out': () => measureFanOut(some),
  votes: () => measureVotes(some),
  audience: () => measureAudience(10_000),
  store: () => measureStores(some),
  pages: measurePages,
  joining: () => measureJoining(rounds),
  desk: () => withPages((browser, links, { dataDir }) => measureDesk(browser, dataDir, links)),
};
const { only } = parseArgs({ options: { only: { type: 'string' } } }).values;
const names = only?.split(',') ?? Object.keys(parts);
const unknown = names.find((name) => !Object.hasOwn(parts, name));
if (unknown !== undefined) {
  console.error(`--only knows ${Object.keys(parts).join(', ')}, not ${unknown}.`);
  process.exit(2);
}

console.log(`${describeMachine()}, ${rounds} rounds`);
for (const name of names) {
  console.log(`\n${name} (load average ${load()})`);
  for (const line of (await parts[name]?.()) ?? []) console.log(line);
}

/** A server, a browser and a fresh session for each. */
async function withPages(measure: (browser: Browser, links: SessionLinks, server: Server) => Promise<string[]>): Promise<string[]> {
  const server = await startServer();
  const browser = await chromium.launch({ executablePath: chromiumPath, args: browserArgs });
  try {
    const links = await scheduleSession(server, 'Bench: one doctor, one moderator, one patient');
    return [`Chromium ${browser.version()}`, ...(await measure(browser, links, server))];
  } finally {
    await browser.close();
    await server.stop();
  }
}

async function measurePages(): Promise<string[]> {
  return withPages(async (browser, links) => [
    ...(await measureFirstPaint(browser, links)),
    ...(await measureQuestions(browser, links, rounds)),
    ...(await measureFirstFrame(browser, links, rounds)),
  ]);
}
