import { once } from 'node:events';
import { request } from 'node:http';
import { parentPort as port, workerData } from 'node:worker_threads';
import { Failure } from '@bedside/shared/errors.ts';
import * as z from 'zod';
import type { Tally } from './malformed-tally.ts';
import { jsonPool, malformedTexts } from './malformed-texts.ts';
import { type Random, seeded } from './random.ts';
import { openRaw, openTcp, type RawPage, upgradeRequest } from './raw-page.ts';
import { within } from './within.ts';

// A thread of its own, so that the honest page beside it is not held up by whoever attacks.

const { url, sessionId, seed, events } = z
  .object({ url: z.string(), sessionId: z.string(), seed: z.int(), /** Of one person, each connection. */ events: z.int() })
  .parse(workerData);

/** Connections at once. */
const ABREAST = 16;
const PATIENCE_MS = 20_000;

const pool = jsonPool(seed);
let tally: Tally = { messages: 0, connections: 0, answered: 0, parsed: 0, cut: 0 };
const Answer = z.tuple([z.union([z.object({ ok: z.literal(true) }), z.object({ ok: z.literal(false), error: Failure })])]);

/** All of 127.0.0.0/8 is this machine's on Linux: one of its addresses for each attacker, since limits count by address. */
const addressOf = (random: Random) =>
  process.platform === 'linux' ? `127.${1 + random.below(250)}.${random.below(256)}.${1 + random.below(254)}` : '127.0.0.1';

const soon = <T>(what: string, promise: Promise<T>) => within(PATIENCE_MS, what, promise);

type Sent = { method: string; path: string; headers?: Record<string, string>; body?: Buffer | string };

/** Resolves with the status and the cookies, or null where the connection was ended instead. */
async function ask(
  from: string,
  { method, path, headers = {}, body }: Sent,
): Promise<{ status: number; cookie: string; body: string } | null> {
  const { promise, resolve } = Promise.withResolvers<{ status: number; cookie: string; body: string } | null>();
  const sent = request(new URL(path, url), { method, headers, localAddress: from, agent: false }, (response) => {
    let text = '';
    response.setEncoding('utf8').on('data', (chunk: string) => (text += chunk));
    response.on('close', () => {
      const cookie = (response.headers['set-cookie'] ?? []).map((line) => line.split(';')[0]).join('; ');
      resolve({ status: response.statusCode ?? 0, cookie, body: text });
    });
  });
  sent.on('error', () => resolve(null));
  sent.end(body);
  return soon(`${method} ${path}`, promise);
}

async function identity(from: string): Promise<string> {
  const answer = await ask(from, { method: 'GET', path: '/api/me' });
  if (!answer?.cookie) throw new Error(`no identity: ${answer?.status}`);
  return answer.cookie;
}

/** All that was sent has been read: the server has ended the connection, or answers what came after it. */
async function untilRead(page: RawPage): Promise<void> {
  const said = page.ask('session:join', { sessionId, as: 'viewer' });
  if ((await soon('a page that sent rubbish', Promise.race([said, page.closed.then(() => null)]))) === null) tally.cut++;
  page.end();
}

async function joined(from: string, onText: (packet: string) => void): Promise<RawPage> {
  const page = await soon('a connection', openRaw({ url, cookie: await identity(from), from, onText }));
  const answer = await soon('a join', page.ask('session:join', { sessionId, as: 'viewer' }));
  if (!answer?.startsWith('[{"ok":true')) throw new Error(`the join of an attacker was refused: ${answer}`);
  return page;
}

function judgeAnswer(packet: string): void {
  const [, answer = ''] = /^43\d+(.*)$/s.exec(packet) ?? [];
  if (answer === '') return;
  const [parsed] = Answer.parse(JSON.parse(answer));
  if (!parsed.ok && parsed.error.code === 'internal') throw new Error('the server answered `internal`');
  tally.answered++;
  if (parsed.ok || parsed.error.code !== 'rate-limited') tally.parsed++;
}

/** Answers are judged within the socket's listener: what they show to be wrong ends the attack. */
let wrong: Error | null = null;
function guarded(packet: string): void {
  try {
    judgeAnswer(packet);
  } catch (error) {
    wrong ??= error instanceof Error ? error : new Error(String(error));
  }
}

type Way = (random: Random, texts: ReturnType<typeof malformedTexts>, from: string) => Promise<void>;

