import { execFileSync } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { connect, createServer, type Server, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createServer as createTlsServer, getCACertificates, setDefaultCACertificates } from 'node:tls';
import { afterEach, beforeAll, expect, it, vi } from 'vitest';
import { findFfmpeg } from './find-ffmpeg.ts';
import { type SinkEnd, SinkRefusal } from './output.ts';
import { openRelay, type RelayOptions } from './relay.ts';
import { openRtmp } from './rtmp.ts';

const NAME = 'live.example.test';
let certificate: { key: Buffer; cert: Buffer };
beforeAll(async () => {
  const folder = await mkdtemp(join(tmpdir(), 'bedside-relay-'));
  const [key, cert] = [join(folder, 'key.pem'), join(folder, 'certificate.pem')];
  const named = ['-subj', `/CN=${NAME}`, '-addext', `subjectAltName=DNS:${NAME}`];
  execFileSync('openssl', ['req', '-x509', '-newkey', 'rsa:2048', '-nodes', '-days', '1', ...named, '-keyout', key, '-out', cert], {
    stdio: 'ignore',
  });
  certificate = { key: readFileSync(key), cert: readFileSync(cert) };
  await rm(folder, { recursive: true });
});

const closing: (() => void)[] = [];
afterEach(() => closing.splice(0).forEach((close) => close()));

/** A server that keeps what it is sent and says `hello` when something came. */
async function server(on: string, make: (take: (socket: Socket) => void) => Server = (take) => createServer(take)) {
  const heard: string[] = [];
  const ended: Socket[] = [];
  const listening = make((socket) => {
    closing.push(() => socket.destroy());
    socket.on('error', () => {});
    socket.on('data', (bytes) => {
      heard.push(bytes.toString('latin1'));
      socket.write('hello');
    });
    socket.on('end', () => ended.push(socket));
  });
  listening.listen(0, on);
  await once(listening, 'listening');
  closing.push(() => listening.close());
  const address = listening.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  return { port: address.port, heard, ended };
}

async function openedBy(options: RelayOptions) {
  const relay = await openRelay(options);
  closing.push(relay.close);
  const socket = connect(relay.port, '127.0.0.1');
  closing.push(() => socket.destroy());
  await once(socket, 'connect');
  return { relay, socket };
}

/** Why it can't be had; null where it can. */
async function end(options: RelayOptions): Promise<SinkEnd | null> {
  try {
    closing.push((await openRelay(options)).close);
    return null;
  } catch (error) {
    if (error instanceof SinkRefusal) return error.end;
    throw error;
  }
}

// Elsewhere the loopback is one address.
it.runIf(process.platform === 'linux')(
  '[X6] a name that leads elsewhere when it is asked again is asked once, and what connects has that answer',
  async () => {
    const [honest, inner] = [await server('127.0.0.2'), await server('127.0.0.3')];
    const answers = [['127.0.0.2'], ['127.0.0.3']];
    const resolve = vi.fn<NonNullable<RelayOptions['resolve']>>(async () =>
      (answers.shift() ?? []).map((address) => ({ address, family: 4 })),
    );
    const { socket } = await openedBy({ url: `rtmp://${NAME}:${honest.port}/live`, allowInside: true, resolve });
    socket.write('a stream');
    const [bytes] = await once(socket, 'data');
    expect(String(bytes)).toBe('hello');
    expect([honest.heard, inner.heard, resolve.mock.calls]).toEqual([['a stream'], [], [[NAME]]]);
  },
);

it('[X6] one address in our own network among others is enough to refuse, and so is one that is typed in any form', async () => {
  const resolve = async () => ['93.184.216.34', '::ffff:7f00:1'].map((address) => ({ address, family: 4 }));
  expect(await end({ url: `rtmp://${NAME}/live`, allowInside: false, resolve })).toEqual({ why: 'inside', state: 'failed' });
  const { port } = await server('127.0.0.1');
  for (const host of ['127.0.0.1', '0x7f.1', '2130706433', '[::ffff:127.0.0.1]', '[::127.0.0.1]', '[2002:7f00:1::]', 'localhost'])
    expect([host, await end({ url: `rtmp://${host}:${port}/live`, allowInside: false })]).toEqual([
      host,
      { why: 'inside', state: 'failed' },
    ]);
});

