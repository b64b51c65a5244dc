import { execFile } from 'node:child_process';
import { readdir, readlink } from 'node:fs/promises';
import { parseArgs, promisify } from 'node:util';
import { limits } from '@bedside/shared/limits.ts';
import { type Client, openClient, type Person, visit } from '../../server/testing/client.ts';
import { spawnServer } from '../../server/testing/process.ts';
import { scrape, total } from '../../server/testing/scrape.ts';
import type { Figure } from './fault.ts';
import { type OneSession, openSession, publicQuestion } from './one-session.ts';
import { frameHead, openRaw, openTcp, type RawPage, upgradeRequest } from './raw-page.ts';
import { seeded } from './random.ts';
import { until, within } from './within.ts';

// Runs in a network namespace of its own (half-open.ts). Its last line is its figures.

const run = promisify(execFile);
const ip = (...args: string[]) => run('ip', args);
/** Where those are whose network is lost: they come from it over the loopback, and it is taken away. */
const FAR = '10.231.0.2';
const STRANGERS = 10;
const EACH = 10;
const PATIENCE_MS = 150_000;
/** Of what was given up nothing may wait for an answer: `ws` alone would, for 30 s. */
const FREED_MS = 15_000;

const { values } = parseArgs({ options: { scale: { type: 'string' } } });
const full = values.scale === 'full';
/** The product's own, or what a short run has time for. */
const patience = full
  ? limits
  : { headersMs: 1500, requestMs: 2000, idleMs: limits.idleMs, connectMs: 1500, pingIntervalMs: 600, pingTimeoutMs: 900 };

async function openSockets(pid: number): Promise<number> {
  const links = await Promise.all((await readdir(`/proc/${pid}/fd`)).map((fd) => readlink(`/proc/${pid}/fd/${fd}`).catch(() => '')));
  return links.filter((link) => link.startsWith('socket:')).length;
}

async function far(url: string, person: Person, { sessionId }: OneSession): Promise<RawPage> {
  const page = await openRaw({ url, cookie: person.cookie(), from: FAR });
  const answer = await page.ask('session:join', { sessionId, as: 'viewer' });
  if (!answer?.startsWith('[{"ok":true')) throw new Error(`the join was refused: ${answer}`);
  return page;
}

/** Openings that lead nowhere. Those that are no HTTP and no WebSocket are ended at once, the others once they took too long. */
async function openNowhere(url: string) {
  const random = seeded(1);
  // RFC 8446 section 5.1: a handshake record of TLS 1.0, and a client hello that never ends.
  const hello = Buffer.concat([Buffer.from([0x16, 0x03, 0x01, 0x02, 0x00, 0x01, 0x00, 0x01, 0xfc, 0x03, 0x03]), random.bytes(200)]);
  const halfRequest = upgradeRequest({ url, cookie: '' }).slice(0, 90);
  const each = async <T>(open: () => Promise<T>) => Promise.all(Array.from({ length: EACH }, open));
  const tcp = (bytes: Buffer | string) => async () => {
    const socket = (await openTcp(url)).resume();
    if (bytes.length > 0) socket.write(bytes);
    return { closed: new Promise<void>((resolve) => void socket.once('close', () => resolve())), end: () => void socket.destroy() };
  };
  const raw = (bytes: Buffer) => async () => {
    const page = await openRaw({ url, cookie: '', enters: false });
    if (bytes.length > 0) page.write(bytes);
    return page;
  };
  return {
    ended: [...(await each(tcp(hello))), ...(await each(raw(frameHead(0x81, 2n ** 40n))))],
    late: [...(await each(tcp(''))), ...(await each(tcp(halfRequest))), ...(await each(raw(Buffer.alloc(0))))],
  };
}

async function makeIt(): Promise<Figure[]> {
  await ip('link', 'set', 'lo', 'up');
  await ip('address', 'add', `${FAR}/32`, 'dev', 'lo');
  const server = await spawnServer({ env: { LIMITS_FOR_TESTS: '1', PATIENCE_FOR_TESTS: JSON.stringify(patience) } });
  const { url, pid } = server;
  const ends: (() => void)[] = [];
  try {
    const session = await openSession(server);
    ends.push(session.close);
    const honest: Client = await openClient(await visit(url), session.sessionId, 'viewer');
    ends.push(honest.close);
    await honest.until(({ viewers }) => viewers() === 1, 'one viewer');
    const [pages, sockets] = [total(await scrape(url), 'bedside_sockets'), await openSockets(pid)];

    const nowhere = await openNowhere(url);
    ends.push(...[...nowhere.ended, ...nowhere.late].map(({ end }) => end));
    await within(PATIENCE_MS, 'what is no HTTP and no WebSocket to be ended', Promise.all(nowhere.ended.map(({ closed }) => closed)));

    const many = await visit(url);
    const gone: RawPage[] = [];
    for (let number = 0; number < STRANGERS; number++) gone.push(await far(url, await visit(url), session));
    for (let number = 0; number < limits.socketsPerPerson; number++) gone.push(await far(url, many, session));
    ends.push(...gone.map(({ end }) => end));
    await honest.until(({ viewers }) => viewers() === STRANGERS + 2, 'all viewers');
    const place = () => openRaw({ url, cookie: many.cookie() });
    const refused = await place().then(
      () => 'taken',
      (error: unknown) => String(error),
    );
    if (!refused.includes('rate-limited')) throw new Error(`one socket more of a person was ${refused}`);

    await ip('address', 'delete', `${FAR}/32`, 'dev', 'lo');
    const begun = performance.now();
    await publicQuestion(session, honest, 'Does anybody hear me?');
    await until(async () => total(await scrape(url), 'bedside_sockets') === pages, 'dead sockets to be given up', PATIENCE_MS);
    const givenUp = performance.now() - begun;
    if (gone.some((page) => !page.isOpen())) throw new Error('the far side heard of it: nothing was tried here');
    await honest.until(({ viewers }) => viewers() === 1, 'one viewer again');
    (await within(PATIENCE_MS, 'a place among the sockets of a person', place())).end();

    await within(PATIENCE_MS, 'openings that lead nowhere to be ended', Promise.all(nowhere.late.map(({ closed }) => closed)));
    // Node's own client keeps a connection or two for what it asks next.
    await until(async () => (await openSockets(pid)) <= sockets + 1, 'no socket to be left behind', FREED_MS);
    return [
      { name: 'connections whose other end was gone', value: gone.length, unit: '' },
      { name: 'openings that lead nowhere', value: nowhere.ended.length + nowhere.late.length, unit: '' },
      { name: 'all given up after', value: givenUp, unit: 'ms', aim: { atMost: patience.pingIntervalMs + patience.pingTimeoutMs + 500 } },
    ];
  } finally {
    for (const end of ends) end();
    await server.close();
  }
}

console.log(JSON.stringify(await makeIt()));
process.exit(0);