const ways: Record<'events' | 'packets' | 'frames' | 'polls' | 'requests' | 'openings', Way> = {
  async events(_random, texts, from) {
    const page = await joined(from, guarded);
    for (let number = 0; number < events; number++) {
      page.send(texts.event(100_000 + number));
      tally.messages++;
    }
    await untilRead(page);
  },

  async packets(random, texts, from) {
    const page = await joined(from, guarded);
    for (let number = 1 + random.below(30); number > 0 && page.isOpen(); number--) {
      page.send(texts.packet());
      tally.messages++;
    }
    await untilRead(page);
  },

  async frames(random, texts, from) {
    const page = await soon('a WebSocket', openRaw({ url, cookie: '', from, enters: false }));
    for (let number = 1 + random.below(10); number > 0; number--) {
      page.write(texts.bytes());
      tally.messages++;
    }
    // A frame that promises more than it brings is waited for: end it from here then.
    page.socket.end();
    await soon('a WebSocket that sent rubbish', page.closed);
    tally.cut++;
  },

  async polls(random, texts, from) {
    const headers = { origin: url, cookie: await identity(from), 'content-type': 'text/plain;charset=UTF-8' };
    const path = '/socket.io/?EIO=4&transport=polling';
    const opened = await ask(from, { method: 'GET', path, headers });
    const sid = /"sid":"([^"]+)"/.exec(opened?.body ?? '')?.[1] ?? 'none';
    for (let number = 1 + random.below(5); number > 0; number--) {
      const to = random.below(4) === 0 ? `${path}&sid=${random.pick(['', 'none', '__proto__', '%00'])}` : `${path}&sid=${sid}`;
      const answer = await ask(from, { method: 'POST', path: to, headers, body: texts.polled() });
      tally.messages++;
      if (answer) tally.answered++;
    }
  },

  async requests(random, texts, from) {
    const cookie = await identity(from);
    for (let number = 1 + random.below(20); number > 0; number--) {
      const type = random.pick(['application/json', 'application/json;charset=utf-16', 'text/json', 'APPLICATION/JSON', '']);
      const coding = random.pick(['identity', 'identity', 'gzip', 'br', 'x']);
      const headers = { cookie, origin: url, 'content-type': type, 'content-encoding': coding };
      const path = random.pick([
        '/api/sessions',
        '/api/invites/exchange',
        '/api/me',
        '/api/x',
        '/s/%00',
        '/socket.io/?EIO=9',
        '/%2e%2e/%2e%2e/x',
      ]);
      const answer = await ask(from, {
        method: random.pick(['POST', 'POST', 'POST', 'PUT', 'OPTIONS']),
        path,
        headers,
        body: texts.body(),
      });
      tally.messages++;
      if (!answer) continue;
      tally.answered++;
      if (answer.status >= 500) throw new Error(`${path} answered ${answer.status}`);
    }
  },

  /** The request itself is broken. */
  async openings(_random, texts, from) {
    const socket = await soon('a connection', openTcp(url, from));
    socket.resume().end(texts.mutated(Buffer.from(upgradeRequest({ url, cookie: 'a=b' }))));
    tally.messages++;
    if (!socket.closed) await soon('a broken request', once(socket, 'close'));
    tally.cut++;
  },
};

/** How often which way is gone: events are what the server parses deepest, and most of. */
const order = [
  'events',
  'events',
  'events',
  'events',
  'packets',
  'packets',
  'frames',
  'frames',
  'polls',
  'requests',
  'requests',
  'openings',
] as const;

async function attack(lane: number, messages: number): Promise<void> {
  const random = seeded(seed + lane + tally.connections);
  const texts = malformedTexts(random, pool);
  for (let round = 0; tally.messages < messages; round++) {
    tally.connections++;
    await ways[order[(round + lane) % order.length] ?? 'events'](random, texts, addressOf(random));
    if (wrong) throw wrong;
    if (lane === 0) port?.postMessage({ tally });
  }
}

async function begin(messages: number): Promise<void> {
  tally = { messages: 0, connections: 0, answered: 0, parsed: 0, cut: 0 };
  await Promise.all(Array.from({ length: ABREAST }, (_, lane) => attack(lane, messages)));
  port?.postMessage({ tally, done: true });
}

// A rejection that nobody catches ends the thread and is told to whoever started it.
port?.on('message', (messages: unknown) => void begin(z.int().parse(messages)));
