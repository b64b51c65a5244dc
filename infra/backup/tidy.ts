import path from 'node:path';
import { type Env, StartError } from '../../server/env.ts';
import { databasePath } from '../../server/store/open.ts';
import { dropStale } from './postgres-scratch.ts';
import { removeStale } from './scratch.ts';

/** Removes what others like this program left that were killed: beside an archive, beside the database, and in Postgres. */
export async function tidyUp(env: Env, archive: string): Promise<void> {
  for (const folder of await removeStale([path.dirname(archive), path.dirname(databasePath(env))]))
    console.error(`${folder} is of a backup or restore, and can't be looked into or removed. Where none runs, remove it.`);
  if (env.databaseUrl === null) return;
  // Who can't be reached will say so to what is to be done.
  await dropStale(env.databaseUrl).catch((error: unknown) => {
    if (!(error instanceof StartError)) throw error;
  });
}
