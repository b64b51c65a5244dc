import { execFileSync } from 'node:child_process';
import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { startApp, type Harness } from '../../server/testing/harness.ts';
import { openSqliteStore } from '../../server/store/sqlite.ts';
import { openClient } from '../../server/testing/client.ts';
import { run } from '../setup/run.mjs';
import { pack } from './archive.ts';

// Each of them starts many programs.
vi.setConfig({ testTimeout: 240_000 });

let folder: string;
let harness: Harness;
const at = (name: string) => path.join(folder, name);

beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'bedside-backup-'));
  harness = await startApp();
});
afterEach(async () => {
  await harness.close();
  await rm(folder, { recursive: true });
});

const program = (name: string, dataDir: string, args: readonly string[]) =>
  run(process.execPath, [path.join(import.meta.dirname, `${name}.ts`), ...args], { env: { PATH: process.env['PATH'], DATA_DIR: dataDir } });
const backup = (file: string) => program('backup', harness.env.dataDir, [file]);
const restore = (file: string, dataDir: string, ...more: string[]) => program('restore', dataDir, [file, ...more]);

/** A session with a question that stays and one that was withdrawn. */
async function fill() {
  const sessionId = await harness.schedule();
  await harness.act(sessionId, 'viewer', { type: 'submit-question', text: 'Shall I rest after the vaccine?' });
  const viewer = await harness.join(sessionId, 'viewer');
  const asked = await viewer.command({ type: 'submit-question', text: 'A secret that is taken back' });
  if (!asked.ok || asked.questionId === undefined) throw new Error('not asked');
  await viewer.command({ type: 'withdraw-question', questionId: asked.questionId });
  viewer.close();
  return sessionId;
}

it('[B1][B2] goes out while the server runs and comes back whole, roles, texts, chain and cookies included', async () => {
  const sessionId = await fill();
  const doctor = await harness.staff(sessionId, 'host');
  const made = await backup(at('backup.tar'));
  expect(made).toEqual({ code: 0, output: expect.stringContaining('has the database and the secrets') });
  expect((await stat(at('backup.tar'))).mode & 0o777).toBe(0o600);
  expect(await readdir(folder)).toEqual(['backup.tar']);
  // Asked after the backup: not in it.
  await harness.act(sessionId, 'viewer', { type: 'submit-question', text: 'Too late for the backup' });

  const restored = await restore(at('backup.tar'), at('data'));
  expect(restored).toEqual({ code: 0, output: 'Restored 1 session, each with its chain and texts verified. Start the server.\n' });
  expect((await readdir(at('data'))).toSorted()).toEqual(['bedside.db', 'secrets.json']);
  for (const file of ['bedside.db', 'secrets.json']) expect((await stat(path.join(at('data'), file))).mode & 0o777).toBe(0o600);
  expect((await readFile(at('backup.tar'), 'latin1')).includes('A secret that is taken back')).toBe(false);

  const store = await openSqliteStore(path.join(at('data'), 'bedside.db'));
  const texts = await store.allTexts(sessionId);
  expect([...texts.values()]).toEqual(['Shall I rest after the vaccine?']);
  const next = await startApp({ store, settings: { SECRETS_FILE: path.join(at('data'), 'secrets.json') } });
  // The doctor's cookie still says who they are, and the role is theirs.
  const client = await openClient({ ...doctor, url: next.url }, sessionId, 'host');
  expect(client.view().seq).toBeGreaterThan(0);
  client.close();
  await next.close();
});

it('[B3] takes out of the backups before it what was erased since, and out of nothing else', async () => {
  const sessionId = await fill();
  const viewer = await harness.join(sessionId, 'viewer');
  const asked = await viewer.command({ type: 'submit-question', text: 'A sentence that is taken back later' });
  await viewer.command({ type: 'submit-question', text: 'A sentence that stays for ever' });
  if (!asked.ok || asked.questionId === undefined) throw new Error('not asked');
  const holds = async (name: string, text: string) => (await readFile(at(name), 'latin1')).includes(text);
  await backup(at('1.tar'));
  await writeFile(at('no-backup.tar'), 'A sentence that is taken back later');
  // Of another installation, where nobody erased anything.
  const other = await startApp();
  const elsewhere = await other.schedule();
  await other.act(elsewhere, 'viewer', { type: 'submit-question', text: 'A sentence of somewhere else' });
  await program('backup', other.env.dataDir, [at('other.tar')]);
  await other.close();
  expect(await holds('1.tar', 'taken back later')).toBe(true);

  await viewer.command({ type: 'withdraw-question', questionId: asked.questionId });
  viewer.close();
  const made = await backup(at('2.tar'));
  expect(made.code).toBe(0);
  expect(made.output).toMatch(/1\.tar had 1 text of what was erased since, and has none/);
  expect(made.output).toMatch(/no-backup\.tar is left as it is/);
  for (const name of ['1.tar', '2.tar']) {
    expect(await holds(name, 'taken back later')).toBe(false);
    expect(await holds(name, 'stays for ever')).toBe(true);
    expect((await stat(at(name))).mode & 0o777).toBe(0o600);
    const restored = await restore(at(name), at(`data-${name}`));
    expect(restored.code).toBe(0);
    expect(restored.output.includes('Without 1 text of what was erased after the backup.')).toBe(name === '1.tar');
  }
  const verified = await run(process.execPath, [path.join(import.meta.dirname, '../verify.ts')], {
    env: { PATH: process.env['PATH'], DATA_DIR: at('data-1.tar') },
  });
  expect(verified).toEqual({ code: 0, output: expect.stringMatching(/ whole .*\n {2}texts that were taken out of .* of events: 6\n$/) });
  expect(await holds('other.tar', 'somewhere else')).toBe(true);
  expect((await readdir(folder)).filter((name) => name.startsWith('.'))).toEqual([]);
  expect((await backup(at('3.tar'))).output).not.toContain('has none now');
});

