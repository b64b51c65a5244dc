import * as z from 'zod';
import { CommandId, PersonId } from '@bedside/shared/ids.ts';
import { chainStart, firstBroken } from './chain.ts';
import { type Ask, createConnections, together } from './postgres-connections.ts';
import { brokenUniqueness } from './postgres-errors.ts';
import { migrate } from './postgres-migrations.ts';
import { BEGIN, COMMIT, ROLLBACK, sql, VACUUM } from './postgres-statements.ts';
import { answerOf, bodiesOf, exchange, linked, recordOf, rows, summaryReader, warnOfDamage } from './rows.ts';
import type { Append, AppendResult, CommandRecord, Store } from './store.ts';
import { splitRows } from './stored-log.ts';

export type PostgresOptions = {
  /** Milliseconds after which what was asked is given up. */
  timeoutMs?: number;
  /** The most connections that this node opens. */
  connections?: number;
  /** A session that lists leave out, because what is stored of it does not parse; told once. By default a process warning. */
  onDamaged?: (sessionId: string) => void;
};

const nothing = z.object({});
const head = rows.head.pick({ seq: true });
const recorded = rows.command.extend({ person: PersonId, command_id: CommandId });

/**
 * One Postgres database for many nodes. Migrates it, one node at a time. Rejects with `StoreUnavailable`, or with
 * `UnfitDatabase` where a newer program has written it.
 *
 * Afterwards a server that is gone, full, read-only or silent for `timeoutMs` is `StoreUnavailable`, and is found again
 * by itself. A connection that is lost while it commits leaves unknown whether the append is there: the same command,
 * sent again, gets its first answer (rule R5). Connects directly or through a pooler of whole sessions; PgBouncer's
 * transaction mode loses the settings of a session.
 */
export async function openPostgresStore(url: string, options: PostgresOptions = {}): Promise<Store> {
  const { timeoutMs = 5000, connections = 10, onDamaged = warnOfDamage } = options;
  await migrate(url, timeoutMs);
  const db = createConnections(url, { timeoutMs, most: connections });
  const readSummaries = summaryReader(onDamaged);
  const vacuum = coalesced(() => db.run((ask) => ask(VACUUM, [], nothing)));
  const inTurn = turns();
  const write = async (...asked: Parameters<Ask>): Promise<void> => void (await db.run((ask) => ask(...asked)));

  return {
    async append(append) {
      const result = await inTurn(append.sessionId, () => db.run((ask) => appendWith(ask, append)));
      // The rows are gone for every reader; their bytes wait for this (rule A9).
      if (result.ok && append.erase.length > 0) vacuum();
      return result;
    },
    events: async (id, after, most = null) =>
      (await db.run((ask) => ask(sql.events, [id, after, most], rows.event))).map(({ event }) => event),
    head: async (id) => (await db.run((ask) => ask(sql.head, [id], head)))[0]?.seq ?? 0,
    async commandAnswer(id, person, commandId) {
      const [row] = await db.run((ask) => ask(sql.recorded, [id, [person], [commandId]], recorded));
      return row ? answerOf(row) : null;
    },
    texts: async (id, ids) => bodiesOf(await db.run((ask) => ask(sql.texts, [id, ids], rows.text))),
    allTexts: async (id) => bodiesOf(await db.run((ask) => ask(sql.allTexts, [id], rows.text))),
    async verifyChain(id) {
      const { links, end } = splitRows(id, await db.run((ask) => ask(sql.log, [id], rows.part)));
      return firstBroken(id, links, end);
    },
    snapshot: async (id) => (await db.run((ask) => ask(sql.snapshot, [id], rows.snapshot)))[0] ?? null,
    saveSnapshot: (id, seq, state) => write(sql.saveSnapshot, [id, seq, JSON.stringify(state)], nothing),
    summaries: async () => readSummaries(await db.run((ask) => ask(sql.summaries, [], rows.summary))),
    putInvite: ({ hash, sessionId, role, expiresAt }) => write(sql.putInvite, [hash, sessionId, role, expiresAt], nothing),
    exchangeInvite: (hash, person, now) =>
      db.run(async (ask) => {
        const [, [invite]] = await together([ask(BEGIN, [], nothing), ask(sql.lockInvite, [hash], rows.invite)]);
        const { result, first } = exchange(invite ?? null, person, now);
        const taken =
          result.ok && first
            ? [ask(sql.useInvite, [hash, person], nothing), ask(sql.giveRole, [result.sessionId, person, result.role, now], nothing)]
            : [];
        await together([...taken, ask(COMMIT, [], nothing)]);
        return result;
      }),
    revokeUnusedInvites: (id) => write(sql.revokeUnusedInvites, [id], nothing),
    revokeRole: (id, role) =>
      db.run(async (ask) => {
        // Invites first: whoever is exchanging one is waited for, and then has the role that is taken.
        const taken = [ask(BEGIN, [], nothing), ask(sql.revokeInvites, [id, role], nothing), ask(sql.revokeRoles, [id, role], nothing)];
        await together([...taken, ask(COMMIT, [], nothing)]);
      }),
    hasRole: async (id, person, role) => (await db.run((ask) => ask(sql.hasRole, [id, person, role], nothing))).length > 0,
    close: db.close,
  };
}

