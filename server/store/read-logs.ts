import { DatabaseSync } from 'node:sqlite';
import { SessionId, type TextId } from '@bedside/shared/ids.ts';
import * as z from 'zod';
import { createConnections } from './postgres-connections.ts';
import { rows } from './rows.ts';
import { logRows, reachesRows, splitRows, type StoredLog } from './stored-log.ts';

/** Logs as they are stored, for whoever verifies them. Reads only, and migrates nothing: a server may run meanwhile. */
export type LogReader = {
  sessions(): Promise<SessionId[]>;
  /** One moment of it. */
  log(sessionId: SessionId): Promise<StoredLog>;
  close(): Promise<void>;
};

const Id = z.object({ id: SessionId });
const Reaches = z.object({ seq: z.int() });
const nothing = z.object({});

const SESSIONS = `SELECT id FROM sessions UNION SELECT session_id FROM events UNION SELECT session_id FROM texts ORDER BY 1`;
const TEXTS = 'SELECT id, salt, body FROM texts WHERE session_id = ';
const TAKEN_OUT = 'SELECT id FROM texts_taken_out WHERE session_id = ';

const idsOf = (found: readonly z.infer<typeof rows.textId>[]) => new Set<TextId>(found.map(({ id }) => id));

/** Throws where the file can't be opened or has not this program's tables. */
export function readSqliteLogs(path: string): LogReader {
  const database = new DatabaseSync(path, { readOnly: true, timeout: 10_000 });
  const all = <T extends z.ZodType>(sql: string, values: string[], shape: T): z.infer<T>[] =>
    database
      .prepare(sql)
      .all(...values)
      .map((row) => shape.parse(row));
  /** A server of before there was what this asks for may still write the file, or have written it last. */
  const has = (sql: string) => all(sql, [], nothing).length > 0;
  const hasEnd = has(`SELECT 1 FROM pragma_table_info('sessions') WHERE name = 'seq'`);
  const hasTakenOut = has(`SELECT 1 FROM sqlite_schema WHERE name = 'texts_taken_out'`);
  return {
    sessions: async () => all(SESSIONS, [], Id).map(({ id }) => id),
    async log(sessionId) {
      database.exec('BEGIN');
      try {
        const { links, end } = hasEnd
          ? splitRows(sessionId, all(logRows('?1'), [sessionId], rows.part))
          : { links: all('SELECT seq, event, chain FROM events WHERE session_id = ? ORDER BY seq', [sessionId], rows.link), end: null };
        const [known] = all(reachesRows('?1'), [sessionId], Reaches);
        const takenOut = idsOf(hasTakenOut ? all(`${TAKEN_OUT}?`, [sessionId], rows.textId) : []);
        const texts = { rows: all(`${TEXTS}?`, [sessionId], rows.wholeText), takenOut };
        return { sessionId, links, end, reaches: known?.seq ?? 0, texts };
      } finally {
        database.exec('COMMIT');
      }
    },
    close: async () => database.close(),
  };
}

/** Rejects with `StoreUnavailable` when asked, where the database is out of reach. */
export function readPostgresLogs(url: string): LogReader {
  const db = createConnections(url, { timeoutMs: 60_000, most: 1 });
  return {
    sessions: async () => (await db.run((ask) => ask(SESSIONS, [], Id))).map(({ id }) => id),
    log: (sessionId) =>
      db.run(async (ask) => {
        await ask('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY', [], nothing);
        const { links, end } = splitRows(sessionId, await ask(logRows('$1'), [sessionId], rows.part));
        const [known] = await ask(reachesRows('$1'), [sessionId], Reaches);
        const [table] = await ask(`SELECT to_regclass('texts_taken_out') IS NOT NULL AS there`, [], z.object({ there: z.boolean() }));
        const takenOut = idsOf(table?.there ? await ask(`${TAKEN_OUT}$1`, [sessionId], rows.textId) : []);
        const texts = { rows: await ask(`${TEXTS}$1`, [sessionId], rows.wholeText), takenOut };
        await ask('COMMIT', [], nothing);
        return { sessionId, links, end, reaches: known?.seq ?? 0, texts };
      }),
    close: () => db.close(),
  };
}
