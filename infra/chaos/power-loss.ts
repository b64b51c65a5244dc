import { spawnSync } from 'node:child_process';
import { createReadStream } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { SessionId } from '@bedside/shared/ids.ts';
import { type Person, visit } from '../../server/testing/client.ts';
import { spawnServer } from '../../server/testing/process.ts';
import { cutCopies } from './cut-copies.ts';
import type { Fault } from './fault.ts';
import { judgeTrace } from './judge-trace.ts';
import { openSession } from './one-session.ts';
import { openRaw, type RawPage } from './raw-page.ts';
import { seeded } from './random.ts';
import { FIRST_MARK, markOf, straceArgs, traceReader } from './trace.ts';

const SEED = 20_261_124;
const ASKERS = 6;
/** Such a question is withdrawn again, whose erasure empties the log into the database (rule A9). */
const isWithdrawn = (number: number) => number === 20 || number % 150 === 0;

export const powerLoss: Fault = {
  name: 'power-loss',
  title: 'nothing is acked before the disk has it, and a database whose log is cut or damaged anywhere holds a whole prefix',
  impossible() {
    if (process.platform !== 'linux') return 'system calls are traced on Linux only';
    const { error, status } = spawnSync('strace', ['-qq', '-o', '/dev/null', 'true']);
    if (error) return 'strace is not installed';
    return status === 0 ? undefined : 'strace may not trace here';
  },
  async run({ scale, say }) {
    const [commands, cuts] = scale === 'full' ? [1000, 250] : [120, 20];
    const folder = await mkdtemp(join(tmpdir(), 'bedside-power-'));
    const trace = join(folder, 'trace');
    const server = await spawnServer({ under: ['strace', ...straceArgs(trace)] });
    try {
      const session = await openSession(server);
      const traffic = await openTraffic(server.url, session.sessionId, session.moderator.person);
      await traffic.until(commands);
      await server.kill();
      session.close();
      const acked = await traffic.end();

      const path = join(server.dataDir, 'bedside.db');
      const judgement = judgeTrace(await readTrace(trace), path);
      const [problem] = judgement.problems;
      if (problem !== undefined) throw new Error(`${judgement.problems.length} times; first: ${problem}`);
      const untraced = acked.filter((number) => !judgement.told.has(number));
      if (untraced.length > 0) throw new Error(`the trace lacks the acks of ${untraced.join(', ')}`);
      say(`${acked.length} acks, ${judgement.transactions.length} commits, the log began anew ${judgement.generation} times; seed ${SEED}`);

      const { opened, fewest } = await cutCopies({ path, judgement, acked, cuts, random: seeded(SEED), folder });
      return [
        { name: 'acks, none before its fsync', value: acked.length, unit: '' },
        { name: 'commits', value: judgement.transactions.length, unit: '' },
        { name: 'databases with a log cut or damaged, each a prefix', value: opened, unit: '' },
        { name: 'commands in the shortest of them', value: fewest, unit: '' },
      ];
    } finally {
      await server.close();
      await rm(folder, { recursive: true, force: true });
    }
  },
};

async function readTrace(file: string) {
  const reader = traceReader();
  for await (const line of createInterface(createReadStream(file))) reader.line(line);
  return reader.calls;
}

/** Pages that ask, vote, approve and withdraw all the time; each command and its ack carry a number. */
async function openTraffic(url: string, sessionId: SessionId, moderator: Person) {
  const acked: number[] = [];
  const pages: RawPage[] = [];
  let sent = FIRST_MARK;
  let asked = 0;
  let enough: { at: number; resolve: () => void } | null = null;

  async function enter(person: Person, as: 'viewer' | 'moderator'): Promise<RawPage> {
    const page = await openRaw({ url, cookie: person.cookie() });
    pages.push(page);
    const answer = await page.ask('session:join', { sessionId, as }, 9_000_000 + pages.length);
    if (!answer?.startsWith('[{"ok":true')) throw new Error(`the join was refused: ${answer}`);
    return page;
  }

  /** Resolves with the question's id where there is one; null where the node ended. Rejects where it refuses. */
  async function command(page: RawPage, what: object): Promise<string | null> {
    const number = ++sent;
    const command = 'text' in what ? { ...what, text: `A question, ${markOf(number)}` } : what;
    const answer = await page.ask('session:command', { commandId: markOf(number), command }, number);
    if (answer === null) return null;
    if (!answer.startsWith('[{"ok":true')) throw new Error(`command ${number} was refused: ${answer}`);
    acked.push(number);
    if (enough && acked.length >= enough.at) enough.resolve();
    return /"questionId":"([^"]+)"/.exec(answer)?.[1] ?? '';
  }

  const screener = await enter(moderator, 'moderator');
  async function ask(page: RawPage, other: RawPage): Promise<void> {
    while (page.isOpen()) {
      const questionId = await command(page, { type: 'submit-question', text: '' });
      if (questionId === null) return;
      if (isWithdrawn(++asked)) await command(page, { type: 'withdraw-question', questionId });
      else if ((await command(screener, { type: 'approve-question', questionId })) !== null)
        await Promise.all([page, other].map((voter) => command(voter, { type: 'cast-vote', questionId, on: true })));
    }
  }

  const viewers: RawPage[] = [];
  for (let number = 0; number < ASKERS; number++) viewers.push(await enter(await visit(url), 'viewer'));
  const work = Promise.all(viewers.map((page, index) => ask(page, viewers[(index + 1) % ASKERS] ?? page)));
  return {
    /** Until so many commands were acked. */
    async until(at: number): Promise<void> {
      const { promise, resolve } = Promise.withResolvers<void>();
      enough = { at, resolve };
      await Promise.race([promise, work]);
      if (acked.length < at) throw new Error('the node ended by itself');
    },
    /** Numbers of the commands that were acked before the node ended. */
    async end(): Promise<number[]> {
      await work;
      for (const page of pages) page.end();
      return acked;
    },
  };
}
