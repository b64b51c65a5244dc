import { DatabaseSync, type StatementSync } from 'node:sqlite';
import type { CommandId, PersonId, SessionId } from '@bedside/shared/ids.ts';
import * as z from 'zod';
import { chainStart, firstBroken } from './chain.ts';
import { logRows, splitRows } from './stored-log.ts';
import { migrations } from './sqlite-migrations.ts';
import { answerOf, bodiesOf, exchange, linked, recordOf, rows, summaryReader } from './rows.ts';
import { type Append, type AppendResult, type ExchangeResult, type Store, StoreUnavailable } from './store.ts';

export type Operation = Exclude<keyof Store, 'close'>;
type Operations = { [K in Operation]: (...args: Parameters<Store[K]>) => Awaited<ReturnType<Store[K]>> };
export type Request<K extends Operation = Operation> = { [P in K]: { id: number; name: P; args: Parameters<Store[P]> } }[K];
export type Reply =
  | { id: number; ok: true; result: unknown }
  | { id: number; ok: false; unavailable: boolean; code: string | null; message: string };

const reads: ReadonlySet<Operation> = new Set<Operation>([
  'events',
  'head',
  'commandAnswer',
  'texts',
  'allTexts',
  'verifyChain',
  'snapshot',
  'summaries',
  'hasRole',
]);

const Checkpoint = z.object({ busy: z.int() });

/** SQLite itself, synchronous: lives in a worker thread, so that no commit holds up the event loop. */
export class SqliteDatabase {
  readonly #db: DatabaseSync;
  readonly #statements = new Map<string, StatementSync>();
  readonly #busyTimeoutMs: number;
  /** True from the start: whoever had the file before may have ended between an erasure and its scrubbing. */
  #unscrubbed = true;
  readonly #readSummaries: ReturnType<typeof summaryReader>;

  /**
   * `busyTimeoutMs`: how long to wait for another process's transaction. `damaged` is told once of each session whose
   * summary does not parse. Throws if the file can't be opened or is newer.
   */
  constructor(path: string, busyTimeoutMs: number, damaged: (sessionId: string) => void = () => {}) {
    this.#readSummaries = summaryReader(damaged);
    this.#busyTimeoutMs = busyTimeoutMs;
    this.#db = new DatabaseSync(path, { timeout: busyTimeoutMs, enableForeignKeyConstraints: true });
    this.#db.exec(PRAGMAS);
    this.#migrate();
  }

  close(): void {
    this.scrub();
    this.#db.close();
  }

