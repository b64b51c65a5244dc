import { randomBytes } from 'node:crypto';
import * as z from 'zod';
import { StartError } from '../../server/env.ts';
import { createConnections } from '../../server/store/postgres-connections.ts';
import { StoreUnavailable } from '../../server/store/store.ts';
import { query } from './postgres.ts';

const PREFIX = 'bedside_erase_';
export const scratchName = () => `${PREFIX}${randomBytes(8).toString('hex')}`;

/** Of the locks that say whose scratch databases live: the first number of each, the second is of its name. */
const LOCKS = 20_261_129;
/** As long as a timer can be. */
const LONGEST_MS = 2 ** 31 - 1;

const keyOf = (name: string) => Number.parseInt(name.slice(PREFIX.length, PREFIX.length + 8), 16) | 0;

/**
 * Holds a lock of this name while `work` runs, begun before the database is made: Postgres lets go of it when this process ends,
 * however it does. Rejects with `StartError`.
 */
export async function whileAlive<T>(databaseUrl: string, name: string, work: () => Promise<T>): Promise<T> {
  const db = createConnections(databaseUrl, { timeoutMs: LONGEST_MS, most: 1 });
  try {
    return await db.run(async (ask) => {
      await ask('SELECT pg_advisory_lock($1::int, $2::int)', [LOCKS, keyOf(name)], z.object({}));
      return work();
    });
  } catch (error) {
    throw error instanceof StoreUnavailable ? new StartError(`${error.message} (${error.code ?? 'unknown'}).`) : error;
  } finally {
    await db.close();
  }
}

/** Drops the scratch databases of backups that were killed; a live one's, of whichever database, stays. Throws `StartError`. */
export async function dropStale(databaseUrl: string): Promise<void> {
  // Every database's locks are seen from any. Both as unsigned numbers of 32 bits, which is how the locks are shown.
  const stale = `SELECT datname FROM pg_database WHERE datname ~ '^${PREFIX}[0-9a-f]{16}$' AND NOT EXISTS (
    SELECT FROM pg_locks WHERE locktype = 'advisory' AND granted AND classid = ${LOCKS}
      AND objid::bigint = ('x' || substr(datname, ${PREFIX.length + 1}, 8))::bit(32)::bigint)`;
  for (const name of (await query(databaseUrl, stale)).split('\n').filter(Boolean))
    await query(databaseUrl, `DROP DATABASE IF EXISTS ${name}`);
}
