import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
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
/** As a page does, each votes on every question, and on one again only once the vote before is acked. */
const QUESTIONS = 10;
/** Pages that vote beside a disk that is slow, and nothing else. */
const FEW = 20;
/** In which all begin a round. */
const SPREAD_MS = 1000;
/** Bytes that may be held while votes wait: for each its parsed call and its ack. */
const HELD_MOST = 100 * MB;
/** One by one there would be an append for each. */
const GATHERED_LEAST = 20;
const PATIENCE_MS = 120_000;

export const slowDisk: Fault = {
  name: 'slow-disk',
  title: 'each commit waits 0.2 to 1 s for the disk: votes are gathered and acked late but right, and the event loop does not wait',
  impossible: () => (process.platform === 'linux' ? undefined : 'libraries are preloaded with LD_PRELOAD on Linux'),
  async run({ scale, say }) {
    const [voters, rounds, times] = scale === 'full' ? [400, 2, 10] : [40, 1, 3];
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
      const questionIds: QuestionId[] = [];
      for (let n = 1; n <= QUESTIONS; n++)
        questionIds.push(await publicQuestion(session, asker, `What if the disk is slow, in ${n} words?`));
      asker.close();
      for (let number = 0; number < voters; number++) pages.push(await enter(server.url, session.sessionId));
      const settled = await settledBytes(server);
      const heldBefore = await heldBytes(server);

      await writeFile(flag, '');
      // Few votes, so that nothing but the disk could hold up the event loop.
      const calm: number[] = [];
      const [firstId] = questionIds;
      if (!firstId) throw new Error('no question was asked');
      const few = pages.slice(0, FEW).map((page, index) => voteOften(page, firstId, times, `few-${index}`, calm, () => {}));
      const { lagMs: calmLagMs } = await worstWhile(server, async () => void (await Promise.all(few)));
      if (percentile(calm, 0.5) < SLOW_MS.least) throw new Error('the disk was not slow: nothing was tried here');
      if (calmLagMs >= SLOW_MS.least) throw new Error(`the event loop waited ${calmLagMs.toFixed(0)} ms, as long as the disk`);
      say('few votes: acked late, and the event loop did not wait');
      const before = await scrape(server.url);

      const delays: number[] = [];
      const wants = new Map<string, boolean>();
      const voteAll = (round: number) =>
        Promise.all(
          pages.flatMap((page, index) =>
            questionIds.map((id, at) =>
              voteOften(page, id, times, `${round}-${index}-${at}`, delays, (on) => wants.set(`${index} ${at}`, on)),
            ),
          ),
        );
      const worst = await worstWhile(server, async () => {
        for (let round = 1; round <= rounds; round++) {
          await voteAll(round);
          say(`round ${round}: ${delays.length} votes acked`);
        }
      });
      // Collecting garbage holds up the event loop: in a round of its own, once the first of its votes are acked.
      const acked = delays.length;
      const more = voteAll(rounds + 1);
      let held = 0;
      while (delays.length < acked + pages.length * QUESTIONS) {
        held = Math.max(held, (await heldBytes(server)) - heldBefore);
        await Promise.race([more, new Promise((resolve) => setTimeout(resolve, 100))]);
      }
      await more;
      await rm(flag);
      if (held > HELD_MOST) throw new Error(`the node held ${(held / MB).toFixed(0)} MB while votes waited`);
      if (percentile(delays, 0.5) < SLOW_MS.least) throw new Error('the disk was not slow: nothing was tried here');
      const after = await scrape(server.url);
      const appends = total(after, 'bedside_appends_total', 'outcome="ok"') - total(before, 'bedside_appends_total', 'outcome="ok"');
      if (delays.length / appends < GATHERED_LEAST) throw new Error(`${appends} appends for ${delays.length} votes`);

      const votes = [...wants.values()].filter(Boolean).length;
      const sum = () => session.moderator.view().questions.reduce((all, question) => all + question.votes, 0);
      await session.moderator.until(() => sum() === votes, `${votes} votes`);
      session.close();
      await server.kill();
      await judgeLog(server, session.sessionId, votes);
      return [
        { name: 'votes acked, all right', value: delays.length, unit: '' },
        { name: 'votes to an append', value: delays.length / appends, unit: '' },
        { name: 'ack, median', value: percentile(delays, 0.5), unit: 'ms' },
        { name: 'ack, p99', value: percentile(delays, 0.99), unit: 'ms' },
        { name: "event loop's delay beside few votes, p99 of the worst 0.1 s", value: calmLagMs, unit: 'ms', aim: { atMost: 100 } },
        { name: `the same, with ${voters * QUESTIONS} votes that wait`, value: worst.lagMs, unit: 'ms' },
        { name: 'held for votes that wait', value: held / MB, unit: 'MB', aim: { atMost: 50 } },
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

/** Votes on and off; the last wish is what has to count. */
async function voteOften(
  page: RawPage,
  questionId: QuestionId,
  times: number,
  name: string,
  delays: number[],
  wish: (on: boolean) => void,
): Promise<void> {
  await sleep(Math.random() * SPREAD_MS);
  const last = Math.random() < 0.5;
  for (let number = 0; number < times; number++) {
    const on = (times - 1 - number) % 2 === 0 ? last : !last;
    const begun = performance.now();
    const command = { type: 'cast-vote', questionId, on };
    const answer = await within(
      PATIENCE_MS,
      'a vote on a slow disk',
      page.ask('session:command', { commandId: `vote-${name}-${number}`, command }),
    );
    if (!answer?.startsWith('[{"ok":true')) throw new Error(`a vote was not taken: ${answer}`);
    delays.push(performance.now() - begun);
  }
  wish(last);
}

/** As another process finds it after the node was killed: each vote that was acked. */
async function judgeLog({ dataDir }: ServerProcess, sessionId: SessionId, votes: number): Promise<void> {
  const store = await openSqliteStore(join(dataDir, 'bedside.db'));
  try {
    const broken = await store.verifyChain(sessionId);
    if (broken !== null) throw new Error(`the chain breaks at ${broken}`);
    const on = new Map<string, boolean>();
    for (const { fact } of await store.events(sessionId, 0))
      if (fact.type === 'votes-cast') for (const vote of fact.votes) on.set(`${vote.voter} ${vote.questionId}`, vote.on);
    const found = [...on.values()].filter(Boolean).length;
    if (found !== votes) throw new Error(`${votes} votes were acked, and ${found} are in the log`);
  } finally {
    await store.close();
  }
}