it('[B1] never takes the place of a file, and says what is missing', async () => {
  await fill();
  await writeFile(at('there.tar'), 'mine');
  expect(await backup(at('there.tar'))).toEqual({ code: 1, output: expect.stringContaining('is there already') });
  expect(await readFile(at('there.tar'), 'utf8')).toBe('mine');
  expect(await backup(at('no/such/folder.tar'))).toMatchObject({
    code: 1,
    output: expect.stringContaining('Nothing can be written beside'),
  });
  expect(await program('backup', at('empty'), [at('a.tar')])).toMatchObject({
    code: 1,
    output: expect.stringMatching(/^There is no secrets file/),
  });
});

it('[B2] refuses a target that is in use or not empty, and replaces it when told to', async () => {
  await fill();
  await backup(at('backup.tar'));
  const { dataDir } = harness.env;
  expect(await restore(at('backup.tar'), dataDir)).toMatchObject({ code: 1, output: expect.stringContaining('With --force') });
  expect(await restore(at('backup.tar'), dataDir, '--force')).toMatchObject({ code: 1, output: expect.stringContaining('is in use') });
  await restore(at('backup.tar'), at('data'));
  expect(await restore(at('backup.tar'), at('data'))).toMatchObject({ code: 1 });
  expect(await restore(at('backup.tar'), at('data'), '--force')).toMatchObject({ code: 0 });
});

it('[B2] refuses what was cut, altered or has a log that is not whole, before anything is touched', async () => {
  const sessionId = await fill();
  await backup(at('backup.tar'));
  const whole = await readFile(at('backup.tar'));
  await writeFile(at('cut.tar'), whole.subarray(0, whole.length / 2));
  await writeFile(at('altered.tar'), Buffer.from(whole.toString('latin1').replace('Shall I rest', 'Shall I rust'), 'latin1'));
  await writeFile(at('other.tar'), 'no tar at all');
  for (const name of ['cut.tar', 'altered.tar', 'other.tar', 'missing.tar'])
    expect(await restore(at(name), at('data'))).toEqual({ code: 1, output: expect.stringContaining('is not a whole backup of Bedside') });

  // Somebody who also mends the manifest's sums is caught by the chain.
  const forged = await mkdtemp(at('forged-'));
  execFileSync('tar', ['-C', forged, '-xf', at('backup.tar')]);
  const database = new DatabaseSync(path.join(forged, 'database'));
  database.exec(`UPDATE events SET event = replace(event, 'A session for tests', 'A session for rests') WHERE seq = 1`);
  database.close();
  await pack(forged, 'sqlite', 0, at('forged.tar'));
  expect(await restore(at('forged.tar'), at('data'))).toEqual({ code: 1, output: `The log is not whole of: ${sessionId}.\n` });
  expect(await readdir(at('data'))).toEqual([]);
});

it.each([
  ['altered', `UPDATE texts SET body = replace(body, 'Shall I rest', 'Shall I rust')`],
  ['deleted', 'DELETE FROM texts'],
])('[A9][B2] refuses one in which a text was %s, though the manifest’s sums were mended', async (_what, sql) => {
  const sessionId = await fill();
  await backup(at('backup.tar'));
  const forged = await mkdtemp(at('forged-'));
  execFileSync('tar', ['-C', forged, '-xf', at('backup.tar')]);
  const database = new DatabaseSync(path.join(forged, 'database'));
  database.exec(sql);
  database.close();
  await pack(forged, 'sqlite', 0, at('forged.tar'));
  const { code, output } = await restore(at('forged.tar'), at('data'));
  expect([code, output]).toEqual([1, `Texts are missing, altered or too many in: ${sessionId}.\n`]);
  expect(await readdir(at('data'))).toEqual([]);
});
