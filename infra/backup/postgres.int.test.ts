import { spawn } from 'node:child_process';
import { mkdir, mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { loadSecrets, readSecrets } from '../../server/auth/secrets.ts';
import { openPostgresStore } from '../../server/store/postgres.ts';
import { startApp } from '../../server/testing/harness.ts';
import { type PostgresServer, startPostgres } from '../../server/testing/postgres.ts';
import { run } from '../setup/run.mjs';
import { postgresUsers } from './postgres.ts';
import { dropStale, scratchName, whileAlive } from './postgres-scratch.ts';

// Many programs and a database's start.
vi.setConfig({ testTimeout: 240_000, hookTimeout: 120_000 });

let folder: string;
let postgres: PostgresServer;
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'bedside-backup-pg-'));
  postgres = await startPostgres({ autovacuum_naptime: '1s' });
});
afterAll(async () => {
  await postgres.close();
  await rm(folder, { recursive: true });
});

const at = (name: string) => path.join(folder, name);
const program = (name: string, url: string, secrets: string, args: readonly string[], more: Record<string, string | undefined> = {}) =>
  run(process.execPath, [path.join(import.meta.dirname, `${name}.ts`), ...args], {
    // As infra/runbook.md has it: what all nodes share, hence no NODE_URL.
    env: {
      PATH: process.env['PATH'],
      POSTGRES_BIN: process.env['POSTGRES_BIN'],
      DATABASE_URL: url,
      REDIS_URL: 'redis://127.0.0.1:1',
      DATA_DIR: at('data'),
      SECRETS_FILE: at(secrets),
      ...more,
    },
  });

it('[B1][B2] Postgres goes out while nodes write and comes back into another database, whole', async () => {
  const from = await postgres.createDatabase();
  const to = await postgres.createDatabase();
  loadSecrets(at('secrets.json'));
  const harness = await startApp({ store: await openPostgresStore(from.url) });
  const sessionId = await harness.schedule();
  await harness.act(sessionId, 'viewer', { type: 'submit-question', text: 'Shall I rest after the vaccine?' });

  expect(await program('backup', from.url, 'secrets.json', [at('backup.tar')])).toMatchObject({ code: 0 });
  expect((await stat(at('backup.tar'))).mode & 0o777).toBe(0o600);
  expect((await readFile(at('backup.tar'), 'latin1')).includes('PGDMP')).toBe(true);

  const restore = (url: string, ...more: string[]) => program('restore', url, 'restored.json', [at('backup.tar'), ...more]);
  expect(await restore(from.url)).toMatchObject({ code: 1, output: expect.stringContaining('is not empty') });
  expect(await restore(from.url, '--force')).toMatchObject({ code: 1, output: expect.stringContaining('Somebody is connected') });
  expect(await restore(to.url)).toEqual({
    code: 0,
    output: 'Restored 1 session, each with its chain and texts verified. Start the server.\n',
  });
  expect(readSecrets(at('restored.json'))).toEqual(readSecrets(at('secrets.json')));
  expect(await restore(to.url, '--force')).toMatchObject({ code: 0 });

  const store = await openPostgresStore(to.url);
  expect([...(await store.allTexts(sessionId)).values()]).toEqual(['Shall I rest after the vaccine?']);
  expect(await store.head(sessionId)).toBe(await harness.store.head(sessionId));
  await store.close();
  await harness.close();
  await from.drop();
  await to.drop();
});

const tools = { ...process.env, PATH: [process.env['POSTGRES_BIN'], process.env['PATH']].filter(Boolean).join(':') };
async function ask(url: string, sql: string): Promise<string> {
  const { code, output } = await run('psql', ['--no-psqlrc', '--quiet', '--tuples-only', '--no-align', `--command=${sql}`, url], {
    env: tools,
  });
  if (code !== 0) throw new Error(output);
  return output.trim();
}

it('[B3] Postgres: a backup before loses what was erased since, where a database may be made for that', async () => {
  const { url, drop } = await postgres.createDatabase();
  loadSecrets(at('secrets.json'));
  const harness = await startApp({ store: await openPostgresStore(url) });
  const sessionId = await harness.schedule();
  const viewer = await harness.join(sessionId, 'viewer');
  const asked = await viewer.command({ type: 'submit-question', text: 'A sentence that is taken back later' });
  await viewer.command({ type: 'submit-question', text: 'A sentence that stays for ever' });
  if (!asked.ok || asked.questionId === undefined) throw new Error('not asked');
  await mkdir(at('erased'));
  expect(await program('backup', url, 'secrets.json', [at('erased/1.tar')])).toMatchObject({ code: 0 });
  await viewer.command({ type: 'withdraw-question', questionId: asked.questionId });
  viewer.close();
  await harness.close();

  await ask(url, `CREATE ROLE bound LOGIN PASSWORD 'bound'; GRANT pg_read_all_data TO bound`);
  const bound = Object.assign(new URL(url), { username: 'bound', password: 'bound' }).href;
  expect((await program('backup', bound, 'secrets.json', [at('erased/2.tar')])).output).toMatch(
    /1\.tar is left as it is.*permission denied/,
  );
  // Of a backup that was killed, and of one that goes on, of another database.
  const [dead, alive] = [scratchName(), scratchName()];
  for (const name of [dead, alive]) await ask(url, `CREATE DATABASE ${name}`);
  const other = await postgres.createDatabase();
  const made = await whileAlive(other.url, alive, () => program('backup', url, 'secrets.json', [at('erased/3.tar')]));
  expect(made.output).toMatch(/1\.tar had 1 text/);
  const scratches = () => ask(url, `SELECT datname FROM pg_database WHERE datname LIKE 'bedside_erase_%'`);
  expect(await scratches()).toBe(alive);
  await dropStale(url);
  expect(await scratches()).toBe('');
  await other.drop();
  const restored = await postgres.createDatabase();
  expect(await program('restore', restored.url, 'erased.json', [at('erased/1.tar')])).toEqual({
    code: 0,
    output: expect.stringContaining('Without 1 text of what was erased after the backup.'),
  });
  const store = await openPostgresStore(restored.url);
  expect([...(await store.allTexts(sessionId)).values()]).toEqual(['A sentence that stays for ever']);
  await store.close();
  await restored.drop();
  await drop();
});