  /** Carries out requests in their order with one commit, hence one wait for the disk; each fails by itself. */
  run(requests: readonly Request[]): Reply[] {
    if (requests.every(({ name }) => reads.has(name))) return requests.map((request) => this.#answer(request));
    try {
      this.#db.exec('BEGIN IMMEDIATE');
      const replies = requests.map((request) => this.#savepoint(request));
      this.#db.exec('COMMIT');
      return replies;
    } catch (error) {
      if (this.#db.isTransaction) this.#db.exec('ROLLBACK');
      return requests.map(({ id }) => failure(id, error));
    }
  }

  /** Whether erased rows may be in the write-ahead log, or in the pages that it is to overwrite. */
  get unscrubbed(): boolean {
    return this.#unscrubbed;
  }

  /** Takes them out (rule A9). Waits for nobody: where others have the file, or the disk refuses, it is to be tried again. */
  scrub(): void {
    if (!this.#unscrubbed) return;
    try {
      this.#db.exec('PRAGMA busy_timeout = 0');
      const { busy } = Checkpoint.parse(this.#db.prepare('PRAGMA wal_checkpoint(TRUNCATE)').get());
      this.#unscrubbed = busy !== 0;
    } catch {
      // It stays unscrubbed.
    } finally {
      this.#db.exec(`PRAGMA busy_timeout = ${this.#busyTimeoutMs}`);
    }
  }

  #savepoint(request: Request): Reply {
    this.#db.exec('SAVEPOINT request');
    const reply = this.#answer(request);
    // A disk that refused has rolled everything back, or will: nothing of this batch may be acked.
    if (!reply.ok && (reply.unavailable || !this.#db.isTransaction)) throw new StoreUnavailable(reply.message, reply.code);
    this.#db.exec(reply.ok ? 'RELEASE request' : 'ROLLBACK TO request; RELEASE request');
    return reply;
  }

  #answer<K extends Operation>({ id, name, args }: Request<K>): Reply {
    try {
      return { id, ok: true, result: this.#operations[name](...args) };
    } catch (error) {
      return failure(id, error);
    }
  }

  readonly #operations: Operations = {
    append: (append) => this.#append(append),
    events: (sessionId, after, most) => {
      const select = 'SELECT event FROM events WHERE session_id = ? AND seq > ? ORDER BY seq LIMIT ?';
      return this.#all(select, [sessionId, after, most ?? NO_LIMIT], rows.event).map((row) => row.event);
    },
    head: (sessionId) => this.#head(sessionId)?.seq ?? 0,
    commandAnswer: (sessionId, person, commandId) => {
      const row = this.#command(sessionId, person, commandId);
      return row && answerOf(row);
    },
    texts: (sessionId, ids) =>
      bodiesOf(
        ids.flatMap((id) => this.#get('SELECT id, body FROM texts WHERE session_id = ? AND id = ?', [sessionId, id], rows.text) ?? []),
      ),
    allTexts: (sessionId) => bodiesOf(this.#all('SELECT id, body FROM texts WHERE session_id = ?', [sessionId], rows.text)),
    verifyChain: (sessionId) => {
      const { links, end } = splitRows(sessionId, this.#all(logRows('?1'), [sessionId], rows.part));
      return firstBroken(sessionId, links, end);
    },
    snapshot: (sessionId) => this.#get('SELECT seq, state FROM snapshots WHERE session_id = ?', [sessionId], rows.snapshot),
    saveSnapshot: (sessionId, seq, state) =>
      this.#write(
        `INSERT INTO snapshots (session_id, seq, state) VALUES (?, ?, ?)
         ON CONFLICT DO UPDATE SET seq = excluded.seq, state = excluded.state WHERE excluded.seq > seq`,
        [sessionId, seq, JSON.stringify(state)],
      ),
    summaries: () => this.#readSummaries(this.#all('SELECT id, summary FROM sessions', [], rows.summary)),
    putInvite: ({ hash, sessionId, role, expiresAt }) =>
      this.#write('INSERT INTO invites (hash, session_id, role, expires_at) VALUES (?, ?, ?, ?)', [hash, sessionId, role, expiresAt]),
    exchangeInvite: (hash, person, now) => this.#exchange(hash, person, now),
    revokeUnusedInvites: (sessionId) => this.#write('DELETE FROM invites WHERE session_id IS ? AND used_by IS NULL', [sessionId]),
    revokeRole: (sessionId, role) => {
      this.#write('DELETE FROM roles WHERE session_id = ? AND role = ?', [sessionId, role]);
      this.#write('DELETE FROM invites WHERE session_id = ? AND role = ?', [sessionId, role]);
    },
    hasRole: (sessionId, person, role) =>
      this.#get('SELECT 1 FROM roles WHERE session_id IS ? AND person = ? AND role = ?', [sessionId, person, role], z.object({})) !== null,
  };

  #append({ sessionId, after, events, texts, erase, commands, summary }: Append): AppendResult {
    const head = this.#head(sessionId);
    if ((head?.seq ?? 0) !== after) return this.#conflict(sessionId, commands);
    const links = linked(head?.chain ?? chainStart(sessionId), after, events);

    const last = links.at(-1);
    if (last) {
      const upsert = `INSERT INTO sessions (id, summary, seq, chain) VALUES (?, ?, ?, ?)
        ON CONFLICT DO UPDATE SET summary = excluded.summary, seq = excluded.seq, chain = excluded.chain`;
      this.#write(upsert, [sessionId, JSON.stringify(summary), last.seq, last.chain]);
    }
    for (const { person, commandId, answer } of commands) {
      const insert =
        'INSERT INTO commands (session_id, person, command_id, seq, question_id) VALUES (?, ?, ?, ?, ?) ON CONFLICT DO NOTHING';
      if (this.#write(insert, [sessionId, person, commandId, answer.seq, answer.questionId ?? null]) > 0) continue;
      // Not looked for first: of thousands of votes that is as many reads, nearly always for nothing.
      this.#db.exec('ROLLBACK TO request');
      return this.#conflict(sessionId, commands);
    }
    for (const { seq, event, chain } of links) {
      this.#write('INSERT INTO events (session_id, seq, event, chain) VALUES (?, ?, ?, ?)', [sessionId, seq, event, chain]);
    }
    for (const { id, salt, body } of texts) {
      this.#write('INSERT INTO texts (session_id, id, salt, body) VALUES (?, ?, ?, ?)', [sessionId, id, salt, body]);
    }
    for (const id of erase) this.#write('DELETE FROM texts WHERE session_id = ? AND id = ?', [sessionId, id]);
    if (erase.length > 0) this.#unscrubbed = true;
    return { ok: true };
  }

  #conflict(sessionId: SessionId, commands: Append['commands']): AppendResult {
    const recorded = commands.flatMap(({ person, commandId }) => {
      const row = this.#command(sessionId, person, commandId);
      return row ? [recordOf(person, commandId, row)] : [];
    });
    return recorded.length > 0 ? { ok: false, conflict: 'command', recorded } : { ok: false, conflict: 'seq' };
  }

  #head(sessionId: SessionId): z.infer<typeof rows.head> | null {
    return this.#get('SELECT seq, chain FROM sessions WHERE id = ?', [sessionId], rows.head);
  }

  #command(sessionId: SessionId, person: PersonId, commandId: CommandId): z.infer<typeof rows.command> | null {
    const select = 'SELECT seq, question_id FROM commands WHERE session_id = ? AND person = ? AND command_id = ?';
    return this.#get(select, [sessionId, person, commandId], rows.command);
  }

  #exchange(hash: string, person: PersonId, now: number): ExchangeResult {
    const invite = this.#get('SELECT session_id, role, expires_at, used_by FROM invites WHERE hash = ?', [hash], rows.invite);
    const { result, first } = exchange(invite, person, now);
    if (result.ok && first) {
      this.#write('UPDATE invites SET used_by = ? WHERE hash = ?', [person, hash]);
      const give = 'INSERT INTO roles (session_id, person, role, given_at) VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING';
      this.#write(give, [result.sessionId, person, result.role, now]);
    }
    return result;
  }

  #migrate(): void {
    this.#db.exec('BEGIN IMMEDIATE');
    const { user_version: version } = z.object({ user_version: z.int() }).parse(this.#db.prepare('PRAGMA user_version').get());
    if (version > migrations.length)
      throw new Error(`the database is of a newer version (${version}) than this program (${migrations.length})`);
    for (const step of migrations.slice(version)) this.#db.exec(step);
    this.#db.exec(`PRAGMA user_version = ${migrations.length}; COMMIT`);
  }

  #prepare(sql: string): StatementSync {
    let statement = this.#statements.get(sql);
    if (!statement) this.#statements.set(sql, (statement = this.#db.prepare(sql)));
    return statement;
  }

  #get<T extends z.ZodType>(sql: string, values: (string | number | null)[], shape: T): z.infer<T> | null {
    const row = this.#prepare(sql).get(...values);
    return row === undefined ? null : shape.parse(row);
  }

  #all<T extends z.ZodType>(sql: string, values: (string | number | null)[], shape: T): z.infer<T>[] {
    return this.#prepare(sql)
      .all(...values)
      .map((row) => shape.parse(row));
  }

