import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { QuestionId, SessionId } from '@bedside/shared/ids.ts';
import { openClient, visit } from '../../server/testing/client.ts';
import { type ServerProcess, spawnServer } from '../../server/testing/process.ts';
import { openSqliteStore } from '../../server/store/sqlite.ts';
import { percentile } from '../bench/figures.ts';
import { scrape, total } from '../../server/testing/scrape.ts';
import { heldBytes, settledBytes, worstWhile } from './memory.ts';
import type { Fault } from './fault.ts';
import { openSession, publicQuestion } from './one-session.ts';
import { openRaw, type RawPage } from './raw-page.ts';
import { within } from './within.ts';

const run = promisify(execFile);
const MB = 1024 * 1024;
/** Of a network disk that has used up its credits. */
const SLOW_MS = { least: 200, most: 1000 };
/** Votes of one page that wait at once: below what it may send at once (`limits.packetBurst`). */
const ABREAST = 100;
/** Bytes that may be held while votes wait: for each its parsed call and its ack, beside what a busy event loop has in hand. */
const heldMost = (waiting: number) => 64 * MB + waiting * 16_384;
/** One by one there would be an append for each. */
const GATHERED_LEAST = 20;
const PATIENCE_MS = 120_000;

export const slowDisk: Fault = {
  name: 'slow-disk',
  title: 'each commit waits 0.2 to 1 s for the disk: votes are gathered and acked late but right, and the event loop does not wait',
  impossible: () => (process.platform === 'linux' ? undefined : 'libraries are preloaded with LD_PRELOAD on Linux'),
  async run({ scale, say }) {
    const [voters, rounds] = scale === 'full' ? [400, 5] : [40, 1];
    const folder = await mkdtemp(join(tmpdir(), 'bedside-slow-'));
    const flag = join(folder, 'slow');
    const server = await spawnServer({
      env: {
        LD_PRELOAD: await buildSlowSync(folder),
        SLOW_SYNC_WHILE: flag,
        SLOW_SYNC_MIN_MS: String(SLOW_MS.least),
        SLOW_SYNC_MAX_MS: String(SLOW_MS.most),
      },
    });
    const pages: RawPage[] = [];
    try {
      const session = await openSession(server);
      const asker = await openClient(await visit(server.url), session.sessionId, 'viewer');
      const questionId = await publicQuestion(session, asker, 'What if the disk is slow?');
      asker.close();
      for (let number = 0; number < voters; number++) pages.push(await enter(server.url, session.sessionId));
      const before = await scrape(server.url);
      const settled = await settledBytes(server);
      const heldBefore = await heldBytes(server);

      await writeFile(flag, '');
      const delays: number[] = [];
      const wants = new Map<RawPage, boolean>();
      const floodAll = (round: number) =>
        Promise.all(pages.map((page, index) => flood(page, questionId, round * 10_000 + index, delays, wants)));
      const worst = await worstWhile(server, async () => {
        for (let round = 1; round <= rounds; round++) {
          await floodAll(round);
          say(`round ${round}: ${delays.length} votes acked`);
        }
      });
      // Collecting garbage holds up the event loop: in a round of its own, once the first of its votes are acked.
      const acked = delays.length;
      const more = floodAll(rounds + 1);
      let held = 0;
      while (delays.length < acked + pages.length * ABREAST) {
        held = Math.max(held, (await heldBytes(server)) - heldBefore);
        await Promise.race([more, new Promise((resolve) => setTimeout(resolve, 100))]);
      }
      await more;
      await rm(flag);
      if (held > heldMost(voters * ABREAST)) throw new Error(`the node held ${(held / MB).toFixed(0)} MB while votes waited`);
      if (percentile(delays, 0.5) < SLOW_MS.least) throw new Error('the disk was not slow: nothing was tried here');
      const after = await scrape(server.url);
      const appends = total(after, 'bedside_appends_total', 'outcome="ok"') - total(before, 'bedside_appends_total', 'outcome="ok"');
      if (delays.length / appends < GATHERED_LEAST) throw new Error(`${appends} appends for ${delays.length} votes`);

      const votes = [...wants.values()].filter(Boolean).length;
      const isRight = () => session.moderator.view().questions.find(({ id }) => id === questionId)?.votes === votes;
      await session.moderator.until(isRight, `${votes} votes`);
      session.close();
      await server.kill();
      await judgeLog(server, session.sessionId, votes);
      return [
        { name: 'votes acked, all right', value: delays.length, unit: '' },
        { name: 'votes to an append', value: delays.length / appends, unit: '' },
        { name: 'ack, median', value: percentile(delays, 0.5), unit: 'ms' },
        { name: 'ack, p99', value: percentile(delays, 0.99), unit: 'ms' },
        { name: "event loop's delay, p99 of the worst 0.1 s", value: worst.lagMs, unit: 'ms', aim: { atMost: 100 } },
        { name: 'held for votes that wait', value: held / MB, unit: 'MB', aim: { atMost: 50 } },
        { name: 'of it for each', value: held / 1024 / (voters * ABREAST), unit: 'kB' },
        { name: 'memory, garbage included, at most', value: (worst.bytes - settled) / MB, unit: 'MB' },
      ];
    } finally {
      for (const page of pages) page.end();
      await server.close();
      await rm(folder, { recursive: true, force: true });
    }
  },
};

async function buildSlowSync(folder: string): Promise<string> {
  const library = join(folder, 'slow-sync.so');
  const source = join(import.meta.dirname, 'slow-sync.c');
  await run('cc', ['-std=gnu17', '-O2', '-Wall', '-Wextra', '-Werror', '-shared', '-fPIC', '-o', library, source, '-ldl']);
  return library;
}

async function enter(url: string, sessionId: SessionId): Promise<RawPage> {
  const page = await openRaw({ url, cookie: (await visit(url)).cookie() });
  const answer = await page.ask('session:join', { sessionId, as: 'viewer' });
  if (!answer?.startsWith('[{"ok":true')) throw new Error(`the join was refused: ${answer}`);
  return page;
}

/** Votes on and off without waiting for acks; the last wish is what has to count. */
async function flood(page: RawPage, questionId: QuestionId, name: number, delays: number[], wants: Map<RawPage, boolean>): Promise<void> {
  const last = name % 2 === 0;
  const votes = Array.from({ length: ABREAST }, async (_, number) => {
    const on = (ABREAST - 1 - number) % 2 === 0 ? last : !last;
    const begun = performance.now();
    const command = { type: 'cast-vote', questionId, on };
    const answer = await page.ask('session:command', { commandId: `vote-${name}-${number}`, command });
    if (!answer?.startsWith('[{"ok":true')) throw new Error(`a vote was not taken: ${answer}`);
    delays.push(performance.now() - begun);
  });
  await within(PATIENCE_MS, 'votes on a slow disk', Promise.all(votes));
  wants.set(page, last);
}

/** As another process finds it after the node was killed: each vote that was acked. */
async function judgeLog({ dataDir }: ServerProcess, sessionId: SessionId, votes: number): Promise<void> {
  const store = await openSqliteStore(join(dataDir, 'bedside.db'));
  try {
    const broken = await store.verifyChain(sessionId);
    if (broken !== null) throw new Error(`the chain breaks at ${broken}`);
    const on = new Map<string, boolean>();
    for (const { fact } of await store.events(sessionId, 0))
      if (fact.type === 'votes-cast') for (const vote of fact.votes) on.set(vote.voter, vote.on);
    const found = [...on.values()].filter(Boolean).length;
    if (found !== votes) throw new Error(`${votes} votes were acked, and ${found} are in the log`);
  } finally {
    await store.close();
  }
}
