import { chmodSync, closeSync, mkdirSync, openSync } from 'node:fs';
import { dirname } from 'node:path';
import { Worker } from 'node:worker_threads';
import { warnOfDamage } from './rows.ts';
import type { Reply, Request } from './sqlite-database.ts';
import { type Store, StoreUnavailable } from './store.ts';
import { storeOver } from './store-over.ts';

export type SqliteOptions = {
  /** Milliseconds to wait for another process's transaction. */
  busyTimeoutMs?: number;
  /** A session that lists leave out, because what is stored of it does not parse; told once. By default a process warning. */
  onDamaged?: (sessionId: string) => void;
  /**
   * The thread ended without having been asked to. Nothing can be read or written any more, and what it was doing is
   * unknown: by default thrown where nobody catches it, so that the process ends and its supervisor starts another.
   */
  onGone?: (error: DatabaseGone) => void;
};

export class DatabaseGone extends Error {
  override readonly name = 'DatabaseGone';
}

/**
 * One SQLite file for one node, written in a worker thread: an append waits for the disk (WAL, synchronous=FULL)
 * while the event loop goes on, and appends that arrive meanwhile share one wait. Migrates the file. Rejects if it
 * can't be opened or was written by a newer program. Only the owner can read it (mode 600).
 */
export async function openSqliteStore(path: string, options: SqliteOptions = {}): Promise<Store> {
  const { busyTimeoutMs = 5000, onDamaged = warnOfDamage, onGone = rethrow } = options;
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
  closeSync(openSync(path, 'a', 0o600));
  chmodSync(path, 0o600);
  const worker = new Worker(new URL('./sqlite-worker.ts', import.meta.url), { workerData: { path, busyTimeoutMs } });
  const waiting = new Map<number, { resolve: (result: unknown) => void; reject: (error: Error) => void }>();
  let gone = false;
  let closing = false;

  await new Promise((resolve, reject) => worker.once('message', resolve).once('error', reject));
  worker.on('message', (reply: Reply | { damaged: string }) => {
    if ('damaged' in reply) return onDamaged(reply.damaged);
    const caller = waiting.get(reply.id);
    waiting.delete(reply.id);
    if (reply.ok) caller?.resolve(reply.result);
    else
      caller?.reject(reply.unavailable ? new StoreUnavailable(reply.message, reply.code) : withCode(new Error(reply.message), reply.code));
  });
  const exited = new Promise<void>((resolve) => {
    let cause: unknown;
    worker.on('error', (error: unknown) => void (cause = error));
    worker.once('exit', () => {
      gone = true;
      for (const { reject } of waiting.values()) reject(new StoreUnavailable('the database thread is gone'));
      waiting.clear();
      resolve();
      if (!closing) onGone(new DatabaseGone('the database thread ended', { cause }));
    });
  });

  const send = (request: Request) =>
    new Promise<unknown>((resolve, reject) => {
      if (gone) return reject(new StoreUnavailable('the database is closed'));
      waiting.set(request.id, { resolve, reject });
      worker.postMessage(request);
    });

  return storeOver(send, async () => {
    closing = true;
    if (!gone) worker.postMessage('close');
    await exited;
  });
}

function rethrow(error: Error): never {
  throw error;
}

const withCode = (error: Error, code: string | null) => (code === null ? error : Object.assign(error, { code }));
