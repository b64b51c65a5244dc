import { parentPort, receiveMessageOnPort, workerData } from 'node:worker_threads';
import * as z from 'zod';
import { type Request, SqliteDatabase } from './sqlite-database.ts';

const { path, busyTimeoutMs } = z.object({ path: z.string(), busyTimeoutMs: z.int() }).parse(workerData);
const port = parentPort;
if (!port) throw new Error('runs as a worker thread only');
const database = new SqliteDatabase(path, busyTimeoutMs, (damaged) => port.postMessage({ damaged }));

/** Milliseconds between two tries to scrub: at first, and at the most, while others read the file for long. */
const [SOON_MS, LATE_MS] = [20, 2000];
let wait = SOON_MS;
let trying: NodeJS.Timeout | null = null;

function scrub(): void {
  database.scrub();
  trying = database.unscrubbed ? setTimeout(scrub, wait) : null;
  wait = trying ? Math.min(2 * wait, LATE_MS) : SOON_MS;
}

port.on('message', (first: Request | 'close') => {
  // Whatever arrived while the disk was busy shares the next commit.
  const batch: Request[] = [];
  let next: { message: Request | 'close' } | undefined = { message: first };
  for (; next && next.message !== 'close'; next = receiveMessageOnPort(port)) batch.push(next.message);
  for (const reply of database.run(batch)) port.postMessage(reply);
  if (next) {
    if (trying) clearTimeout(trying);
    database.close();
    port.close();
  } else if (database.unscrubbed && !trying) scrub();
});
port.postMessage('ready');
scrub();
