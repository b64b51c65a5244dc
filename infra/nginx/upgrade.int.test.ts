import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { chmodSync, chownSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { freePort } from '../../server/testing/free-port.ts';
import { type Harness, startApp } from '../../server/testing/harness.ts';
import { type Nginx, startNginx } from './nginx.ts';

// Engine.io leaves an upgrade that is not its own unanswered, and ends it after a second. nginx would count that against the node,
// ask the next one, and after three requests of one anonymous client send nobody anywhere.

const nobody = process.getuid?.() === 0 ? { uid: 65534, gid: 65534 } : null;
let folder: string;
let apps: Harness[];
let nginx: Nginx;
let port: number;
const accessLog = () => path.join(folder, 'nginx', 'access.log');

beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'bedside-upgrade-'));
  chmodSync(folder, 0o755);
  const directory = path.join(folder, 'nginx');
  mkdirSync(directory);
  if (nobody) chownSync(directory, nobody.uid, nobody.gid);
  apps = [await startApp(), await startApp()];
  port = await freePort();
  const nodes = apps.map(({ app }) => `127.0.0.1:${app.port}`);
  const options = { listen: [`127.0.0.1:${port}`], nodes, tls: null, directory, accessLog: accessLog() };
  nginx = await startNginx(options, `http://127.0.0.1:${port}/healthz`, nobody);
});
afterAll(async () => {
  await nginx.close();
  for (const app of apps) await app.close();
  rmSync(folder, { recursive: true, force: true });
});

/** The first line of the answer, if one came. By hand, because clients of HTTP tidy paths and headers. */
async function upgrade(asked: string, headers: Record<string, string> = {}): Promise<string> {
  const socket = connect(port, '127.0.0.1').on('error', () => {});
  const key = randomBytes(16).toString('base64');
  const all = { host: 'localhost', connection: 'Upgrade', upgrade: 'websocket', 'sec-websocket-version': '13', 'sec-websocket-key': key };
  const lines = Object.entries({ ...all, ...headers }).map(([name, value]) => `${name}: ${value}\r\n`);
  socket.write(`GET ${asked} HTTP/1.1\r\n${lines.join('')}\r\n`);
  const [data] = await Promise.race([once(socket, 'data'), once(socket, 'close'), sleep(5000, [])]);
  socket.destroy();
  return Buffer.isBuffer(data) ? (data.toString().split('\r\n')[0] ?? '') : 'nothing';
}

it.each([
  ['/healthz', {}, /^HTTP\/1.1 200 /],
  ['/healthz', { upgrade: 'h2c' }, /^HTTP\/1.1 200 /],
  // More than Node takes, less than nginx does.
  ['/healthz', { a: 'x'.repeat(7000), b: 'x'.repeat(7000), c: 'x'.repeat(7000) }, /^HTTP\/1.1 431 /],
  ['/socket.io', {}, /^HTTP\/1.1 301 /],
  // nginx finds /socket.io/ in these, and passes them on as they are.
  ['/x/../socket.io/?EIO=4&transport=websocket', {}, /^HTTP\/1.1 404 /],
  ['//socket.io/?EIO=4&transport=websocket', {}, /^HTTP\/1.1 404 /],
  ['/%73ocket.io/?EIO=4&transport=websocket', {}, /^HTTP\/1.1 404 /],
  ['http://localhost//socket.io/?EIO=4&transport=websocket', {}, /^HTTP\/1.1 404 /],
  // Its own: engine.io answers them all.
  ['/socket.io/', {}, /^HTTP\/1.1 400 /],
  ['/socket.io/?EIO=4&transport=websocket', {}, /^HTTP\/1.1 400 /],
  ['/socket.io/?EIO=4&transport=websocket', { upgrade: 'h2c' }, /^HTTP\/1.1 400 /],
  ['/socket.io/?EIO=4&transport=websocket', { origin: 'https://elsewhere.example' }, /^HTTP\/1.1 400 /],
  ['/socket.io/?EIO=4&transport=polling', {}, /^HTTP\/1.1 400 /],
  ['/socket.io/?EIO=4&transport=websocket&sid=unknown', {}, /^HTTP\/1.1 400 /],
] satisfies [string, Record<string, string>, RegExp][])(
  'an upgrade of %s, case %#, is answered, and takes no node away',
  async (asked, headers, answer) => {
    const answers = await Promise.all([1, 2, 3].map(() => upgrade(asked, headers)));
    for (const one of answers) expect(one).toMatch(answer);
    const statuses: number[] = [];
    for (let number = 0; number < 4; number++) statuses.push((await fetch(`http://127.0.0.1:${port}/healthz`)).status);
    expect(statuses).toEqual([200, 200, 200, 200]);
  },
);

it('no node was passed over by nginx, whatever was asked', async () => {
  await sleep(100);
  const log = readFileSync(accessLog(), 'utf8').trim().split('\n');
  expect(log.length).toBeGreaterThan(50);
  expect(log.filter((line) => /node=\S+,| 50\d/.test(line))).toEqual([]);
});
