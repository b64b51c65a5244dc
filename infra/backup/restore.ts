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
import { type LogReader, readPostgresLogs, readSqliteLogs } from '../../server/store/read-logs.ts';
import { judge, textsAreWhole, type Verdict } from '../../server/store/stored-log.ts';
import type { Store } from '../../server/store/store.ts';
import { unpack } from './archive.ts';
import { exitIfInterrupted, heedSignals, interruption } from './interruption.ts';
import { loadPostgres, postgresIsEmpty, postgresUsers } from './postgres.ts';
import { beside } from './scratch.ts';
import { tidyUp } from './tidy.ts';

const HELP = `Puts a backup back, with every node stopped:

  npm run restore -- backups/2026-11-24.tar            where there is no database and no secrets file yet
  npm run restore -- backups/2026-11-24.tar --force    in the place of what is there

DATA_DIR, SECRETS_FILE and DATABASE_URL must be those of the server; a backup of SQLite goes back into SQLite, one of
Postgres into Postgres. The hash chain of every session and the digests of its texts are verified. What was erased
after the backup, and after the last one made into the same folder, is back: erase it again.`;

/** Texts that are gone from an otherwise whole backup since they were erased after it (rule B3), and how many sessions it has. */
type Restored = { sessions: number; takenOut: number };

/** Closes both. Throws `StartError` that names the sessions whose log, or whose texts, are not whole. */
async function verifyAndClose(store: Store, damaged: readonly string[], open: () => LogReader): Promise<Restored> {
  let sessions: number;
  try {
    sessions = (await store.summaries()).length;
  } finally {
    await store.close();
  }
  const logs = open();
  try {
    const verdicts: Verdict[] = [];
    for (const id of await logs.sessions()) verdicts.push(judge(await logs.log(id)));
    const broken = new Set([...verdicts.filter((each) => each.broken !== null).map((each) => each.sessionId), ...damaged]);
    const texts = verdicts.filter((each) => !textsAreWhole(each)).map((each) => each.sessionId);
    const faults = [
      ...(broken.size > 0 ? [`The log is not whole of: ${[...broken].join(', ')}.`] : []),
      ...(texts.length > 0 ? [`Texts are missing, altered or too many in: ${texts.join(', ')}.`] : []),
    ];
    if (faults.length > 0) throw new StartError(faults.join(' '));
    return { sessions, takenOut: verdicts.reduce((sum, each) => sum + (each.texts?.takenOut.length ?? 0), 0) };
  } finally {
    await logs.close();
  }
}

/** Verified before it takes its place. */
async function restoreSqlite(env: Env, unpacked: string, force: boolean): Promise<Restored> {
  const target = databasePath(env);
  if (existsSync(target)) {
    if (!force) throw new StartError(`There is a database ${target}. With --force the backup takes its place.`);
    refuseIfOpen(target);
  }
  const damaged: string[] = [];
  const store = await openSqliteStore(unpacked, { onDamaged: (id) => void damaged.push(id) });
  const restored = await verifyAndClose(store, damaged, () => readSqliteLogs(unpacked));
  interruption.throwIfAborted();
  for (const rest of ['-wal', '-shm']) await rm(`${target}${rest}`, { force: true });
  await rename(unpacked, target);
  return restored;
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

async function restorePostgres(databaseUrl: string, dump: string, force: boolean): Promise<Restored> {
  const empty = await postgresIsEmpty(databaseUrl);
  if (!empty && !force) throw new StartError('The Postgres database is not empty. With --force the backup takes its place.');
  if ((await postgresUsers(databaseUrl)) > 0) throw new StartError('Somebody is connected to the database: stop every node first.');
  await loadPostgres(databaseUrl, dump, !empty);
  const damaged: string[] = [];
  const store = await openPostgresStore(databaseUrl, { onDamaged: (id) => void damaged.push(id) });
  return verifyAndClose(store, damaged, () => readPostgresLogs(databaseUrl));
}

async function restore(archive: string, force: boolean): Promise<Restored> {
  const env = readEnv(process.env, 'tool');
  await mkdir(env.dataDir, { recursive: true, mode: 0o700 });
  await mkdir(path.dirname(env.secretsFile), { recursive: true, mode: 0o700 });
  await tidyUp(env, archive);
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
    const restored = databaseUrl === null ? await restoreSqlite(env, unpacked, force) : await restorePostgres(databaseUrl, unpacked, force);
    writeSecrets(env.secretsFile, secrets);
    return restored;
  });
}

try {
  const { force, files } = Object.groupBy(process.argv.slice(2), (arg) => (arg === '--force' ? 'force' : 'files'));
  const [archive, ...more] = files ?? [];
  if (archive === undefined || archive === '--help' || archive === '-h') console.log(HELP);
  else if (more.length > 0 || archive.startsWith('-')) throw new StartError(`“${[archive, ...more].join(' ')}” is not one file.`);
  else {
    process.umask(0o077);
    heedSignals();
    const { sessions, takenOut } = await restore(path.resolve(archive), force !== undefined);
    if (takenOut > 0) console.log(`Without ${takenOut} text${takenOut === 1 ? '' : 's'} of what was erased after the backup.`);
    console.log(`Restored ${sessions} session${sessions === 1 ? '' : 's'}, each with its chain and texts verified. Start the server.`);
  }
} catch (error) {
  exitIfInterrupted(error);
  fail(error);
}