it('[B2] counts as users neither who has just left nor the server’s own processes, but anybody else’s connection', async () => {
  loadSecrets(at('secrets.json'));
  const { url, drop } = await postgres.createDatabase();
  await (await openPostgresStore(url)).close();
  expect(await program('backup', url, 'secrets.json', [at('busy.tar')])).toMatchObject({ code: 0 });
  // So slow that it is there for as long as this takes.
  await ask(
    url,
    `CREATE TABLE rows (id int) WITH (autovacuum_vacuum_cost_delay = 100, autovacuum_vacuum_cost_limit = 1,
      autovacuum_vacuum_threshold = 1, autovacuum_vacuum_scale_factor = 0)`,
  );
  await ask(url, 'INSERT INTO rows SELECT generate_series(1, 200000); DELETE FROM rows');
  const others = (type: string) => `SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND backend_type = '${type}'`;
  await expect.poll(() => ask(url, others('autovacuum worker')), { timeout: 60_000, interval: 200 }).toBe('1');
  expect(await postgresUsers(url)).toBe(0);

  // It stays for as long as it has something to read.
  const connected = spawn('psql', ['--no-psqlrc', url], { env: tools, stdio: ['pipe', 'ignore', 'inherit'] });
  await expect.poll(() => ask(url, others('client backend')), { timeout: 20_000 }).toBe('2');
  expect(await postgresUsers(url)).toBe(1);
  // A role without rights is told nothing of others but that they are there.
  await ask(url, `CREATE ROLE guest LOGIN PASSWORD 'guest'`);
  expect(await postgresUsers(Object.assign(new URL(url), { username: 'guest', password: 'guest' }).href)).toBe(1);
  expect(await program('restore', url, 'secrets.json', [at('busy.tar'), '--force'])).toMatchObject({ code: 1 });
  const leaving = sleep(300).then(() => connected.stdin.end());
  expect(await postgresUsers(url)).toBe(0);
  await leaving;
  expect(await program('restore', url, 'secrets.json', [at('busy.tar'), '--force'])).toMatchObject({ code: 0 });
  expect(await ask(url, others('autovacuum worker'))).not.toBe('0');
  await drop();
});

it('takes the tools that POSTGRES_BIN names before those of the PATH', async () => {
  loadSecrets(at('secrets.json'));
  await mkdir(at('bin'));
  await writeFile(at('bin/pg_dump'), '#!/bin/sh\necho one of its own >&2\nexit 1\n', { mode: 0o755 });
  const { output } = await program('backup', 'postgres://127.0.0.1:1/none', 'secrets.json', [at('bin.tar')], { POSTGRES_BIN: at('bin') });
  expect(output).toBe('pg_dump failed: one of its own\n');
});

it('verifies who answers: by the authority that the URL names, else by the system’s', async () => {
  loadSecrets(at('secrets.json'));
  const { url, drop } = await postgres.createDatabase();
  const names = ['-subj', '/CN=127.0.0.1', '-addext', 'subjectAltName=IP:127.0.0.1', '-keyout', at('key.pem'), '-out', at('own.pem')];
  await run('openssl', ['req', '-x509', '-newkey', 'rsa:2048', '-nodes', '-days', '1', ...names]);
  for (const [file, name] of [
    ['own.pem', 'server.crt'],
    ['key.pem', 'server.key'],
  ] as const) {
    // Written by the server, so that they are its user's.
    const lines = (await readFile(at(file), 'utf8')).trim();
    await ask(url, `COPY (SELECT unnest(string_to_array('${lines}', E'\\n'))) TO PROGRAM 'cat > ${name} && chmod 600 ${name}'`);
  }
  await ask(url, 'ALTER SYSTEM SET ssl = on');
  await ask(url, 'SELECT pg_reload_conf()');
  await expect.poll(() => ask(url, 'SHOW ssl'), { timeout: 20_000 }).toBe('on');

  const own = `${url}?sslmode=verify-full&sslrootcert=${at('own.pem')}`;
  expect(await program('backup', own, 'secrets.json', [at('verified.tar')])).toMatchObject({ code: 0 });
  // As Node does; libpq alone would ask for a file in the user's home, and connect to nobody.
  const { code, output } = await program('backup', `${url}?sslmode=verify-full`, 'secrets.json', [at('refused.tar')]);
  expect([code, output]).toEqual([1, expect.stringContaining('certificate verify failed')]);
  await drop();
});

it('[B1][B2] says what is wrong without the password', async () => {
  loadSecrets(at('secrets.json'));
  const url = 'postgres://somebody:a-password@127.0.0.1:1/none';
  const { code, output } = await program('backup', url, 'secrets.json', [at('none.tar')]);
  expect(code).toBe(1);
  expect(output).toMatch(/^pg_dump failed: .+\n$/);
  expect(output).not.toContain('a-password');
});
