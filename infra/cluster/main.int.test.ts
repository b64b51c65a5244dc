import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmod, mkdtemp, readdir, readFile, readlink, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { freePort } from '../../server/testing/free-port.ts';

// A database, Redis, nginx and a node with its worker, started or half started.
vi.setConfig({ testTimeout: 240_000 });

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'bedside-cluster-test-'));
  // Postgres runs as somebody else.
  await chmod(folder, 0o755);
});
afterEach(() => rm(folder, { recursive: true, force: true }));

/** `npm run cluster` without npm, in a process group of its own, with everything temporary in `folder`. */
function start(...args: string[]) {
  const child = spawn(process.execPath, [path.join(import.meta.dirname, 'main.ts'), '--nodes', '1', '--port', '0', ...args], {
    env: { ...process.env, TMPDIR: folder },
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: true,
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => (output += chunk.toString()));
  const ended = once(child, 'close');
  return {
    child,
    output: () => output,
    async until(said: string) {
      while (!output.includes(said)) {
        if (child.exitCode !== null) throw new Error(`it ended: ${output}`);
        await sleep(20);
      }
    },
    async end() {
      await ended;
      return child.exitCode;
    },
  };
}

/** Whatever runs with `folder` in its arguments or its environment, or in it. */
async function leftRunning(): Promise<string[]> {
  const pids = (await readdir('/proc')).filter((name) => /^\d+$/.test(name));
  const found = await Promise.all(
    pids.map(async (pid) => {
      // Redis writes its title over the first two.
      const [line, ...more] = await Promise.all([
        ...['cmdline', 'environ'].map((name) => readFile(`/proc/${pid}/${name}`, 'utf8').catch(() => '')),
        readlink(`/proc/${pid}/cwd`).catch(() => ''),
      ]);
      return [line, ...more].join(' ').includes(folder) ? [line.replaceAll('\0', ' ')] : [];
    }),
  );
  return found.flat();
}

const groupOf = ({ pid }: ChildProcess) => -(pid ?? 0);

describe('npm run cluster', () => {
  it('says what to do where its port is taken, before it starts anything', async () => {
    const port = await freePort();
    // Whatever answers there would be taken for nginx.
    const other = createServer((socket) => socket.end('HTTP/1.1 200 OK\r\ncontent-length: 0\r\n\r\n')).listen(port, '127.0.0.1');
    await once(other, 'listening');
    const cluster = start('--port', String(port));
    expect(await cluster.end()).toBe(1);
    other.close();
    expect(cluster.output()).toBe(
      `Port ${port} is taken by another program. Stop that one, or choose another port: npm run cluster -- --port ${port + 1}.\n`,
    );
    expect(await readdir(folder)).toEqual([]);
  });

  it.runIf(process.platform === 'linux').each([
    ['Postgres', 0],
    ['Redis', 0],
    ['the nodes', 1500],
    ['nginx', 0],
  ])('leaves nothing behind after Ctrl-C while it starts %s (and %i ms)', async (step, ms) => {
    const cluster = start();
    await cluster.until(`Starting ${step}…`);
    await sleep(ms);
    cluster.child.kill('SIGINT');
    expect([await cluster.end(), cluster.output()]).toEqual([0, expect.stringMatching(/Stopping…\n$/)]);
    expect([await leftRunning(), await readdir(folder)]).toEqual([[], []]);
  });

  it.runIf(process.platform === 'linux')('leaves no process behind where it was killed with its group', async () => {
    const cluster = start();
    await cluster.until('Bedside is running');
    expect((await leftRunning()).length).toBeGreaterThan(4);
    process.kill(groupOf(cluster.child), 'SIGKILL');
    await cluster.end();
    await expect.poll(leftRunning, { timeout: 20_000 }).toEqual([]);
  });
});
