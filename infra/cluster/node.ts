import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

const root = path.resolve(import.meta.dirname, '../..');
const tether = new URL('./tether.mjs', import.meta.url).href;
const READY_MS = 60_000;
/** A node ends by itself within 5 s after SIGINT, but for one that is only just starting and has not come to hear of it. */
const STOP_MS = 8000;

/** One node as a process of its own. */
export type ClusterNode = {
  port: number;
  /** Where its pages are. */
  url: string;
  /** Of the process that runs; null where none does. */
  pid(): number | null;
  /** Resolves when it takes pages. Rejects with what it said where it ends before, and once `signal` is aborted. */
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

export type NodeOptions = {
  /** The address of this machine at which it listens. */
  host?: string;
  /** The one at which other nodes reach it; by default the same. */
  nodeHost?: string;
  /** A command that runs what follows it as itself, such as `ip netns exec name`. */
  within?: readonly string[];
  /** Modules that are loaded before it, by URL. */
  imports?: readonly string[];
};

/** `port` for pages, `nodePort` for the other nodes. After `signal` it is not started again; what runs is for `stop` to end. */
export function createNode(
  port: number,
  nodePort: number,
  settings: Record<string, string>,
  signal: AbortSignal,
  { host = '127.0.0.1', nodeHost = host, within = [], imports = [] }: NodeOptions = {},
): ClusterNode {
  const env = { ...process.env, ...settings, PORT: String(port), HOST: host, NODE_URL: `http://${nodeHost}:${nodePort}` };
  const url = `http://${host}:${port}`;
  const [program, ...args] = [...within, process.execPath, ...[tether, ...imports].flatMap((each) => ['--import', each]), 'server/main.ts'];
  const token = settings['METRICS_TOKEN'];
  let child: ChildProcess | null = null;

  async function end(by: NodeJS.Signals, patienceMs = Infinity): Promise<number | null> {
    const ending = child;
    if (!ending || ending.exitCode !== null || ending.signalCode !== null) return ending?.exitCode ?? null;
    const exited = once(ending, 'exit');
    ending.kill(by);
    const impatient = patienceMs === Infinity ? undefined : setTimeout(() => ending.kill('SIGKILL'), patienceMs);
    await exited;
    clearTimeout(impatient);
    return ending.exitCode;
  }

  async function isReady(): Promise<boolean> {
    return fetch(`${url}/readyz`).then(
      ({ ok }) => ok,
      () => false,
    );
  }

  return {
    port,
    url,
    pid: () => (child && child.exitCode === null && child.signalCode === null ? (child.pid ?? null) : null),
    async start() {
      signal.throwIfAborted();
      // A process group of its own: what a terminal sends to all would reach the media workers too.
      const started = spawn(program, args, {
        cwd: root,
        env,
        stdio: ['pipe', 'ignore', 'pipe'],
        detached: true,
      });
      child = started;
      let said = '';
      started.stderr.on('data', (chunk: Buffer) => (said = (said + chunk.toString()).slice(-4096)));
      const until = performance.now() + READY_MS;
      while (!(await isReady())) {
        signal.throwIfAborted();
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
      await end('SIGINT', STOP_MS);
    },
    async metric(name) {
      const text = await fetch(`${url}/metrics`, { headers: token === undefined ? {} : { authorization: `Bearer ${token}` } }).then(
        (response) => response.text(),
        () => '',
      );
      const line = text.split('\n').find((one) => one.startsWith(`${name} `));
      return line === undefined ? null : Number(line.slice(name.length + 1));
    },
  };
}
