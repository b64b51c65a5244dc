import { mkdtemp, readdir, rename, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { StartError } from '../../server/env.ts';

const PREFIX = '.bedside-backup-';
const LOCK = 'alive';
/** Milliseconds after which a folder without a lock is nobody's: of an older program, or of one that ended as it began. */
const UNLOCKED_MS = 60 * 60_000;

export const codeOf = (error: unknown) => (error instanceof Error && 'code' in error ? String(error.code) : 'unknown');

/** A folder for this process alone beside `target`, hence on the same disk; gone when `work` has ended. */
export async function beside<T>(target: string, work: (folder: string) => Promise<T>): Promise<T> {
  const folder = await mkdtemp(path.join(path.dirname(target), PREFIX)).catch((error: unknown) => {
    throw new StartError(`Nothing can be written beside ${target} (${codeOf(error)}).`);
  });
  let lock: DatabaseSync | null = null;
  try {
    lock = await hold(folder);
    return await work(folder);
  } finally {
    await remove(folder);
    lock?.close();
  }
}

const remove = (folder: string) => rm(folder, { recursive: true, force: true, maxRetries: 5 });

/**
 * Says that somebody lives here, for as long as this process does: the kernel lets go of a database's lock whatever ends its
 * holder. Not a process's number, since those of two containers on one folder are often the same.
 */
async function hold(folder: string): Promise<DatabaseSync> {
  const file = path.join(folder, LOCK);
  const lock = new DatabaseSync(`${file}.new`);
  lock.exec('PRAGMA journal_mode = MEMORY; BEGIN EXCLUSIVE');
  // Under its name only once it is held: who finds it before that would take it for a dead one's.
  await rename(`${file}.new`, file);
  return lock;
}

/**
 * Removes what backups and restores that were killed left in these folders: whole copies, which no erasure reaches (rule B3).
 * Returns what could not be removed, with why. A live one's stays.
 */
export async function removeStale(folders: readonly string[]): Promise<string[]> {
  const left: string[] = [];
  for (const parent of new Set(folders)) {
    const names = await readdir(parent).catch(() => []);
    for (const folder of names.filter((name) => name.startsWith(PREFIX)).map((name) => path.join(parent, name))) {
      try {
        if (await isDead(folder)) await remove(folder);
      } catch (error) {
        // Its owner may have been quicker.
        if (codeOf(error) !== 'ENOENT') left.push(`${folder} (${codeOf(error)})`);
      }
    }
  }
  return left;
}

/** Throws where nobody can tell. */
async function isDead(folder: string): Promise<boolean> {
  const found = await readdir(folder);
  if (!found.includes(LOCK)) return Date.now() - (await stat(folder)).mtimeMs > UNLOCKED_MS;
  const lock = new DatabaseSync(path.join(folder, LOCK), { readOnly: true, timeout: 0 });
  try {
    lock.prepare('SELECT count(*) FROM sqlite_schema').get();
    return true;
  } catch (error) {
    if (error instanceof Error && 'errcode' in error && error.errcode === 5) return false;
    throw error;
  } finally {
    lock.close();
  }
}
