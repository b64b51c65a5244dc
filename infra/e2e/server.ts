import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { freePort, freePorts } from '../../server/testing/free-port.ts';

const root = path.resolve(import.meta.dirname, '../..');

export type Links = { doctor: string; moderator: string; patient: string; organiser: string };

/** The product as `npm start` runs it, as a process of its own that can be killed and started again. */
export type Server = {
  url: string;
  links: Links;
  dataDir: string;
  /** SIGKILL: no handler runs, nothing is flushed. */
  kill(): Promise<void>;
  /** Same port, same data, new process. */
  start(): Promise<void>;
  /** Of the media workers that run now. */
  workerPids(): Promise<number[]>;
  stop(): Promise<void>;
};

function readLinks(output: string): Links | null {
  const link = (pattern: RegExp) => pattern.exec(output)?.[0];
  const doctor = link(/http\S+\?as=host#invite=[\w-]+/);
  const moderator = link(/http\S+\?as=moderator#invite=[\w-]+/);
  const organiser = link(/http\S+\/new#invite=[\w-]+/);
  const patient = link(/http\S+\/s\/[\w-]+(?=\s)/);
  return doctor && moderator && organiser && patient ? { doctor, moderator, organiser, patient } : null;
}

async function untilPrinted(child: ChildProcess): Promise<Links> {
  let output = '';
  const { promise, resolve, reject } = Promise.withResolvers<Links>();
  const read = (chunk: Buffer) => {
    output += chunk.toString();
    const links = readLinks(output);
    if (links) resolve(links);
  };
  child.stdout?.on('data', read);
  child.stderr?.on('data', read);
  child.once('exit', (code) => reject(new Error(`the server ended with ${code}:\n${output}`)));
  return promise;
}

/** Two media workers, whatever the machine has: doctors send to one, viewers watch through the other. */
export async function startServer(workers = 2, settings: Readonly<Record<string, string>> = {}): Promise<Server> {
  const dataDir = await mkdtemp(path.join(tmpdir(), 'bedside-e2e-'));
  const [port, rtcPort] = [await freePort(), await freePorts(workers)];
  const env = {
    ...process.env,
    PORT: String(port),
    RTC_PORT_BASE: String(rtcPort),
    MEDIA_WORKERS: String(workers),
    DATA_DIR: dataDir,
    LOG_LEVEL: 'warn',
    ANNOUNCED_ADDRESS: '127.0.0.1',
    ...settings,
  };
  let child: ChildProcess;

  const end = async (signal: NodeJS.Signals) => {
    if (child.exitCode !== null || child.signalCode !== null) return;
    const exited = once(child, 'exit');
    child.kill(signal);
    await exited;
  };
  const server: Server = {
    url: `http://localhost:${port}`,
    dataDir,
    links: { doctor: '', moderator: '', patient: '', organiser: '' },
    async start() {
      child = spawn(process.execPath, ['infra/start.ts'], { cwd: root, env, stdio: ['ignore', 'pipe', 'pipe'] });
      server.links = await untilPrinted(child);
    },
    kill: () => end('SIGKILL'),
    async workerPids() {
      const pids = (await readdir('/proc')).filter((name) => /^\d+$/.test(name));
      const stats = await Promise.all(pids.map((pid) => readFile(`/proc/${pid}/stat`, 'utf8').catch(() => '')));
      // proc(5): pid (comm) state ppid
      const read = stats.map((stat) => /^(\d+) \((.*)\) \S (\d+)/.exec(stat));
      return read.flatMap((found) => (found?.[2]?.startsWith('mediasoup-work') && Number(found[3]) === child.pid ? Number(found[1]) : []));
    },
    async stop() {
      await end('SIGTERM');
      await rm(dataDir, { recursive: true, force: true });
    },
  };
  await server.start();
  return server;
}
