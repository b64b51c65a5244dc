import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { StartError } from '../../server/env.ts';
import { textsTakenOut } from '../../server/store/sqlite-migrations.ts';
import { pack, unpack } from './archive.ts';
import { eraseInPostgresDump } from './postgres-erase.ts';
import { beside } from './scratch.ts';

/** What became of one earlier backup. `texts`: how many were taken out of it. */
export type Carried = { file: string; texts: number } | { file: string; left: string };

/**
 * Takes out of every other backup in a new one's folder the texts that were erased since (rule B3). `database` is the new one's.
 * A file that is no backup, or can't be changed, is left as it is and told of.
 */
export async function carryErasures(
  target: string,
  kind: 'sqlite' | 'postgres',
  database: string,
  databaseUrl: string | null,
): Promise<Carried[]> {
  const folder = path.dirname(target);
  const names = (await readdir(folder)).filter((name) => name.endsWith('.tar') && path.join(folder, name) !== target);
  const carried: Carried[] = [];
  for (const name of names.toSorted()) {
    const file = path.join(folder, name);
    try {
      carried.push({ file, texts: await carryInto(file, kind, database, databaseUrl) });
    } catch (error) {
      if (!(error instanceof StartError)) throw error;
      carried.push({ file, left: error.message });
    }
  }
  return carried;
}

async function carryInto(archive: string, kind: 'sqlite' | 'postgres', database: string, databaseUrl: string | null): Promise<number> {
  return beside(archive, async (folder) => {
    const manifest = await unpack(archive, folder);
    if (manifest.database !== kind) throw new StartError(`${archive} is a backup of ${manifest.database}.`);
    const old = path.join(folder, 'database');
    const texts = databaseUrl === null ? eraseInSqlite(old, database) : await eraseInPostgresDump(old, databaseUrl);
    if (texts > 0) await pack(folder, kind, manifest.at, archive, { replace: true });
    return texts;
  });
}

/**
 * Only of sessions whose log, as far as the backup has it, is the present one's: of any other nobody can say that a text which
 * is not there was erased.
 */
const ERASED = `
  SELECT session_id, id FROM texts WHERE NOT EXISTS (
    SELECT 1 FROM now.texts AS kept WHERE kept.session_id = texts.session_id AND kept.id = texts.id
  ) AND EXISTS (
    SELECT 1 FROM events AS last
    JOIN now.events AS same ON same.session_id = last.session_id AND same.seq = last.seq AND same.chain = last.chain
    WHERE last.session_id = texts.session_id
      AND last.seq = (SELECT max(seq) FROM events WHERE session_id = texts.session_id)
  )`;

function eraseInSqlite(file: string, present: string): number {
  const database = new DatabaseSync(file);
  try {
    database.exec('PRAGMA secure_delete = ON');
    database.prepare('ATTACH ? AS now').run(present);
    // What its own log does not know: without it the texts would be missed (rules U2 and B2).
    database.exec(`${textsTakenOut}; INSERT OR IGNORE INTO texts_taken_out ${ERASED}`);
    const { changes } = database.prepare('DELETE FROM texts WHERE (session_id, id) IN (SELECT session_id, id FROM texts_taken_out)').run();
    database.exec('DETACH now');
    if (changes > 0) database.exec('VACUUM');
    return Number(changes);
  } finally {
    database.close();
  }
}
