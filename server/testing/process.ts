import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import * as z from 'zod';

const Ready = z.object({ url: z.string(), port: z.int(), organiser: z.string() });

/** A node as a real process: killed without warning and started again on the same port and data. */
export type ServerProcess = {
  url: string;
  dataDir: string;
  /** An organiser's invite of the latest start. */
  organiser: string;
  /** SIGKILL: no handler runs, nothing is flushed. */
  kill(): Promise<void>;
  start(): Promise<void>;
  close(): Promise<void>;
};

/** `dataDir` is that of another node to share its log with, removed by that one; `redisUrl` lets them hear of each other. */
export async function spawnServer(options: { dataDir?: string; redisUrl?: string } = {}): Promise<ServerProcess> {
  const dataDir = options.dataDir ?? (await mkdtemp(join(tmpdir(), 'bedside-process-')));
  let port = 0;
  let child: ChildProcess | null = null;

  async function end(signal: NodeJS.Signals): Promise<void> {
    if (!child || child.exitCode !== null || child.signalCode !== null) return;
    const exited = once(child, 'exit');
    child.kill(signal);
    await exited;
  }

  const server: ServerProcess = {
    url: '',
    dataDir,
    organiser: '',
    async start() {
      const redis = options.redisUrl === undefined ? {} : { REDIS_FOR_TESTS: options.redisUrl };
      const env = { ...process.env, PORT: String(port), DATA_DIR: dataDir, PUBLIC_URL: '', HOST: '', ...redis };
      const started = spawn(process.execPath, [join(import.meta.dirname, 'server-process.ts')], {
        env,
        stdio: ['pipe', 'pipe', 'inherit'],
      });
      child = started;
      const [line] = await Promise.race([
        once(createInterface(started.stdout), 'line'),
        once(started, 'exit').then(() => Promise.reject(new Error('the server ended before it was ready'))),
      ]);
      const ready = Ready.parse(JSON.parse(String(line)));
      port = ready.port;
      Object.assign(server, { url: ready.url, organiser: ready.organiser });
    },
    kill: () => end('SIGKILL'),
    async close() {
      await end('SIGTERM');
      if (options.dataDir === undefined) await rm(dataDir, { recursive: true, force: true });
    },
  };
  await server.start();
  return server;
}
