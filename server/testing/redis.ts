import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { freePort } from './free-port.ts';

/** A real Redis of one test's own, without a disk: stopped, started again on the same port, frozen. */
export type RedisServer = {
  url: string;
  start(): Promise<void>;
  /** SIGKILL: what it held is gone. */
  stop(): Promise<void>;
  /** SIGSTOP: connections stay open and nothing is answered. */
  pause(): void;
  resume(): void;
  close(): Promise<void>;
};

const program = process.env.REDIS_SERVER_PATH ?? 'redis-server';
const READY_MS = 20_000;

/** Needs `redis-server` 7 in the PATH or at `REDIS_SERVER_PATH`. */
export async function startRedis(options: { password?: string } = {}): Promise<RedisServer> {
  const dir = await mkdtemp(join(tmpdir(), 'bedside-redis-'));
  const port = await freePort();
  let child: ChildProcess | null = null;

  const kill = () => void child?.kill('SIGKILL');
  // Not left behind by a test run that ends in any way but a kill of its own.
  process.on('exit', kill);

  const server: RedisServer = {
    url: `redis://${options.password === undefined ? '' : `:${options.password}@`}127.0.0.1:${port}`,
    async start() {
      const password = options.password === undefined ? [] : ['--requirepass', options.password];
      const flags = ['--port', String(port), '--bind', '127.0.0.1', '--save', '', '--appendonly', 'no', '--dir', dir, ...password];
      const started = spawn(program, flags, { stdio: 'ignore' });
      child = started;
      const failed = once(started, 'exit').then(() => Promise.reject(new Error(`${program} ended before it listened`)));
      await Promise.race([listening(port), failed]);
      failed.catch(() => {});
    },
    async stop() {
      if (!child || child.exitCode !== null || child.signalCode !== null) return;
      const exited = once(child, 'exit');
      child.kill('SIGKILL');
      await exited;
    },
    pause: () => void child?.kill('SIGSTOP'),
    resume: () => void child?.kill('SIGCONT'),
    async close() {
      await server.stop();
      process.off('exit', kill);
      await rm(dir, { recursive: true, force: true });
    },
  };
  await server.start();
  return server;
}

async function listening(port: number): Promise<void> {
  const until = performance.now() + READY_MS;
  for (;;) {
    const socket = connect(port, '127.0.0.1');
    try {
      await once(socket, 'connect');
      return;
    } catch (error) {
      if (performance.now() > until) throw error;
      await sleep(20);
    } finally {
      socket.destroy();
    }
  }
}