it('[X6] says that there is no such name, or that nobody answers', async () => {
  const resolve = () => Promise.reject(new Error('ENOTFOUND'));
  expect(await end({ url: `rtmp://${NAME}/live`, allowInside: true, resolve })).toEqual({ why: 'unknown-host' });
  expect(await end({ url: 'rtmp://127.0.0.1:9/live', allowInside: true })).toEqual({ why: 'server' });
});

it('[X6] takes one connection from this machine, and ends with either side', async () => {
  const { port, ended } = await server('127.0.0.1');
  const { relay, socket } = await openedBy({ url: `rtmp://127.0.0.1:${port}/live`, allowInside: true });
  const second = connect(relay.port, '127.0.0.1');
  await expect(once(second, 'connect')).rejects.toThrow(/ECONNREFUSED/);
  socket.end('the last of it');
  await vi.waitFor(() => expect(ended.length).toBe(1));
});

it('[X6] asks a server by rtmps for the name that was typed, and sends nothing to one that can’t prove it', async () => {
  const names: unknown[] = [];
  const { port, heard } = await server('127.0.0.1', (take) => {
    const made = createTlsServer(certificate, take);
    made.on('connection', (socket: Socket) => socket.on('error', () => {}));
    made.on('tlsClientError', () => {});
    made.on('secureConnection', (socket) => names.push(socket.servername));
    return made;
  });
  const resolve = async () => [{ address: '127.0.0.1', family: 4 }];
  const url = `rtmps://${NAME}:${port}/live`;
  expect(await end({ url, allowInside: true, resolve })).toEqual({ why: 'certificate' });
  const known = getCACertificates('default');
  setDefaultCACertificates([...known, certificate.cert.toString()]);
  closing.push(() => setDefaultCACertificates(known));
  expect(await end({ url: `rtmps://other.example.test:${port}/live`, allowInside: true, resolve })).toEqual({ why: 'certificate' });
  expect(heard).toEqual([]);
  const { socket } = await openedBy({ url, allowInside: true, resolve });
  socket.write('a stream');
  await once(socket, 'data');
  expect(heard).toEqual(['a stream']);
  expect(names).toContain(NAME);
});

it('[X6] what ffmpeg says first names the server and all of the app as they were typed', async () => {
  // C0, C1 (RTMP specification 1.0 section 5.2): 1 + 1536 bytes, answered with as many and again 1536; then `connect`.
  let came = Buffer.alloc(0);
  const listening = createServer((socket) => {
    closing.push(() => socket.destroy());
    socket.on('error', () => {});
    socket.on('data', (bytes) => {
      const before = came.length;
      came = Buffer.concat([came, bytes]);
      if (before < 1537 && came.length >= 1537) socket.write(Buffer.concat([came.subarray(0, 1537), came.subarray(1, 1537)]));
    });
  });
  listening.listen(0, '127.0.0.1');
  await once(listening, 'listening');
  closing.push(() => listening.close());
  const address = listening.address();
  const port = address !== null && typeof address === 'object' ? address.port : 0;
  const ffmpeg = findFfmpeg(process.env['FFMPEG_PATH'] ?? null) ?? 'ffmpeg';
  const resolve = async () => [{ address: '127.0.0.1', family: 4 }];
  const target = { url: `rtmp://${NAME}:${port}/app/instance/`, key: 'a-key?with=more' };
  const sink = await openRtmp({ ffmpeg, target, allowInside: true, resolve }, { wrote() {}, ended() {} });
  closing.push(() => sink.kill());
  const made = ['-f', 'lavfi', '-i', 'testsrc=s=64x64:r=10:d=3', '-f', 'lavfi', '-i', 'sine=d=3', '-c:v', 'libx264', '-pix_fmt', 'yuv420p'];
  sink.write(execFileSync(ffmpeg, ['-v', 'error', ...made, '-c:a', 'aac', '-f', 'mpegts', '-'], { maxBuffer: 1 << 24 }));
  // Chunks of 128 bytes have a byte of header between them.
  const said = () => came.subarray(3073).toString('latin1').replaceAll('\u00c3', '');
  await vi.waitFor(() => expect(said()).toContain(`rtmp://${NAME}:${port}/app/instance`), { timeout: 15_000 });
  expect(said()).toMatch(/app\u0002\u0000\u000capp\/instance/);
}, 30_000);
