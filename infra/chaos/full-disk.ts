import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { CommandId, SessionId } from '@bedside/shared/ids.ts';
import { newCommandId } from '@bedside/shared/random-id.ts';
import { type Client, openClient, visit } from '../../server/testing/client.ts';
import { spawnServer } from '../../server/testing/process.ts';
import { openSqliteStore } from '../../server/store/sqlite.ts';
import { percentile } from '../bench/figures.ts';
import type { Fault } from './fault.ts';
import { openSession } from './one-session.ts';
import { within } from './within.ts';
import { smallDisk, whyNoSmallDisk } from './small-disk.ts';

/** Room for all that is asked, and for a log that has just been emptied. */
const DISK_BYTES = 32 * 1024 * 1024;
const PATIENCE_MS = 60_000;
const ASKERS = 4;

export const fullDisk: Fault = {
  name: 'full-disk',
  title: 'the disk is full: commands are refused, pages go on reading, and once there is room appends go on, nothing lost',
  impossible: whyNoSmallDisk,
  async run({ scale, say }) {
    const [rounds, refusals] = scale === 'full' ? [5, 100] : [1, 20];
    const disk = await smallDisk(DISK_BYTES);
    const server = await spawnServer({ dataDir: disk.folder, under: disk.under });
    const { url, pid } = server;
    const pages: Client[] = [];
    try {
      const session = await openSession(server);
      const { sessionId } = session;
      pages.push(session.moderator);
      for (let number = 0; number < ASKERS; number++) pages.push(await openClient(await visit(url), sessionId, 'viewer'));
      const askers = pages.slice(1);
      const acked = new Set<string>();
      let refusedAll = 0;
      const backAfter: number[] = [];
      for (let round = 1; round <= rounds; round++) {
        for (const asker of askers) acked.add(await asked(asker, newCommandId()));
        await healthIs(url, 200);
        await disk.fill(pid);
        const refused = await untilRefused(askers, refusals, acked);
        refusedAll += refused.length;
        await healthIs(url, 503);
        await goesOnReading(url, sessionId, session.moderator, acked);

        await disk.makeRoom(pid);
        const begun = performance.now();
        // With the ids that they were refused with: that left nothing behind (rule R5).
        for (const { asker, commandId } of refused) {
          acked.add(await asked(asker, commandId));
          if (backAfter.length < round) backAfter.push(performance.now() - begun);
        }
        await healthIs(url, 200);
        say(`round ${round}: ${refused.length} refused, then taken`);
      }
      if (server.pid !== pid) throw new Error('the node is another one');
      await session.moderator.until(({ view }) => view().questions.length === acked.size, 'all questions, each once');
      await judgeLog(disk.seenBy(pid), sessionId, acked);
      return [
        { name: 'questions acked, all there', value: acked.size, unit: '' },
        { name: 'commands refused while the disk was full', value: refusedAll, unit: '' },
        { name: 'first append after there was room', value: percentile(backAfter, 1), unit: 'ms', aim: { atMost: 1000 } },
      ];
    } finally {
      for (const page of pages) page.close();
      await server.close();
      await disk.remove();
    }
  },
};

const question = { type: 'submit-question', text: 'What if the disk is full? '.repeat(15).trim() } as const;

/** The question's id; rejects where it is refused for anything but the database's sake. */
async function asked(asker: Client, commandId: CommandId): Promise<string> {
  const answer = await within(PATIENCE_MS, 'an append on a disk with room', asker.command(question, commandId));
  if (!answer.ok) throw new Error(`refused: ${answer.error.code}`);
  return answer.questionId ?? '';
}

/** Asks until so many were refused with `unavailable`; what was acked meanwhile is told. Rejects at any other answer. */
async function untilRefused(askers: readonly Client[], refusals: number, acked: Set<string>) {
  const refused: { asker: Client; commandId: CommandId }[] = [];
  while (refused.length < refusals) {
    for (const asker of askers) {
      const commandId = newCommandId();
      const answer = await asker.call('session:command', { commandId, command: question });
      if (answer.ok) acked.add(answer.questionId ?? '');
      else if (answer.error.code === 'unavailable') refused.push({ asker, commandId });
      else throw new Error(`refused with ${answer.error.code} and not \`unavailable\``);
    }
  }
  return refused;
}

async function healthIs(url: string, status: number): Promise<void> {
  const answer = await fetch(`${url}/healthz`);
  if (answer.status !== status) throw new Error(`/healthz says ${answer.status} and not ${status} (rule O1)`);
}

/** A page that comes now gets everything, and those that are there hear of it. */
async function goesOnReading(url: string, sessionId: SessionId, moderator: Client, acked: ReadonlySet<string>): Promise<void> {
  await moderator.until(({ view }) => view().questions.length === acked.size, 'what was acked');
  const page = await openClient(await visit(url), sessionId, 'viewer');
  try {
    await moderator.until(({ viewers }) => viewers() === ASKERS + 1, 'one viewer more');
  } finally {
    page.close();
  }
  await moderator.until(({ viewers }) => viewers() === ASKERS, 'one viewer less');
}

/** As another process finds it: what was acked, each once, and a chain that fits. */
async function judgeLog(dataDir: string, sessionId: SessionId, acked: ReadonlySet<string>): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'bedside-full-'));
  try {
    for (const name of ['bedside.db', 'bedside.db-wal']) await cp(join(dataDir, name), join(folder, name));
    const store = await openSqliteStore(join(folder, 'bedside.db'));
    try {
      const broken = await store.verifyChain(sessionId);
      if (broken !== null) throw new Error(`the chain breaks at ${broken}`);
      const events = await store.events(sessionId, 0);
      const asked = events.flatMap(({ fact }) => (fact.type === 'question-submitted' ? [fact.questionId] : []));
      const lost = [...acked].filter((id) => !asked.some((other) => other === id));
      if (lost.length > 0 || asked.length !== acked.size)
        throw new Error(`${acked.size} were acked, ${asked.length} are there, ${lost.length} lost`);
    } finally {
      await store.close();
    }
  } finally {
    await rm(folder, { recursive: true });
  }
}