/** Two round trips: lock and look, write and commit. Writers of other sessions wait for none of it. */
async function appendWith(ask: Ask, append: Append): Promise<AppendResult> {
  const { sessionId, after, events, texts, erase, commands } = append;
  const summary = JSON.stringify(append.summary);
  const start = chainStart(sessionId);
  const isNew = after === 0 && events.length > 0;
  const [, [end], known] = await together([
    ask(BEGIN, [], nothing),
    isNew ? ask(sql.lockNewSession, [sessionId, start, summary], rows.head) : ask(sql.lockSession, [sessionId], rows.head),
    // A statement of its own after the lock, so that it sees what the writer before has committed.
    commands.length > 0 ? recordedOf(ask, append) : [],
  ]);
  const conflict: AppendResult | null =
    known.length > 0
      ? { ok: false, conflict: 'command', recorded: known }
      : (end?.seq ?? 0) === after
        ? null
        : { ok: false, conflict: 'seq' };
  if (conflict) {
    await ask(ROLLBACK, [], nothing);
    return conflict;
  }
  if (!end) throw new Error('there is no session to append to');

  const links = linked(end.chain, after, events);
  const last = links.at(-1);
  const writes = [
    ...(last ? [ask(sql.moveSession, [sessionId, last.seq, last.chain, summary], nothing)] : []),
    ...(last ? [ask(sql.addEvents, [sessionId, ...columns(links, ['seq', 'event', 'chain'])], nothing)] : []),
    ...(texts.length > 0 ? [ask(sql.addTexts, [sessionId, ...columns(texts, ['id', 'salt', 'body'])], nothing)] : []),
    ...(erase.length > 0 ? [ask(sql.eraseTexts, [sessionId, erase], nothing)] : []),
    ...(commands.length > 0 ? [ask(sql.addCommands, [sessionId, ...commandColumns(commands)], nothing)] : []),
    // Where one of them failed, this rolls all of it back.
    ask(COMMIT, [], nothing),
  ];
  try {
    await together(writes);
    return { ok: true };
  } catch (error) {
    // The last guard, should anybody write without the lock.
    const broken = brokenUniqueness(error);
    if (broken === 'events_once') return { ok: false, conflict: 'seq' };
    const before = broken === 'commands_once' ? await recordedOf(ask, append) : [];
    if (before.length > 0) return { ok: false, conflict: 'command', recorded: before };
    throw error;
  }
}

async function recordedOf(ask: Ask, { sessionId, commands }: Append): Promise<CommandRecord[]> {
  const [people, ids] = commandColumns(commands);
  const found = await ask(sql.recorded, [sessionId, people, ids], recorded);
  return found.map((row) => recordOf(row.person, row.command_id, row));
}

const columns = <T, K extends keyof T>(given: readonly T[], names: readonly K[]): T[K][][] =>
  names.map((name) => given.map((row) => row[name]));

const commandColumns = (commands: readonly CommandRecord[]) =>
  [
    commands.map(({ person }) => person),
    commands.map(({ commandId }) => commandId),
    commands.map(({ answer }) => answer.seq),
    commands.map(({ answer }) => answer.questionId ?? null),
  ] as const;

/** One after the other for each key, as they were asked for: those who would only wait for a lock take no connection. */
function turns(): <T>(key: string, work: () => Promise<T>) => Promise<T> {
  const tails = new Map<string, Promise<unknown>>();
  return (key, work) => {
    const run = (tails.get(key) ?? Promise.resolve()).then(work);
    const tail = run
      .catch(() => {})
      .then(() => {
        if (tails.get(key) === tail) tails.delete(key);
      });
    tails.set(key, tail);
    return run;
  };
}

/** Runs `work` now, or once more after it if it is running. Failures are harmless: autovacuum comes by too. */
function coalesced(work: () => Promise<unknown>): () => void {
  let running = false;
  let again = false;
  async function run(): Promise<void> {
    running = true;
    do {
      again = false;
      await work().catch(() => {});
    } while (again);
    running = false;
  }
  return () => {
    if (running) again = true;
    else void run();
  };
}
