import { Client } from 'pg';
import * as z from 'zod';
import { failureOf, UnfitDatabase } from './postgres-errors.ts';

/**
 * Texts that were taken out of a backup since they were erased after it (rule B3): its log does not know that yet. Also made in
 * backups of before there was this table.
 */
export const textsTakenOut = `CREATE TABLE IF NOT EXISTS texts_taken_out (
    session_id TEXT COLLATE "C" NOT NULL,
    id TEXT COLLATE "C" NOT NULL,
    PRIMARY KEY (session_id, id)
  )`;

/**
 * Postgres's schema, one step a version (table `schema_version`). A step that has been released is never changed.
 * Ids are the program's own text, compared byte by byte (`COLLATE "C"`), so that no update of the system's locales
 * spoils an index; times are milliseconds since 1970. JSON is TEXT: what the chain hashes must come back byte for byte,
 * and JSONB takes no \u0000.
 */
const migrations: readonly string[] = [
  `
  CREATE TABLE sessions (
    id TEXT COLLATE "C" PRIMARY KEY,
    -- The log's end. Whoever appends locks this row, and needs no other.
    seq INTEGER NOT NULL,
    chain BYTEA NOT NULL,
    summary TEXT NOT NULL
    -- Written by every append: with room in its page no index is touched.
  ) WITH (fillfactor = 50);

  -- No foreign key on events, commands and texts: they are written by appends alone, which hold the session's row, and
  -- 2,000 votes would look it up 2,000 times.
  CREATE TABLE events (
    session_id TEXT COLLATE "C" NOT NULL,
    seq INTEGER NOT NULL CHECK (seq > 0),
    -- Canonical JSON, as the chain hashes it.
    event TEXT NOT NULL,
    chain BYTEA NOT NULL,
    CONSTRAINT events_once PRIMARY KEY (session_id, seq)
  );

  CREATE TABLE commands (
    session_id TEXT COLLATE "C" NOT NULL,
    person TEXT COLLATE "C" NOT NULL,
    command_id TEXT COLLATE "C" NOT NULL,
    seq INTEGER NOT NULL,
    question_id TEXT COLLATE "C",
    CONSTRAINT commands_once PRIMARY KEY (session_id, person, command_id)
  );

  CREATE TABLE texts (
    session_id TEXT COLLATE "C" NOT NULL,
    id TEXT COLLATE "C" NOT NULL,
    salt TEXT NOT NULL,
    body TEXT NOT NULL,
    PRIMARY KEY (session_id, id)
  );

  CREATE TABLE snapshots (
    session_id TEXT COLLATE "C" PRIMARY KEY REFERENCES sessions (id),
    seq INTEGER NOT NULL,
    state TEXT NOT NULL
  );

  -- Without a session: for the whole installation.
  CREATE TABLE invites (
    hash TEXT COLLATE "C" PRIMARY KEY,
    session_id TEXT COLLATE "C" REFERENCES sessions (id),
    role TEXT NOT NULL,
    expires_at BIGINT NOT NULL,
    used_by TEXT COLLATE "C"
  );
  CREATE INDEX invites_of_session ON invites (session_id);

  CREATE TABLE roles (
    session_id TEXT COLLATE "C" REFERENCES sessions (id),
    person TEXT COLLATE "C" NOT NULL,
    role TEXT NOT NULL,
    given_at BIGINT NOT NULL
  );
  CREATE UNIQUE INDEX roles_once ON roles (coalesce(session_id, ''), person, role);
  `,
  `
  -- Commands' ids begin with their time: by id first, the rows of a batch lie together.
  ALTER TABLE commands DROP CONSTRAINT commands_once,
    ADD CONSTRAINT commands_once PRIMARY KEY (session_id, command_id, person);
  `,
  textsTakenOut,
];

/** Any number, the same in every version of this program: nodes that start at once migrate one after the other. */
const LOCK = 20_261_124;

const Row = z.object({ encoding: z.string(), there: z.boolean() });
const Version = z.object({ version: z.int() });

/**
 * Brings the schema up to date, or finds it so. Only the looking has a time limit: a step may take as long as it
 * takes, and other nodes wait for it. Rejects with `UnfitDatabase` or `StoreUnavailable`.
 */
export async function migrate(url: string, timeoutMs: number): Promise<void> {
  const client = new Client({ connectionString: url, connectionTimeoutMillis: timeoutMs, keepAlive: true });
  // What it says while nothing is asked will be said again to the next question.
  client.on('error', () => {});
  const deadline = setTimeout(() => client.connection.stream.destroy(new Error('timeout')), timeoutMs);
  try {
    await client.connect();
    if ((await versionOf(client)) === migrations.length) return;
    clearTimeout(deadline);
    await client.query('BEGIN ISOLATION LEVEL READ COMMITTED');
    await client.query(`SET LOCAL statement_timeout = 0; SELECT pg_advisory_xact_lock(${LOCK})`);
    const version = await versionOf(client);
    await client.query('CREATE TABLE IF NOT EXISTS schema_version (version INTEGER NOT NULL)');
    for (const step of migrations.slice(version)) await client.query(step);
    await client.query(`DELETE FROM schema_version; INSERT INTO schema_version VALUES (${migrations.length}); COMMIT`);
  } catch (error) {
    throw error instanceof UnfitDatabase ? error : failureOf(error);
  } finally {
    clearTimeout(deadline);
    await client.end();
  }
}

/** 0 for an empty database. Throws `UnfitDatabase` for one that a newer program has written. */
async function versionOf(client: Client): Promise<number> {
  // Not to_regclass: it may still believe what it saw before the wait for the lock.
  const look = `SELECT current_setting('server_encoding') AS encoding, EXISTS (
    SELECT FROM pg_catalog.pg_tables WHERE tablename = 'schema_version' AND schemaname = ANY (current_schemas(false))) AS there`;
  const { encoding, there } = Row.parse((await client.query(look)).rows[0]);
  if (encoding !== 'UTF8') throw new UnfitDatabase(`its encoding is ${encoding}: create it with ENCODING 'UTF8'`);
  if (!there) return 0;
  const { version } = Version.parse((await client.query('SELECT version FROM schema_version')).rows[0]);
  if (version > migrations.length)
    throw new UnfitDatabase(`it is of a newer version (${version}) than this program (${migrations.length})`);
  return version;
}
