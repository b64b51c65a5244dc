import { mkdtemp, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { loadSecrets, readSecrets } from '../../server/auth/secrets.ts';
import { openPostgresStore } from '../../server/store/postgres.ts';
import { startApp } from '../../server/testing/harness.ts';
import { type PostgresServer, startPostgres } from '../../server/testing/postgres.ts';
import { run } from '../setup/run.mjs';

// Many programs and a database's start.
vi.setConfig({ testTimeout: 240_000, hookTimeout: 120_000 });

let folder: string;
let postgres: PostgresServer;
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'bedside-backup-pg-'));
  postgres = await startPostgres();
});
afterAll(async () => {
  await postgres.close();
  await rm(folder, { recursive: true });
});

const at = (name: string) => path.join(folder, name);
const program = (name: string, url: string, secrets: string, args: readonly string[]) =>
  run(process.execPath, [path.join(import.meta.dirname, `${name}.ts`), ...args], {
    // As infra/runbook.md has it: what all nodes share, hence no NODE_URL.
    env: {
      PATH: process.env['PATH'],
      DATABASE_URL: url,
      REDIS_URL: 'redis://127.0.0.1:1',
      DATA_DIR: at('data'),
      SECRETS_FILE: at(secrets),
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
  expect(await restore(to.url)).toEqual({ code: 0, output: 'Restored 1 session, each with its chain verified. Start the server.\n' });
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

it('[B1][B2] says what is wrong without the password', async () => {
  loadSecrets(at('secrets.json'));
  const url = 'postgres://somebody:a-password@127.0.0.1:1/none';
  const { code, output } = await program('backup', url, 'secrets.json', [at('none.tar')]);
  expect(code).toBe(1);
  expect(output).toMatch(/^pg_dump failed: .+\n$/);
  expect(output).not.toContain('a-password');
});
