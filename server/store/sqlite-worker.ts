import { parentPort, receiveMessageOnPort, workerData } from 'node:worker_threads';
import * as z from 'zod';
import { type Request, SqliteDatabase } from './sqlite-database.ts';

const { path, busyTimeoutMs } = z.object({ path: z.string(), busyTimeoutMs: z.int() }).parse(workerData);
const port = parentPort;
if (!port) throw new Error('runs as a worker thread only');
const database = new SqliteDatabase(path, busyTimeoutMs, (damaged) => port.postMessage({ damaged }));

port.on('message', (first: Request | 'close') => {
  // Whatever arrived while the disk was busy shares the next commit.
  const batch: Request[] = [];
  let next: { message: Request | 'close' } | undefined = { message: first };
  for (; next && next.message !== 'close'; next = receiveMessageOnPort(port)) batch.push(next.message);
  for (const reply of database.run(batch)) port.postMessage(reply);
  if (next) {
    database.close();
    port.close();
  }
});
port.postMessage('ready');
