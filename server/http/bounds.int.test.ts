import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { SessionId } from '@bedside/shared/ids.ts';
import { limits } from '@bedside/shared/limits.ts';
import { createMemoryLimiter } from '../auth/limiter.ts';
import { type Client, openClient, openSocket, refusalOf } from '../testing/client.ts';
import { type Harness, startApp } from '../testing/harness.ts';

let harness: Harness;
let sessionId: SessionId;
let bystander: Client;

beforeAll(async () => {
  harness = await startApp({ patience: { ...limits, headersMs: 300, requestMs: 600, connectMs: 300 }, settings: { TRUST_PROXY: '1' } });
  sessionId = await harness.schedule();
  bystander = await harness.join(sessionId, 'viewer');
});
afterAll(() => harness.close());

type Raw = { socket: Socket; told: () => string; closed: Promise<unknown> };

/** A connection without a client's manners. */
async function open(): Promise<Raw> {
  let told = '';
  const socket = connect(harness.app.port, '127.0.0.1');
  socket.on('data', (chunk) => (told += String(chunk))).on('error', () => {});
  const closed = new Promise((resolve) => socket.once('close', resolve));
  await once(socket, 'connect');
  return { socket, told: () => told, closed };
}

/** Sends a byte at a time, for as long as it is let. */
function drip({ socket }: Raw, text: string): void {
  const timer = setInterval(() => socket.write(text), 50);
  socket.once('close', () => clearInterval(timer));
}

const head = (method: string, path: string, ...lines: string[]) =>
  [`${method} ${path} HTTP/1.1`, `Host: localhost:${harness.app.port}`, `Origin: ${harness.url}`, ...lines].join('\r\n');

function slowly(begin: string): (raw: Raw) => void {
  return (raw) => {
    raw.socket.write(begin);
    drip(raw, 'a');
  };
}

it.each<[string, (raw: Raw) => void]>([
  ['nothing at all', () => {}],
  ['a path that never ends', slowly('GET /')],
  [
    'a header line now and then',
    (raw) => {
      raw.socket.write(head('GET', '/healthz'));
      drip(raw, '\r\nx-more: x');
    },
  ],
  [
    'a body that never ends, to the API',
    (raw) => {
      raw.socket.write(`${head('POST', '/api/invites/exchange', 'Content-Type: application/json', 'Content-Length: 9000')}\r\n\r\n`);
      drip(raw, ' ');
    },
  ],
  [
    'a body in chunks that never ends',
    (raw) => {
      raw.socket.write(`${head('POST', '/api/invites/exchange', 'Content-Type: application/json', 'Transfer-Encoding: chunked')}\r\n\r\n`);
      drip(raw, '1\r\n \r\n');
    },
  ],
  [
    'one request, and then half of another',
    (raw) => {
      raw.socket.write(`${head('GET', '/healthz')}\r\n\r\n${head('GET', '/healthz')}`);
      drip(raw, '\r\nx-more: x');
    },
  ],
])('[A12] who sends %s is cut, and nobody else waits', async (_what, send) => {
  const raw = await open();
  send(raw);
  await raw.closed;
  expect(raw.told()).toMatch(/HTTP\/1\.1 408 Request Timeout\r\nConnection: close\r\n\r\n$/);
  expect(await bystander.command({ type: 'submit-question', text: 'Am I still heard?' })).toMatchObject({ ok: true });
});

it('[A12] a page that waits for news by long-polling is not cut', async () => {
  const page = await openClient(await harness.visit(), sessionId, 'viewer', { transports: ['polling'] });
  const { id } = page.socket;
  // For longer than any request may take to come.
  const slow = await open();
  slowly(`${head('POST', '/api/me', 'Content-Length: 9000')}\r\n\r\n`)(slow);
  await slow.closed;
  await bystander.command({ type: 'submit-question', text: 'Is anybody there?' });
  expect(await page.command({ type: 'submit-question', text: 'I am, by the same socket' })).toMatchObject({ ok: true });
  expect(page.socket.id).toBe(id);
  page.close();
});

