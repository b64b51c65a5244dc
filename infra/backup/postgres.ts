import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { StartError } from '../../server/env.ts';
import { codeOf } from './archive.ts';

const run = promisify(execFile);

/** libpq's variables for a URL: on a command line everybody on the machine could read the password. */
function environment(databaseUrl: string): NodeJS.ProcessEnv {
  const url = new URL(databaseUrl);
  const given = {
    PGHOST: url.hostname.replace(/^\[(.*)\]$/, '$1'),
    PGPORT: url.port,
    PGUSER: decodeURIComponent(url.username),
    PGPASSWORD: decodeURIComponent(url.password),
    PGDATABASE: decodeURIComponent(url.pathname.slice(1)),
    PGSSLMODE: url.searchParams.get('sslmode') ?? '',
    PGSSLROOTCERT: url.searchParams.get('sslrootcert') ?? '',
  };
  const host = url.searchParams.get('host');
  const set = Object.entries({ ...given, ...(host === null ? {} : { PGHOST: host }) }).filter(([, value]) => value !== '');
  return { ...process.env, ...Object.fromEntries(set) };
}

async function tool(name: string, args: readonly string[], databaseUrl: string): Promise<string> {
  try {
    return (await run(name, args, { env: environment(databaseUrl), maxBuffer: 1024 * 1024 })).stdout;
  } catch (error) {
    if (codeOf(error) === 'ENOENT')
      throw new StartError(`${name} is not installed: apt-get install postgresql-client, not older than the server.`);
    const said = error instanceof Error && 'stderr' in error ? String(error.stderr).trim().split('\n').slice(-3).join(' ') : '';
    throw new StartError(`${name} failed: ${said}`);
  }
}

/** One moment of the database, in pg_dump's own format, while nodes write. Throws `StartError`. */
export async function dumpPostgres(databaseUrl: string, file: string): Promise<void> {
  await tool('pg_dump', ['--format=custom', '--no-owner', '--no-privileges', `--file=${file}`], databaseUrl);
}

/** Whether the database has tables of anybody's. Throws `StartError`. */
export async function postgresIsEmpty(databaseUrl: string): Promise<boolean> {
  const query = 'SELECT count(*) FROM information_schema.tables WHERE table_schema = current_schema()';
  return (await tool('psql', ['--no-psqlrc', '--tuples-only', '--no-align', '--command', query], databaseUrl)).trim() === '0';
}

/** Other connections to the database: nodes that are still running. Throws `StartError`. */
export async function postgresUsers(databaseUrl: string): Promise<number> {
  const query = 'SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()';
  return Number(await tool('psql', ['--no-psqlrc', '--tuples-only', '--no-align', '--command', query], databaseUrl));
}

/** In one transaction: all or nothing. `replace` drops what the dump brings first. Throws `StartError`. */
export async function loadPostgres(databaseUrl: string, file: string, replace: boolean): Promise<void> {
  const clean = replace ? ['--clean', '--if-exists'] : [];
  const database = environment(databaseUrl)['PGDATABASE'] ?? '';
  const args = ['--no-owner', '--no-privileges', '--exit-on-error', '--single-transaction', ...clean, `--dbname=${database}`, file];
  await tool('pg_restore', args, databaseUrl);
}
