import { existsSync } from 'node:fs';
import { chmod, copyFile } from 'node:fs/promises';
import path from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { readSecrets } from '../../server/auth/secrets.ts';
import { readEnv, StartError } from '../../server/env.ts';
import { databasePath } from '../../server/open.ts';
import { fail } from '../../server/run.ts';
import { beside, pack } from './archive.ts';
import { dumpPostgres } from './postgres.ts';

const HELP = `One file with the database and the secrets, made while Bedside runs:

  npm run backup -- backups/2026-11-24.tar

It is readable by you alone, and holds everything that people wrote: keep it as you keep the database, and no longer than
you promised. DATA_DIR, SECRETS_FILE and DATABASE_URL must be those of the server. Back: npm run restore -- --help`;

/** Throws `StartError` with one sentence. */
async function backup(target: string): Promise<void> {
  const env = readEnv(process.env, 'tool');
  if (existsSync(target)) throw new StartError(`${target} is there already. Choose another name.`);
  if (!readSecrets(env.secretsFile))
    throw new StartError(`There is no secrets file ${env.secretsFile}. Set SECRETS_FILE or DATA_DIR to the server's.`);
  await beside(target, async (folder) => {
    const database = path.join(folder, 'database');
    if (env.databaseUrl !== null) await dumpPostgres(env.databaseUrl, database);
    else copySqlite(databasePath(env), database);
    await chmod(database, 0o600);
    await copyFile(env.secretsFile, path.join(folder, 'secrets.json'));
    await pack(folder, env.databaseUrl === null ? 'sqlite' : 'postgres', Date.now(), target);
  });
}

/** One moment of the file, written anew without the pages that erased rows left free. */
function copySqlite(file: string, target: string): void {
  if (!existsSync(file)) throw new StartError(`There is no database ${file}. Set DATA_DIR to the server's.`);
  const database = new DatabaseSync(file, { timeout: 10_000 });
  try {
    database.prepare('VACUUM INTO ?').run(target);
  } finally {
    database.close();
  }
}

try {
  const [target, ...more] = process.argv.slice(2);
  if (target === undefined || target === '--help' || target === '-h') console.log(HELP);
  else if (more.length > 0 || target.startsWith('-')) throw new StartError(`“${[target, ...more].join(' ')}” is not one file.`);
  else {
    process.umask(0o077);
    await backup(path.resolve(target));
    console.log(`${target} has the database and the secrets.`);
  }
} catch (error) {
  fail(error);
}
