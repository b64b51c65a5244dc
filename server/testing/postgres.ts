import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { chownSync, globSync, mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { promisify } from 'node:util';
import { Client } from 'pg';
import { isProgram } from '../is-program.ts';
import { freePort } from './free-port.ts';

/** A Postgres of the tests' own, with a directory of its own and on the loopback only. */
export type PostgresServer = {
  /** An empty database, and its URL with a password. `drop` breaks off whoever is connected. */
  createDatabase(): Promise<{ url: string; drop(): Promise<void> }>;
  /** Stops all of its processes where they are: connections stay open, and nothing answers. */
  pause(): Promise<void>;
  resume(): void;
  /** As after a crash: connections break, nothing is flushed. */
  kill(): Promise<void>;
  start(): Promise<void>;
  close(): Promise<void>;
};

const USER = 'bedside';

/** Where initdb and postgres are: as `npm test` found out, else Debian's newest, else the PATH's. */
function findBinaries(): string {
  const places = [
    process.env['POSTGRES_BIN'] ?? '',
    ...globSync('/usr/lib/postgresql/*/bin').toSorted((a, b) => Number(b.split('/')[4]) - Number(a.split('/')[4])),
    ...(process.env['PATH'] ?? '').split(':'),
  ];
  const found = places.find((place) => place !== '' && ['initdb', 'postgres'].every((name) => isProgram(join(place, name))));
  if (found === undefined) throw new Error('Postgres was not found: npm test installs it, or set POSTGRES_BIN to the folder of initdb');
  return found;
}

/** Postgres refuses to run as root: then as somebody who may do less. */
function unprivileged(): { uid: number; gid: number } | null {
  if (process.getuid?.() !== 0) return null;
  const users = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .map((line) => line.split(':'));
  const [, , uid, gid] = users.find(([name]) => name === 'postgres') ?? users.find(([name]) => name === 'nobody') ?? [];
  return { uid: Number(uid), gid: Number(gid) };
}

// A shell that only waits for its standard input to end, which the kernel sees to however the tests end: then it stops
// the server, if it still runs, and removes its directory ($0).
const KEEPER = `read -r _
pid=$(head -n 1 "$0/data/postmaster.pid" 2>/dev/null) && kill -QUIT "$pid" && kill -CONT "$pid"
while [ -n "$pid" ] && kill -0 "$pid" 2>/dev/null; do sleep 0.1; done
rm -rf "$0"`;

/** Starts one in about three seconds. `settings` are postgresql.conf's; it does not wait for the disk unless `fsync` says so. */
export async function startPostgres(settings: Record<string, string> = {}): Promise<PostgresServer> {
  const binaries = findBinaries();
  const user = unprivileged();
  const folder = mkdtempSync(join(tmpdir(), 'bedside-postgres-'));
  const password = randomBytes(12).toString('base64url');
  const [data, passwordFile] = [join(folder, 'data'), join(folder, 'password')];
  writeFileSync(passwordFile, password, { mode: 0o600 });
  mkdirSync(data);
  if (user) for (const path of [folder, passwordFile, data]) chownSync(path, user.uid, user.gid);
  const env = { LC_ALL: 'C', PATH: process.env['PATH'] };
  const initdb = ['-D', data, '-U', USER, '-A', 'scram-sha-256', '-E', 'UTF8', '--no-sync', `--pwfile=${passwordFile}`];
  await promisify(execFile)(join(binaries, 'initdb'), initdb, { ...user, env, cwd: folder });
  const port = await freePort();
  const urlOf = (database: string) => `postgres://${USER}:${password}@127.0.0.1:${port}/${database}`;
  const keeper = spawn('/bin/sh', ['-c', KEEPER, folder], { detached: true, stdio: ['pipe', 'ignore', 'ignore'] });
  let running: ChildProcess | null = null;
  let stopped: number[] = [];
  let databases = 0;

  async function admin<T>(work: (client: Client) => Promise<T>): Promise<T> {
    const client = new Client({ connectionString: urlOf('postgres') });
    await client.connect();
    try {
      return await work(client);
    } finally {
      await client.end();
    }
  }

  const server: PostgresServer = {
    async createDatabase() {
      const name = `test_${++databases}`;
      await admin((client) => client.query(`CREATE DATABASE ${name}`));
      return { url: urlOf(name), drop: () => admin(async (client) => void (await client.query(`DROP DATABASE ${name} WITH (FORCE)`))) };
    },
    async pause() {
      const others = 'SELECT pid FROM pg_stat_activity WHERE pid <> pg_backend_pid()';
      const { rows } = await admin((client) => client.query<{ pid: number }>(others));
      stopped = [...(running?.pid === undefined ? [] : [running.pid]), ...rows.map(({ pid }) => pid)];
      for (const pid of stopped) process.kill(pid, 'SIGSTOP');
    },
    resume() {
      for (const pid of stopped.splice(0)) process.kill(pid, 'SIGCONT');
    },
    async kill() {
      if (!running) return;
      const ended = once(running, 'exit');
      running.kill('SIGQUIT');
      await ended;
      running = null;
    },
    async start() {
      const given = { fsync: 'off', listen_addresses: '127.0.0.1', unix_socket_directories: folder, port: String(port), ...settings };
      const args = ['-D', data, ...Object.entries(given).flatMap(([name, value]) => ['-c', `${name}=${value}`])];
      running = spawn(join(binaries, 'postgres'), args, { ...user, env, cwd: folder, detached: true, stdio: ['ignore', 'ignore', 'pipe'] });
      await ready(running);
    },
    async close() {
      server.resume();
      await server.kill();
      const ended = once(keeper, 'exit');
      keeper.stdin.end();
      await ended;
    },
  };
  await server.start();
  return server;
}

/** Until it says so on its standard error, in English by LC_ALL; read on afterwards, so that its pipe does not fill. */
function ready({ stderr }: ChildProcess): Promise<void> {
  const said: string[] = [];
  return new Promise((resolve, reject) => {
    if (!stderr) return reject(new Error('no standard error'));
    createInterface(stderr)
      .on('line', (line) => {
        if (said.length < 100) said.push(line);
        if (line.includes('ready to accept connections')) resolve();
      })
      .on('close', () => reject(new Error(`Postgres did not start:\n${said.join('\n')}`)));
  });
}
