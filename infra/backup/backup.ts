import { existsSync } from 'node:fs';
import { chmod, copyFile } from 'node:fs/promises';
import path from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { readSecrets } from '../../server/auth/secrets.ts';
import { readEnv, StartError } from '../../server/env.ts';
import { databasePath } from '../../server/store/open.ts';
import { fail } from '../../server/fail.ts';
import { pack } from './archive.ts';
import { type Carried, carryErasures } from './erase.ts';
import { exitIfInterrupted, heedSignals } from './interruption.ts';
import { dumpPostgres } from './postgres.ts';
import { beside } from './scratch.ts';
import { tidyUp } from './tidy.ts';

const HELP = `One file with the database and the secrets, made while Bedside runs:

  npm run backup -- backups/2026-11-24.tar

It is readable by you alone, and holds everything that people wrote: keep it as you keep the database, and no longer than
you promised. What was erased since is taken out of the other backups in the same folder. DATA_DIR, SECRETS_FILE and DATABASE_URL must be those of the server. Back: npm run restore -- --help`;

/** Tells what became of the others in the folder. Throws `StartError` with one sentence. */
async function backup(target: string): Promise<Carried[]> {
  const env = readEnv(process.env, 'tool');
  if (existsSync(target)) throw new StartError(`${target} is there already. Choose another name.`);
  if (!readSecrets(env.secretsFile))
    throw new StartError(`There is no secrets file ${env.secretsFile}. Set SECRETS_FILE or DATA_DIR to the server's.`);
  await tidyUp(env, target);
  return beside(target, async (folder) => {
    const database = path.join(folder, 'database');
    if (env.databaseUrl !== null) await dumpPostgres(env.databaseUrl, database);
    else copySqlite(databasePath(env), database);
    await chmod(database, 0o600);
    await copyFile(env.secretsFile, path.join(folder, 'secrets.json'));
    const kind = env.databaseUrl === null ? 'sqlite' : 'postgres';
    await pack(folder, kind, Date.now(), target);
    return carryErasures(target, kind, database, env.databaseUrl);
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
    heedSignals();
    const others = await backup(path.resolve(target));
    console.log(`${target} has the database and the secrets.`);
    for (const other of others) {
      const name = path.relative('.', other.file);
      if ('left' in other) console.error(`${name} is left as it is, with what was erased since: ${other.left}`);
      else if (other.texts > 0)
        console.log(`${name} had ${other.texts} text${other.texts === 1 ? '' : 's'} of what was erased since, and has none now.`);
    }
  }
} catch (error) {
  exitIfInterrupted(error);
  fail(error);
}
