import { join } from 'node:path';
import { type Env, StartError } from '../env.ts';
import type { Log } from '../log.ts';
import { openPostgresStore } from './postgres.ts';
import { whyNot } from './postgres-errors.ts';
import { openSqliteStore } from './sqlite.ts';
import type { Store } from './store.ts';

/** Where SQLite's file is, whether it is there or not. */
export const databasePath = (env: Pick<Env, 'dataDir'>) => join(env.dataDir, 'bedside.db');

/** Postgres where `DATABASE_URL` names one, else SQLite. Throws `StartError`. */
export async function openStore(env: Env, log: Log): Promise<Store> {
  const onDamaged = (session: string) => log.error({ session }, 'what is stored of a session can not be read: lists leave it out');
  if (env.databaseUrl !== null) return openPostgres(env.databaseUrl, onDamaged);
  const path = databasePath(env);
  try {
    return await openSqliteStore(path, { onDamaged });
  } catch (error) {
    const why = error instanceof Error ? error.message : 'unknown';
    throw new StartError(
      `The database ${path} can't be opened (${why}). If it is damaged or from a newer Bedside, put back your backup, or move it away to begin anew.`,
    );
  }
}

async function openPostgres(url: string, onDamaged: (session: string) => void): Promise<Store> {
  try {
    return await openPostgresStore(url, { onDamaged });
  } catch (error) {
    // Of the URL only what is neither a user nor a password.
    const { host, pathname } = new URL(url);
    throw new StartError(
      `The database ${pathname.slice(1)} at ${host} can't be used: ${whyNot(error)}. See that DATABASE_URL is right and Postgres runs, and start again.`,
    );
  }
}
