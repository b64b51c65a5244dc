import { DatabaseSync } from 'node:sqlite';
import { SessionId } from '@bedside/shared/ids.ts';
import * as z from 'zod';
import { createConnections } from './postgres-connections.ts';
import { rows } from './rows.ts';

export type StoredLink = z.infer<typeof rows.link>;

/** One session's log as it is stored, with the last `seq` that anything else in the database knows of: the log must reach it. */
export type StoredLog = { sessionId: SessionId; links: StoredLink[]; reaches: number };

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

/** Throws where the file can't be opened or has not this program's tables. */
export function readSqliteLogs(path: string): LogReader {
  const database = new DatabaseSync(path, { readOnly: true, timeout: 10_000 });
  const all = <T extends z.ZodType>(sql: string, values: string[], shape: T): z.infer<T>[] =>
    database
      .prepare(sql)
      .all(...values)
      .map((row) => shape.parse(row));
  return {
    sessions: async () => all('SELECT id FROM sessions UNION SELECT session_id FROM events ORDER BY 1', [], Id).map(({ id }) => id),
    async log(sessionId) {
      database.exec('BEGIN');
      try {
        const links = all('SELECT seq, event, chain FROM events WHERE session_id = ? ORDER BY seq', [sessionId], rows.link);
        const [reaches] = all(REACHES, [sessionId, sessionId, sessionId], Reaches);
        return { sessionId, links, reaches: reaches?.seq ?? 0 };
      } finally {
        database.exec('COMMIT');
      }
    },
    close: async () => database.close(),
  };
}

/** SQLite has no row with a log's end; a session has one event at least, and what was answered and kept names more. */
const REACHES = `SELECT max(seq) AS seq FROM (SELECT count(*) AS seq FROM sessions WHERE id = ?
  UNION ALL SELECT seq FROM commands WHERE session_id = ? UNION ALL SELECT seq FROM snapshots WHERE session_id = ?)`;

/** Rejects with `StoreUnavailable` when asked, where the database is out of reach. */
export function readPostgresLogs(url: string): LogReader {
  const db = createConnections(url, { timeoutMs: 60_000, most: 1 });
  return {
    sessions: async () =>
      (await db.run((ask) => ask('SELECT id FROM sessions UNION SELECT session_id FROM events ORDER BY 1', [], Id))).map(({ id }) => id),
    log: (sessionId) =>
      db.run(async (ask) => {
        await ask('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY', [], nothing);
        const links = await ask('SELECT seq, event, chain FROM events WHERE session_id = $1 ORDER BY seq', [sessionId], rows.link);
        const [reaches] = await ask('SELECT seq FROM sessions WHERE id = $1', [sessionId], Reaches);
        await ask('COMMIT', [], nothing);
        return { sessionId, links, reaches: reaches?.seq ?? 0 };
      }),
    close: () => db.close(),
  };
}