  /** How many rows that changed. */
  #write(sql: string, values: (string | number | null | Uint8Array)[]): number {
    return Number(this.#prepare(sql).run(...values).changes);
  }
}

/**
 * `cache_size` in KiB where negative, instead of 2 MB: votes of thousands of people touch as many pages, and what does not fit
 * is written and read again within the transaction.
 */
export const PRAGMAS = `PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA secure_delete = ON; PRAGMA cache_size = -65536;`;

/** Of SQLite: https://sqlite.org/lang_select.html#the_limit_clause. */
const NO_LIMIT = -1;

// Primary result codes (https://sqlite.org/rescode.html) of a file or disk that refuses, not of a wrong statement.
const REFUSALS = new Map([
  [5, 'SQLITE_BUSY'],
  [6, 'SQLITE_LOCKED'],
  [7, 'SQLITE_NOMEM'],
  [8, 'SQLITE_READONLY'],
  [10, 'SQLITE_IOERR'],
  [13, 'SQLITE_FULL'],
  [14, 'SQLITE_CANTOPEN'],
  [15, 'SQLITE_PROTOCOL'],
]);
const SqliteError = z.object({ errcode: z.int() });

function failure(id: number, error: unknown): Reply {
  const message = error instanceof Error ? error.message : String(error);
  if (error instanceof StoreUnavailable) return { id, ok: false, unavailable: true, code: error.code, message };
  const sqlite = SqliteError.safeParse(error);
  if (!sqlite.success) return { id, ok: false, unavailable: false, code: null, message };
  const refusal = REFUSALS.get(sqlite.data.errcode & 0xff);
  return { id, ok: false, unavailable: refusal !== undefined, code: `${refusal ?? 'SQLITE'} ${sqlite.data.errcode}`, message };
}
