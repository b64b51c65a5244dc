import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmod, mkdir, mkdtemp, readdir, readFile, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { loadSecrets } from '../../server/auth/secrets.ts';
import { run } from '../setup/run.mjs';

// Each of them starts some programs.
vi.setConfig({ testTimeout: 240_000 });

let folder: string;
const backups: ChildProcess[] = [];
const at = (name: string) => path.join(folder, name);

/** A dump that has written something and never ends: what a backup is in the middle of. */
const ENDLESS = `#!/bin/sh
for arg; do case $arg in --file=*) echo 'Words of a patient' > "\${arg#--file=}";; esac; done
echo $$ >> "$STARTED"
exec sleep 3600
`;

async function tools(name: string, dump: string): Promise<void> {
  await mkdir(at(name));
  for (const [tool, script] of [
    ['pg_dump', dump],
    ['psql', '#!/bin/sh\nexec cat >/dev/null\n'],
  ] as const) {
    await writeFile(at(`${name}/${tool}`), script);
    await chmod(at(`${name}/${tool}`), 0o755);
  }
}

beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'bedside-interrupted-'));
  await tools('endless', ENDLESS);
  await tools('failing', '#!/bin/sh\nexit 1\n');
  await mkdir(at('backups'));
  loadSecrets(at('data/secrets.json'));
});
afterEach(async () => {
  for (const child of backups.splice(0)) child.kill('SIGKILL');
  for (const pid of await dumps()) if (lives(pid)) process.kill(pid);
  await rm(folder, { recursive: true });
});

const env = (binaries: string) => ({
  PATH: process.env['PATH'],
  POSTGRES_BIN: at(binaries),
  STARTED: at('started'),
  DATABASE_URL: 'postgres://127.0.0.1:1/none',
  REDIS_URL: 'redis://127.0.0.1:1',
  DATA_DIR: at('data'),
});
const program = (name: string, file: string, binaries: string) =>
  run(process.execPath, [path.join(import.meta.dirname, `${name}.ts`), at(file)], { env: env(binaries) });
const dumps = async () => (await readFile(at('started'), 'utf8').catch(() => '')).split('\n').filter(Boolean).map(Number);
const scratch = async (of = 'backups') => (await readdir(at(of))).filter((name) => name.startsWith('.')).toSorted();

/** A backup in the middle of its dump, the number of whose process is the last. */
async function begun(file: string) {
  const before = (await dumps()).length;
  const child = spawn(process.execPath, [path.join(import.meta.dirname, 'backup.ts'), at(file)], { env: env('endless'), stdio: 'ignore' });
  backups.push(child);
  await expect.poll(async () => (await dumps()).length, { timeout: 60_000 }).toBe(before + 1);
  return { child, ended: once(child, 'close'), dump: (await dumps()).at(-1) ?? 0 };
}

const lives = (pid: number) => {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
};

it.each([
  ['SIGINT', 130],
  ['SIGTERM', 143],
] as const)('[B3] a backup that is stopped by %s leaves nothing behind', async (signal, code) => {
  const { child, ended, dump } = await begun('backups/1.tar');
  expect(await scratch()).toHaveLength(1);
  child.kill(signal);
  expect(await ended).toEqual([code, null]);
  expect([await readdir(at('backups')), lives(dump)]).toEqual([[], false]);
});

it('[B3] what one that was killed left is removed by the next backup or restore, and a live one’s is not', async () => {
  const live = await begun('backups/1.tar');
  const [livesHere = ''] = await scratch();
  const killed = await begun('backups/2.tar');
  killed.child.kill('SIGKILL');
  await killed.ended;
  process.kill(killed.dump);
  // Of a program of before there was a lock, and of one that is only just beginning.
  for (const name of ['backups/.bedside-backup-older', 'data/.bedside-backup-older']) {
    await mkdir(at(name));
    const hours = new Date(Date.now() - 2 * 3_600_000);
    await utimes(at(name), hours, hours);
  }
  await mkdir(at('backups/.bedside-backup-zzzzzz'));
  expect([await scratch(), await scratch('data')]).toEqual([expect.objectContaining({ length: 4 }), ['.bedside-backup-older']]);
  expect(await program('backup', 'backups/3.tar', 'failing')).toEqual({ code: 1, output: 'pg_dump failed: \n' });
  expect([await scratch(), await scratch('data')]).toEqual([expect.arrayContaining([livesHere, '.bedside-backup-zzzzzz']), []]);
  expect(await scratch()).toHaveLength(2);
  await rm(at('backups/.bedside-backup-zzzzzz'), { recursive: true });

  live.child.kill('SIGKILL');
  await live.ended;
  process.kill(live.dump);
  expect(await program('restore', 'backups/none.tar', 'failing')).toMatchObject({ code: 1 });
  expect(await scratch()).toEqual([]);
});
