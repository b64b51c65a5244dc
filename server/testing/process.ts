import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import * as z from 'zod';

const Ready = z.object({ url: z.string(), port: z.int(), pid: z.int(), organiser: z.string() });

/** A node as a real process: killed without warning and started again on the same port and data. */
export type ServerProcess = {
  url: string;
  dataDir: string;
  /** Of the node itself, whatever it runs under. */
  pid: number;
  /** An organiser's invite of the latest start. */
  organiser: string;
  /** SIGKILL: no handler runs, nothing is flushed. */
  kill(): Promise<void>;
  start(): Promise<void>;
  close(): Promise<void>;
};

export type SpawnOptions = {
  /** Of another node to share its log with, removed by that one. */
  dataDir?: string;
  /** Lets nodes hear of each other. */
  redisUrl?: string;
  /** More environment, such as what `server-process.ts` reads. */
  env?: Readonly<Record<string, string>>;
  /** A command that runs the rest of its arguments, such as `strace`; it must end when the node does. */
  under?: readonly string[];
};

export async function spawnServer(options: SpawnOptions = {}): Promise<ServerProcess> {
  const dataDir = options.dataDir ?? (await mkdtemp(join(tmpdir(), 'bedside-process-')));
  let port = 0;
  let child: ChildProcess | null = null;

  async function end(signal: NodeJS.Signals): Promise<void> {
    if (!child || child.exitCode !== null || child.signalCode !== null) return;
    const exited = once(child, 'exit');
    // What it runs under would not pass SIGKILL on.
    if (server.pid === 0) child.kill(signal);
    else process.kill(server.pid, signal);
    await exited;
  }

  const server: ServerProcess = {
    url: '',
    dataDir,
    pid: 0,
    organiser: '',
    async start() {
      const redis = options.redisUrl === undefined ? {} : { REDIS_FOR_TESTS: options.redisUrl };
      const env = { ...process.env, PORT: String(port), DATA_DIR: dataDir, PUBLIC_URL: '', HOST: '', ...redis, ...options.env };
      const [program, ...args] = [...(options.under ?? []), process.execPath, join(import.meta.dirname, 'server-process.ts')];
      server.pid = 0;
      const started = spawn(program, args, {
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
      Object.assign(server, { url: ready.url, pid: ready.pid, organiser: ready.organiser });
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
