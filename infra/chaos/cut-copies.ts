import { copyFile, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { isDeepStrictEqual } from 'node:util';
import type { SessionId, TextId } from '@bedside/shared/ids.ts';
import * as z from 'zod';
import type { Event } from '../../server/session/events.ts';
import { openSqliteStore } from '../../server/store/sqlite.ts';
import type { Store } from '../../server/store/store.ts';
import { type Judgement, survivors } from './judge-trace.ts';
import type { Random } from './random.ts';

const Command = z.object({ command_id: z.string(), seq: z.int() });

/** A damaged log: cut at a byte, or whole but for some bytes from there on. */
type Damage = { at: number; how: 'cut' | 'flipped' | 'zeroed' };

type Whole = ReadonlyMap<SessionId, readonly Event[]>;

/**
 * Opens copies of a database whose log was cut at many places, or damaged from there on as by sectors that were written
 * out of order, as the product does. Each must hold exactly the transactions whose last byte is before that place, and so
 * every command that was acked when no more of the log was synced than that. The lengths are those of the trace: exact, so
 * that one byte less must lose the last commit. (A length that is read after an ack can only be too great. It would make the
 * check weaker, never wrong.)
 */
export async function cutCopies(options: {
  path: string;
  judgement: Judgement;
  acked: readonly number[];
  cuts: number;
  random: Random;
  folder: string;
}): Promise<{ opened: number; fewest: number }> {
  const { path, judgement, acked, cuts, random, folder } = options;
  const log = await readFile(`${path}-wal`);
  const whole = await withCopy(path, folder, log, readAll);
  let fewest = Infinity;
  const damages = chooseDamages(judgement, log.length, cuts, random);
  for (const damage of damages) {
    const left = survivors(judgement, damage.at);
    fewest = Math.min(fewest, left.size);
    const what = `${damage.how} at ${damage.at} of ${log.length}`;
    const missing = acked.find((number) => !left.has(number) && (judgement.told.get(number) ?? 0) <= damage.at);
    if (missing !== undefined) throw new Error(`${what}: command ${missing} was acked while less was synced, and is not among what is due`);
    await withCopy(path, folder, damaged(log, damage, random), (store, copy) => judgeCopy(store, copy, whole, left, what));
  }
  return { opened: damages.length, fewest };
}

function chooseDamages({ floor, transactions, generation, told }: Judgement, size: number, cuts: number, random: Random): Damage[] {
  const ends = transactions.filter((one) => one.generation === generation).map(({ end }) => end);
  // Where it matters: what was synced when acks left, and just before and after commits.
  const edges = [floor, size, ...ends.flatMap((end) => [end - 1, end, end + 1]), ...told.values()].filter(
    (at) => at >= floor && at <= size,
  );
  return Array.from({ length: cuts }, (_, number) => ({
    at: number < 2 ? (edges[number] ?? floor) : random.below(2) === 0 ? random.pick(edges) : floor + random.below(size - floor + 1),
    how: random.pick(['cut', 'cut', 'flipped', 'zeroed'] as const),
  }));
}

function damaged(log: Buffer, { at, how }: Damage, random: Random): Buffer {
  if (how === 'cut') return log.subarray(0, at);
  const copy = Buffer.from(log);
  if (at === copy.length) return copy;
  if (how === 'zeroed') copy.fill(0, at, at + 512);
  // Zeroes may have been zeroes before, and the byte at `at` must be wrong.
  copy.writeUInt8((log[at] ?? 0) ^ (1 + random.below(255)), at);
  for (let more = how === 'flipped' ? random.below(20) : 0; more > 0; more--)
    copy.writeUInt8(random.below(256), at + random.below(copy.length - at));
  return copy;
}

async function withCopy<T>(path: string, folder: string, log: Buffer, work: (store: Store, copy: string) => Promise<T>): Promise<T> {
  const copies = await mkdtemp(join(folder, 'copy-'));
  const copy = join(copies, 'bedside.db');
  await copyFile(path, copy);
  await writeFile(`${copy}-wal`, log);
  try {
    const store = await openSqliteStore(copy);
    try {
      return await work(store, copy);
    } finally {
      await store.close();
    }
  } finally {
    await rm(copies, { recursive: true });
  }
}

async function readAll(store: Store): Promise<Whole> {
  const summaries = await store.summaries();
  return new Map(await Promise.all(summaries.map(async ({ id }) => [id, await store.events(id, 0)] as const)));
}

async function judgeCopy(store: Store, copy: string, whole: Whole, left: ReadonlySet<number>, what: string): Promise<void> {
  const found = await readAll(store);
  let newest = 0;
  for (const [id, events] of found) {
    const broken = await store.verifyChain(id);
    if (broken !== null) throw new Error(`${what}: the chain breaks at ${broken}`);
    if (!isDeepStrictEqual(events, whole.get(id)?.slice(0, events.length))) throw new Error(`${what}: not a prefix of the log`);
    const texts = await store.allTexts(id);
    const lacking = textsOf(events).find((text) => !texts.has(text));
    if (lacking !== undefined) throw new Error(`${what}: an event without its text`);
    newest = Math.max(newest, events.length);
  }
  const database = new DatabaseSync(copy);
  try {
    const rows = database.prepare('SELECT command_id, seq FROM commands').all();
    const commands = rows.map((row) => Command.parse(row));
    if (commands.some(({ seq }) => seq > newest)) throw new Error(`${what}: a command without its event`);
    const marked = new Set(commands.flatMap(({ command_id: id }) => Number(/^mark-(\d+)$/.exec(id)?.[1] ?? 0) || []));
    const lost = [...left].filter((number) => !marked.has(number));
    if (lost.length > 0) throw new Error(`${what}: commands ${lost.join(', ')} are lost`);
    const more = [...marked].filter((number) => !left.has(number));
    if (more.length > 0) throw new Error(`${what}: commands ${more.join(', ')} are there without the end of their commit`);
  } finally {
    database.close();
  }
}

/** Of questions that were not withdrawn: the rows that must be there. */
function textsOf(events: readonly Event[]): TextId[] {
  const withdrawn = new Set(events.flatMap(({ fact }) => (fact.type === 'question-withdrawn' ? [fact.questionId] : [])));
  return events.flatMap(({ fact }) => (fact.type === 'question-submitted' && !withdrawn.has(fact.questionId) ? [fact.text.id] : []));
}
