import { existsSync } from 'node:fs';
import { mkdir, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { readSecrets, writeSecrets } from '../../server/auth/secrets.ts';
import { type Env, readEnv, StartError } from '../../server/env.ts';
import { databasePath } from '../../server/store/open.ts';
import { fail } from '../../server/fail.ts';
import { openPostgresStore } from '../../server/store/postgres.ts';
import { openSqliteStore } from '../../server/store/sqlite.ts';
import type { Store } from '../../server/store/store.ts';
import { beside, unpack } from './archive.ts';
import { loadPostgres, postgresIsEmpty, postgresUsers } from './postgres.ts';

const HELP = `Puts a backup back, with every node stopped:

  npm run restore -- backups/2026-11-24.tar            where there is no database and no secrets file yet
  npm run restore -- backups/2026-11-24.tar --force    in the place of what is there

DATA_DIR, SECRETS_FILE and DATABASE_URL must be those of the server; a backup of SQLite goes back into SQLite, one of
Postgres into Postgres. The hash chain of every session is verified. What was erased
after the backup, and after the last one made into the same folder, is back: erase it again.`;

/** Throws `StartError` that names the sessions whose log is not whole. Returns how many there are. */
async function verifyAndClose(store: Store, damaged: readonly string[]): Promise<number> {
  try {
    const sessions = await store.summaries();
    const broken: string[] = [];
    for (const { id } of sessions) if ((await store.verifyChain(id)) !== null) broken.push(id);
    broken.push(...damaged);
    if (broken.length > 0) throw new StartError(`The log is not whole of: ${broken.join(', ')}.`);
    return sessions.length;
  } finally {
    await store.close();
  }
}

/** Verified before it takes its place. */
async function restoreSqlite(env: Env, unpacked: string, force: boolean): Promise<number> {
  const target = databasePath(env);
  if (existsSync(target)) {
    if (!force) throw new StartError(`There is a database ${target}. With --force the backup takes its place.`);
    refuseIfOpen(target);
  }
  const damaged: string[] = [];
  const store = await openSqliteStore(unpacked, { onDamaged: (id) => void damaged.push(id) });
  const count = await verifyAndClose(store, damaged);
  for (const rest of ['-wal', '-shm']) await rm(`${target}${rest}`, { force: true });
  await rename(unpacked, target);
  return count;
}

/** Only a database's one user can take it out of WAL (https://sqlite.org/wal.html). */
function refuseIfOpen(file: string): void {
  const database = new DatabaseSync(file);
  try {
    database.exec('PRAGMA journal_mode = DELETE');
  } catch (error) {
    if (error instanceof Error && 'errcode' in error && error.errcode === 5)
      throw new StartError(`${file} is in use: stop the server first, and keep it stopped until this has ended.`);
    // Damaged: all the more reason to replace it.
  } finally {
    database.close();
  }
}

async function restorePostgres(databaseUrl: string, dump: string, force: boolean): Promise<number> {
  const empty = await postgresIsEmpty(databaseUrl);
  if (!empty && !force) throw new StartError('The Postgres database is not empty. With --force the backup takes its place.');
  if ((await postgresUsers(databaseUrl)) > 0) throw new StartError('Somebody is connected to the database: stop every node first.');
  await loadPostgres(databaseUrl, dump, !empty);
  const damaged: string[] = [];
  const store = await openPostgresStore(databaseUrl, { onDamaged: (id) => void damaged.push(id) });
  return verifyAndClose(store, damaged);
}

async function restore(archive: string, force: boolean): Promise<number> {
  const env = readEnv(process.env, 'tool');
  await mkdir(env.dataDir, { recursive: true, mode: 0o700 });
  await mkdir(path.dirname(env.secretsFile), { recursive: true, mode: 0o700 });
  return beside(databasePath(env), async (folder) => {
    const { database } = await unpack(archive, folder);
    const secrets = readSecrets(path.join(folder, 'secrets.json'));
    if (!secrets) throw new StartError(`${archive} has no secrets.`);
    if (existsSync(env.secretsFile) && !force)
      throw new StartError(`There is a secrets file ${env.secretsFile}. With --force the backup's takes its place.`);
    const { databaseUrl } = env;
    if ((database === 'postgres') !== (databaseUrl !== null))
      throw new StartError(`This is a backup of ${database}; ${databaseUrl === null ? 'set' : 'unset'} DATABASE_URL.`);
    const unpacked = path.join(folder, 'database');
    const count = databaseUrl === null ? await restoreSqlite(env, unpacked, force) : await restorePostgres(databaseUrl, unpacked, force);
    writeSecrets(env.secretsFile, secrets);
    return count;
  });
}

try {
  const { force, files } = Object.groupBy(process.argv.slice(2), (arg) => (arg === '--force' ? 'force' : 'files'));
  const [archive, ...more] = files ?? [];
  if (archive === undefined || archive === '--help' || archive === '-h') console.log(HELP);
  else if (more.length > 0 || archive.startsWith('-')) throw new StartError(`“${[archive, ...more].join(' ')}” is not one file.`);
  else {
    process.umask(0o077);
    const count = await restore(path.resolve(archive), force !== undefined);
    console.log(`Restored ${count} session${count === 1 ? '' : 's'}, each with its chain verified. Start the server.`);
  }
} catch (error) {
  fail(error);
}
