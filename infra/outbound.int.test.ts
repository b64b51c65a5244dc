import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { SessionId } from '../shared/ids.ts';
import { freePort } from '../server/testing/free-port.ts';
import { openClient, visit } from '../server/testing/client.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'bedside-outbound-'));
});
afterAll(() => rm(folder, { recursive: true }));

/** Loaded before the program, in its threads too: notes every connection that is begun, every name looked up, every datagram sent. */
const watching = (file: string) =>
  `data:text/javascript,${encodeURIComponent(`
  import { appendFileSync } from 'node:fs';
  import { isIP } from 'node:net';
  import { createRequire, syncBuiltinESMExports } from 'node:module';
  const require = createRequire(${JSON.stringify(import.meta.url)});
  const note = (what, of) => appendFileSync(${JSON.stringify(file)}, what + ' ' + JSON.stringify(of) + '\\n');
  const watch = (on, name) => {
    const original = on[name];
    on[name] = function (...args) {
      const of = args.flat().map((arg) => arg?.host ?? arg?.path ?? arg).filter((arg) => typeof arg === 'string');
      // Of an address nobody is asked.
      if (name === 'connect' || name === 'send' || !of.some(isIP)) note(name, of);
      return Reflect.apply(original, this, args);
    };
  };
  watch(require('node:net').Socket.prototype, 'connect');
  watch(require('node:dgram').Socket.prototype, 'send');
  for (const dns of [require('node:dns'), require('node:dns').promises]) for (const name of ['lookup', 'resolve', 'resolve4', 'resolve6']) watch(dns, name);
  syncBuiltinESMExports();
`)}`;

it('the watch sees what a program begins', async () => {
  const file = path.join(folder, 'seen');
  const script = "await fetch('http://127.0.0.1:49999/').catch(() => {}); await (await import('node:dns/promises')).lookup('localhost');";
  await once(spawn(process.execPath, ['--import', watching(file), '--input-type=module', '--eval', script]), 'close');
  expect(readFileSync(file, 'utf8')).toMatch(/^connect \[.*127\.0\.0\.1[^]*^lookup \["localhost"/m);
});

it('a node alone connects to nobody and looks up nothing, from its start through a session to its end', async () => {
  const file = path.join(folder, 'none');
  const env = {
    HOME: folder,
    MEDIASOUP_WORKER_BIN: process.env.MEDIASOUP_WORKER_BIN,
    DATA_DIR: path.join(folder, 'data'),
    PORT: String(await freePort()),
    RTC_PORT_BASE: String(await freePort()),
    ANNOUNCED_ADDRESS: '127.0.0.1',
    MEDIA_WORKERS: '1',
  };
  const child = spawn(process.execPath, ['--import', watching(file), path.join(import.meta.dirname, 'start.ts')], {
    env,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let output = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => (output += text));
  await expect.poll(() => output, { timeout: 30_000 }).toMatch(/Schedule another session .+\n/);
  const link = (name: string) => new RegExp(`${name} +(\\S+)`).exec(output)?.[1] ?? '';
  const url = `http://localhost:${env.PORT}`;
  const sessionId = SessionId.parse(/\/s\/([\w-]+)/.exec(link('Patient'))?.[1]);
  const [doctor, moderator, patient] = [await visit(url), await visit(url), await visit(url)];
  await doctor.takeInvite(link('Doctor'));
  await moderator.takeInvite(link('Moderator'));
  for (const at of ['/', `/s/${sessionId}`, '/api/sessions', '/healthz', '/metrics', '/nowhere']) await patient.fetch(at);
  const host = await openClient(doctor, sessionId, 'host');
  const desk = await openClient(moderator, sessionId, 'moderator');
  const page = await openClient(patient, sessionId, 'viewer');
  expect(await page.command({ type: 'submit-question', text: 'Does this tell anybody else?' })).toMatchObject({ ok: true });
  await desk.until(({ view }) => JSON.stringify(view()).includes('tell anybody else'));
  expect(await host.call('media:publish', {})).toMatchObject({ ok: true });
  await page.call('media:watch', { rtpCapabilities: { codecs: [], headerExtensions: [] } });
  for (const client of [host, desk, page]) client.close();
  child.kill('SIGINT');
  expect(await once(child, 'close')).toEqual([0, null]);
  expect(existsSync(file) ? readFileSync(file, 'utf8') : '').toBe('');
});
