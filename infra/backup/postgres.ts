import { existsSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { StartError } from '../../server/env.ts';
import { interruption, run } from './interruption.ts';
import { codeOf } from './scratch.ts';

/** Where Debian and macOS have the authorities that everybody trusts. */
const SYSTEM_AUTHORITIES = ['/etc/ssl/certs/ca-certificates.crt', '/etc/ssl/cert.pem'];

/** libpq's variables for a URL: on a command line everybody on the machine could read the password. */
function environment(databaseUrl: string): NodeJS.ProcessEnv {
  const url = new URL(databaseUrl);
  const sslMode = url.searchParams.get('sslmode') ?? '';
  const { PATH = '', POSTGRES_BIN, PGSSLROOTCERT } = process.env;
  // To verify, libpq before 16 wants a file of authorities and knows of none but one in the user's home, where Node takes its own.
  const authorities = sslMode.startsWith('verify-') ? (PGSSLROOTCERT ?? SYSTEM_AUTHORITIES.find((file) => existsSync(file))) : undefined;
  const given = {
    PGHOST: url.hostname.replace(/^\[(.*)\]$/, '$1'),
    PGPORT: url.port,
    PGUSER: decodeURIComponent(url.username),
    PGPASSWORD: decodeURIComponent(url.password),
    PGDATABASE: decodeURIComponent(url.pathname.slice(1)),
    PGSSLMODE: sslMode,
    PGSSLROOTCERT: url.searchParams.get('sslrootcert') ?? authorities ?? '',
    // Homebrew and Debian keep some versions out of the PATH.
    PATH: POSTGRES_BIN ? `${POSTGRES_BIN}:${PATH}` : PATH,
  };
  const host = url.searchParams.get('host');
  const set = Object.entries({ ...given, ...(host === null ? {} : { PGHOST: host }) }).filter(([, value]) => value !== '');
  return { ...process.env, ...Object.fromEntries(set) };
}

/** Ids of all texts of an installation are read at once. */
const OUTPUT_BYTES = 1024 * 1024 * 1024;

type Tool = { input?: string; cleansUp?: boolean };

async function tool(name: string, args: readonly string[], databaseUrl: string, how: Tool = {}): Promise<string> {
  try {
    return await run(name, args, { env: environment(databaseUrl), maxBuffer: OUTPUT_BYTES, ...how });
  } catch (error) {
    if (!how.cleansUp) interruption.throwIfAborted();
    if (codeOf(error) === 'ENOENT')
      throw new StartError(
        `${name} is not installed: apt-get install postgresql-client, or brew install postgresql@17, not older than the server. Where it is not in the PATH, set POSTGRES_BIN to its folder.`,
      );
    const said = error instanceof Error && 'stderr' in error ? String(error.stderr).trim().split('\n').slice(-3).join(' ') : '';
    throw new StartError(`${name} failed: ${said}`);
  }
}

/** One moment of the database, in pg_dump's own format, while nodes write. Throws `StartError`. */
export async function dumpPostgres(databaseUrl: string, file: string): Promise<void> {
  await tool('pg_dump', ['--format=custom', '--no-owner', '--no-privileges', `--file=${file}`], databaseUrl);
}

/** What one statement gives, as text. Over psql's input, since a command line has an end. Throws `StartError`. */
export async function query(databaseUrl: string, sql: string, { cleansUp = false }: Tool = {}): Promise<string> {
  const args = ['--no-psqlrc', '--quiet', '--tuples-only', '--no-align', '--set=ON_ERROR_STOP=1'];
  return (await tool('psql', args, databaseUrl, { input: `${sql};\n`, cleansUp })).trim();
}

/** Whether the database has tables of anybody's. Throws `StartError`. */
export async function postgresIsEmpty(databaseUrl: string): Promise<boolean> {
  return (await query(databaseUrl, 'SELECT count(*) FROM information_schema.tables WHERE table_schema = current_schema()')) === '0';
}

/**
 * Other connections to the database that are there to stay: nodes that still run. Who has just left is seen for a moment more, hence
 * it looks again for a second. Throws `StartError`.
 */
export async function postgresUsers(databaseUrl: string): Promise<number> {
  // Processes of the server itself have no user, or another type; of others' a role without rights is told the user alone.
  const others = `SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()
    AND usesysid IS NOT NULL AND coalesce(backend_type, 'client backend') = 'client backend'`;
  for (let look = 1; ; look++) {
    const users = Number(await query(databaseUrl, others));
    if (users === 0 || look === 6) return users;
    await sleep(200);
  }
}

/** In one transaction: all or nothing. `replace` drops what the dump brings first. Throws `StartError`. */
export async function loadPostgres(databaseUrl: string, file: string, replace: boolean): Promise<void> {
  const clean = replace ? ['--clean', '--if-exists'] : [];
  const database = environment(databaseUrl)['PGDATABASE'] ?? '';
  const args = ['--no-owner', '--no-privileges', '--exit-on-error', '--single-transaction', ...clean, `--dbname=${database}`, file];
  await tool('pg_restore', args, databaseUrl);
}
