import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

const root = path.resolve(import.meta.dirname, '../..');
const READY_MS = 60_000;

/** One node as a process of its own. */
export type ClusterNode = {
  port: number;
  /** Resolves when it takes pages. Rejects with what it said where it ends before. */
  start(): Promise<void>;
  /** SIGTERM: it drains, then ends. Resolves with its exit code. */
  drain(): Promise<number | null>;
  /** SIGKILL: no handler runs. */
  kill(): Promise<void>;
  /** SIGINT: it ends without waiting for its pages. */
  stop(): Promise<void>;
  /** A number of its /metrics, by name and labels as written there; null where there is none. */
  metric(name: string): Promise<number | null>;
};

/** `port` for pages, `nodePort` for the other nodes. */
export function createNode(port: number, nodePort: number, settings: Record<string, string>): ClusterNode {
  const env = { ...process.env, ...settings, PORT: String(port), HOST: '127.0.0.1', NODE_URL: `http://127.0.0.1:${nodePort}` };
  let child: ChildProcess | null = null;

  async function end(signal: NodeJS.Signals): Promise<number | null> {
    if (!child || child.exitCode !== null || child.signalCode !== null) return child?.exitCode ?? null;
    const exited = once(child, 'exit');
    child.kill(signal);
    await exited;
    return child.exitCode;
  }

  async function isReady(): Promise<boolean> {
    return fetch(`http://127.0.0.1:${port}/readyz`).then(
      ({ ok }) => ok,
      () => false,
    );
  }

  return {
    port,
    async start() {
      // A process group of its own: what a terminal sends to all would reach the media workers too.
      const started = spawn(process.execPath, ['server/main.ts'], { cwd: root, env, stdio: ['ignore', 'ignore', 'pipe'], detached: true });
      child = started;
      let said = '';
      started.stderr.on('data', (chunk: Buffer) => (said = (said + chunk.toString()).slice(-4096)));
      const until = performance.now() + READY_MS;
      while (!(await isReady())) {
        if (started.exitCode !== null || started.signalCode !== null) throw new Error(`a node ended: ${said}`);
        if (performance.now() > until) throw new Error(`a node does not get ready: ${said}`);
        await sleep(50);
      }
    },
    drain: () => end('SIGTERM'),
    async kill() {
      await end('SIGKILL');
    },
    async stop() {
      await end('SIGINT');
    },
    async metric(name) {
      const text = await fetch(`http://127.0.0.1:${port}/metrics`).then(
        (response) => response.text(),
        () => '',
      );
      const line = text.split('\n').find((one) => one.startsWith(`${name} `));
      return line === undefined ? null : Number(line.slice(name.length + 1));
    },
  };
}