it('[A12] headers above the bound are refused, and below it taken', async () => {
  const status = async (bytes: number) => {
    const raw = await open();
    raw.socket.write(`${head('GET', '/healthz', 'Connection: close', `X-Large: ${'x'.repeat(bytes)}`)}\r\n\r\n`);
    await raw.closed;
    return /^HTTP\/1\.1 (\d{3})/.exec(raw.told())?.[1];
  };
  expect(await status(limits.headerBytes - 1000)).toBe('200');
  expect(await status(limits.headerBytes + 1000)).toBe('431');
});

it('[A12] a small body that unpacks to a large one is refused as the large one', async () => {
  const person = await harness.visit();
  const body = gzipSync(JSON.stringify({ secret: 'x'.repeat(20_000_000) }));
  expect(body.length).toBeLessThan(limits.bodyBytes);
  const headers = { 'content-type': 'application/json', 'content-encoding': 'gzip' };
  const response = await person.fetch('/api/invites/exchange', { method: 'POST', headers, body });
  expect([response.status, await response.json()]).toMatchObject([413, { error: { code: 'too-large' } }]);
});

const polling = '/socket.io/?EIO=4&transport=polling';
const handshake = async (headers: Record<string, string> = {}) => {
  const text = await (await fetch(`${harness.url}${polling}`, { headers })).text();
  return /"sid":"([^"]+)"/.exec(text)?.[1] ?? '';
};

it('[A12] a message by long-polling has the same bound as by WebSocket', async () => {
  const post = async (bytes: number) => {
    const body = `4${'x'.repeat(bytes)}`;
    return (await fetch(`${harness.url}${polling}&sid=${await handshake()}`, { method: 'POST', headers: { origin: harness.url }, body }))
      .status;
  };
  expect(await post(limits.messageBytes - 1)).toBe(200);
  expect(await post(limits.messageBytes)).toBe(413);
});

it('[A12] a connection that does not say who it is, is cut', async () => {
  const raw = await open();
  const key = 'dGhlIHNhbXBsZSBub25jZQ==';
  const upgrade = ['Connection: Upgrade', 'Upgrade: websocket', 'Sec-WebSocket-Version: 13', `Sec-WebSocket-Key: ${key}`];
  raw.socket.write(`${head('GET', '/socket.io/?EIO=4&transport=websocket', ...upgrade)}\r\n\r\n`);
  await raw.closed;
  expect(raw.told()).toMatch(/^HTTP\/1\.1 101 /);
  expect(bystander.socket.connected).toBe(true);
});

it('[A8] an address has so many connections that have not said who they are, and others have theirs', async () => {
  const patient = await startApp({ settings: { TRUST_PROXY: '1' } });
  const begin = async (address: string) => {
    const text = await (await fetch(`${patient.url}${polling}`, { headers: { 'x-forwarded-for': address } })).text();
    return /"sid":"([^"]+)"/.exec(text)?.[1] ?? '';
  };
  // Asks to join the namespace as nobody: a session that is open hears that it has no identity.
  const isOpen = async (sid: string) =>
    (await fetch(`${patient.url}${polling}&sid=${sid}`, { method: 'POST', headers: { origin: patient.url }, body: '40' })).status === 200;
  try {
    let last = '';
    for (let count = 0; count < limits.socketsPerAddress; count += 50)
      last = (await Promise.all(Array.from({ length: 50 }, () => begin('203.0.113.9')))).at(-1) ?? '';
    expect(await isOpen(last)).toBe(true);
    expect(await isOpen(await begin('203.0.113.9'))).toBe(false);
    expect(await isOpen(await begin('203.0.113.10'))).toBe(true);
    expect(await refusalOf(openSocket(await patient.visit(), { reconnection: false }))).toBe('connected');
  } finally {
    await patient.close();
  }
});

it('[A8] an address has so many sockets of whomever, and others have theirs', async () => {
  const limiter = createMemoryLimiter();
  const limited = await startApp({ limiter });
  try {
    const here = { person: null, address: '127.0.0.1' };
    const held = Array.from({ length: limits.socketsPerAddress - 1 }, () => limiter.holdSocket(here));
    const attempt = async () => openSocket(await limited.visit(), { reconnection: false });
    const one = await attempt();
    one.connect();
    await expect.poll(() => one.connected).toBe(true);
    expect(await refusalOf(await attempt())).toBe('rate-limited');
    held[0]?.();
    expect(await refusalOf(await attempt())).toBe('connected');
    one.disconnect();
  } finally {
    await limited.close();
  }
});
