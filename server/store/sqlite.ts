import { chmodSync, closeSync, openSync } from 'node:fs';
import { Worker } from 'node:worker_threads';
import type { Reply, Request } from './sqlite-database.ts';
import { type Store, StoreUnavailable } from './store.ts';
import { storeOver } from './store-over.ts';

export type SqliteOptions = {
  /** Milliseconds to wait for another process's transaction. */
  busyTimeoutMs?: number;
};

/**
 * One SQLite file for one node, written in a worker thread: an append waits for the disk (WAL, synchronous=FULL)
 * while the event loop goes on, and appends that arrive meanwhile share one wait. Migrates the file. Rejects if it
 * can't be opened or was written by a newer program. Only the owner can read it (mode 600).
 */
export async function openSqliteStore(path: string, { busyTimeoutMs = 5000 }: SqliteOptions = {}): Promise<Store> {
  closeSync(openSync(path, 'a', 0o600));
  chmodSync(path, 0o600);
  const worker = new Worker(new URL('./sqlite-worker.ts', import.meta.url), { workerData: { path, busyTimeoutMs } });
  const waiting = new Map<number, { resolve: (result: unknown) => void; reject: (error: Error) => void }>();
  let gone = false;

  await new Promise((resolve, reject) => worker.once('message', resolve).once('error', reject));
  worker.on('message', (reply: Reply) => {
    const caller = waiting.get(reply.id);
    waiting.delete(reply.id);
    if (reply.ok) caller?.resolve(reply.result);
    else caller?.reject(reply.unavailable ? new StoreUnavailable(reply.message) : new Error(reply.message));
  });
  const exited = new Promise<void>((resolve) => {
    worker.on('error', () => {});
    worker.once('exit', () => {
      gone = true;
      for (const { reject } of waiting.values()) reject(new StoreUnavailable('the database thread is gone'));
      waiting.clear();
      resolve();
    });
  });

  const send = (request: Request) =>
    new Promise<unknown>((resolve, reject) => {
      if (gone) return reject(new StoreUnavailable('the database is closed'));
      waiting.set(request.id, { resolve, reject });
      worker.postMessage(request);
    });

  return storeOver(send, async () => {
    if (!gone) worker.postMessage('close');
    await exited;
  });
}
