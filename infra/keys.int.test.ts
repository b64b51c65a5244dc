import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { type Keys, keyName, newKey, readSecrets } from '../server/auth/secrets.ts';
import { openSqliteStore } from '../server/store/sqlite.ts';
import { openClient } from '../server/testing/client.ts';
import { startApp } from '../server/testing/harness.ts';
import { run } from './setup/run.mjs';

// Each of them starts many programs.
vi.setConfig({ testTimeout: 240_000 });

let folder: string;
let file: string;
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'bedside-keys-'));
  file = path.join(folder, 'secrets.json');
});
afterEach(() => rm(folder, { recursive: true }));

const root = path.resolve(import.meta.dirname, '..');
// As infra/runbook.md has it: what all nodes share, hence no NODE_URL.
const shared = { DATABASE_URL: 'postgres://bedside@127.0.0.1:1/bedside', REDIS_URL: 'redis://127.0.0.1:1' };
const env = () => ({ PATH: process.env['PATH'], SECRETS_FILE: file, ...shared });
const keys = (...args: string[]) => run(process.execPath, [path.join(root, 'infra/keys.ts'), ...args], { env: env() });
const read = () => readSecrets(file)?.keys.map(keyName) ?? [];

it('[K2] nodes that start at once on one file have the same keys', async () => {
  const code = `import { loadSecrets, keyName } from './server/auth/secrets.ts'; console.log(keyName(loadSecrets(process.env.SECRETS_FILE).keys[0]));`;
  const node = () => run(process.execPath, ['--input-type=module', '--eval', code], { cwd: root, env: env() });
  const all = await Promise.all(Array.from({ length: 6 }, node));
  expect(all.map(({ code: exit }) => exit)).toEqual([0, 0, 0, 0, 0, 0]);
  expect(new Set(all.map(({ output }) => output.trim()))).toEqual(new Set(read()));
  expect(await readdir(folder)).toEqual(['secrets.json']);
});

it('[K3] changes the list one step at a time, and says what comes next', async () => {
  expect(await keys('list')).toMatchObject({ code: 1, output: expect.stringMatching(/^There is no secrets file .+\n$/) });
  expect(await keys('add')).toMatchObject({ code: 0 });
  const [old = '', young = ''] = read();
  expect(await keys('list')).toEqual({ code: 0, output: `${old}  signs\n${young}  accepted\n` });
  expect((await keys('promote', young)).output).toMatch(new RegExp(`^${young}  signs\n${old}  accepted\n\nRestart every node`));
  expect(read()).toEqual([young, old]);
  const before = await readFile(file, 'utf8');
  const refused: [string[], RegExp][] = [
    [['drop', young], /^This key signs\. .+\n$/],
    [['drop', 'ffffffff'], /^There is no key “ffffffff”\. .+\n$/],
    [['promote'], /^Which key\? .+\n$/],
    [['add', 'two'], /^“add two” is not understood\. .+\n$/],
    [['list', 'a', 'b'], /^“b” is too much\. .+\n$/],
  ];
  for (const [args, sentence] of refused) expect(await keys(...args)).toMatchObject({ code: 1, output: expect.stringMatching(sentence) });
  expect(await readFile(file, 'utf8')).toBe(before);
  expect((await keys('drop', old)).code).toBe(0);
  expect(read()).toEqual([young]);
  expect((await keys()).output).toContain('npm run keys -- promote <name>');
});

it('[K1][K3] through a whole change of keys a doctor keeps the role on every node', async () => {
  const [old, young] = [newKey(), newKey()];
  const node = async (keys: Keys) => startApp({ secrets: { keys }, store: await openSqliteStore(path.join(folder, 'bedside.db')) });
  const steps: Keys[] = [[old, young], [young, old], [young]];
  let running = await node([old]);
  const sessionId = await running.schedule();
  const doctor = await running.staff(sessionId, 'host');
  for (const keys of steps) {
    // One node has the new list, the other not yet: a page may land on either, and be given a new cookie by either.
    const next = await node(keys);
    for (const { url } of [next, running, next]) {
      const client = await openClient({ ...doctor, url }, sessionId, 'host');
      expect(client.view().seq).toBeGreaterThan(0);
      client.close();
      await doctor.fetch(`${url}/api/me`);
    }
    await running.close();
    running = next;
  }
  await running.close();
});
