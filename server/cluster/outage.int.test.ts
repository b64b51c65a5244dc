import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { SessionId } from '@bedside/shared/ids.ts';
import { createClient } from 'redis';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Limiter } from '../auth/limiter.ts';
import { createRedisLimiter } from '../auth/limiter-redis.ts';
import { openSqliteStore } from '../store/sqlite.ts';
import { type Client, openClient } from '../testing/client.ts';
import { type Harness, startApp } from '../testing/harness.ts';
import { type RedisServer, startRedis } from '../testing/redis.ts';
import { openRedisCluster, type RedisCluster } from './redis.ts';

// Two real nodes on one log and one Redis. A promise that nobody caught, anywhere, fails the run.

const WAIT = { timeout: 30_000, interval: 50 };
const key = randomBytes(32);
type Node = Harness & {
  cluster: RedisCluster;
  /** What it announced, and what it heard announced. */
  said: number[];
  heard: number[];
  warnings: string[];
};

let redis: RedisServer;
let dir: string;
let a: Node;
let b: Node;

async function startNode(limiterOf?: (cluster: RedisCluster) => Limiter): Promise<Node> {
  const warnings: string[] = [];
  const cluster = await openRedisCluster({ url: redis.url, warn: (message) => warnings.push(message) });
  const [said, heard]: number[][] = [[], []];
  cluster.onAnnounced((_, seq) => heard?.push(seq));
  const listened: RedisCluster = {
    ...cluster,
    announce(sessionId, seq) {
      said?.push(seq);
      cluster.announce(sessionId, seq);
    },
  };
  const store = await openSqliteStore(join(dir, 'bedside.db'));
  const harness = await startApp({ cluster: listened, store, ...(limiterOf ? { limiter: limiterOf(cluster) } : {}) });
  return Object.assign(harness, { cluster, said: said ?? [], heard: heard ?? [], warnings });
}

beforeEach(async () => {
  redis = await startRedis();
  dir = await mkdtemp(join(tmpdir(), 'bedside-outage-'));
  const limiterOf = ({ link }: RedisCluster) => createRedisLimiter({ link, key });
  [a, b] = [await startNode(limiterOf), await startNode(limiterOf)];
});
afterEach(async () => {
  redis.resume();
  await a.close();
  await b.close();
  await redis.close();
  await rm(dir, { recursive: true, force: true });
});

/** Asks through a node that people use, so that limits and acks are part of it; approves it too. Resolves when both are acked. */
async function askAndApprove(moderator: Client, sessionId: SessionId, node: Node, text: string): Promise<number> {
  const asker = await node.join(sessionId, 'viewer');
  const asked = await asker.command({ type: 'submit-question', text });
  if (!asked.ok || !asked.questionId) throw new Error('not asked');
  const approved = await moderator.command({ type: 'approve-question', questionId: asked.questionId });
  if (!approved.ok) throw new Error(`not approved: ${approved.error.code}`);
  asker.close();
  return approved.seq;
}

const texts = (client: Client) => client.view().questions.map(({ text }) => text);
const same = (one: Client, other: Client) => JSON.stringify(one.view().questions) === JSON.stringify(other.view().questions);

/** Until what one node says is heard by the other, however late its connections came back. */
async function hintsFlow(sessionId: SessionId, from: Node, to: Node): Promise<void> {
  await expect
    .poll(async () => {
      await from.act(sessionId, 'viewer', { type: 'submit-question', text: 'Is somebody there?' });
      const seq = from.said.at(-1) ?? Infinity;
      await expect.poll(() => to.heard.at(-1), { timeout: 1000, interval: 10 }).toBe(seq);
      return true;
    }, WAIT)
    .toBe(true);
}

describe('Redis is there', () => {
  it('[C1][C6] nothing that anybody wrote, and nobody, goes through it', async () => {
    const said: string[] = [];
    const monitor = await createClient({ url: redis.url }).connect();
    await monitor.monitor((command) => said.push(String(command)));
    const sessionId = await a.schedule();
    const [moderator, asker, watching] = [
      await a.join(sessionId, 'moderator'),
      await b.join(sessionId, 'viewer'),
      await b.join(sessionId, 'viewer'),
    ];
    const asked = await asker.command({ type: 'submit-question', text: 'The secret sentence', name: 'Wilhelmina' });
    if (!asked.ok || !asked.questionId) throw new Error('not asked');
    const { questionId } = asked;
    await moderator.command({ type: 'approve-question', questionId });
    await watching.until((client) => texts(client).includes('The secret sentence'));
    await watching.command({ type: 'cast-vote', questionId, on: true });
    await moderator.until(({ view }) => view().questions.some(({ votes }) => votes === 1));
    await hintsFlow(sessionId, a, b);
    const all = said.join('\n');
    // The session's id as a hint, and in a report: so that it was the right Redis.
    expect(all).toContain(sessionId);
    const people = [moderator, asker, watching].map(({ person }) => person.cookie().split('=')[1]?.split('.')[0] ?? 'none');
    for (const never of ['secret', 'Wilhelmina', questionId, ...people]) expect(all).not.toContain(never);
    monitor.destroy();
  });
});

describe('Redis is killed and comes back empty', () => {
  it('[C1][C2][R1][R4] hints of the outage are lost, the watch of the log makes up for it, and hints flow again', async () => {
    const sessionId = await a.schedule();
    const [here, there, watching] = [
      await a.join(sessionId, 'moderator'),
      await b.join(sessionId, 'viewer'),
      await b.join(sessionId, 'moderator'),
    ];
    await hintsFlow(sessionId, a, b);

    await redis.stop();
    await expect.poll(() => [a.cluster.connected(), b.cluster.connected()], WAIT).toEqual([false, false]);
    const before = a.said.length;
    const asked = Array.from({ length: 8 }, (_, at) => `Asked without Redis ${at}`);
    for (const text of asked) await askAndApprove(here, sessionId, a, text);
    for (const client of [here, there, watching])
      await client.until(() => asked.every((text) => texts(client).includes(text)), 'all of them');
    expect(same(here, watching)).toBe(true);
    const said = a.said.slice(before);
    expect(said.length).toBeGreaterThanOrEqual(asked.length * 2);
    expect(said.filter((seq) => b.heard.includes(seq))).toEqual([]);
    expect([a.cluster.isGone(b.cluster.self), a.cluster.others().map(({ id }) => id)]).toEqual([false, [b.cluster.self]]);

    await redis.start();
    await expect.poll(() => [a.cluster.connected(), b.cluster.connected()], WAIT).toEqual([true, true]);
    await hintsFlow(sessionId, a, b);
    await hintsFlow(sessionId, b, a);
    await askAndApprove(here, sessionId, b, 'Asked after it');
    for (const client of [here, there, watching]) await client.until(() => texts(client).includes('Asked after it'));
    expect(a.warnings[0]).toMatch(/^Redis is out of reach \(\w+\)/);
    expect(a.warnings).toContain('Redis is back');
    expect(await a.store.verifyChain(sessionId)).toBeNull();
  });

  it('[C2] again and again: every time the subscriptions come back', async () => {
    const sessionId = await a.schedule();
    for (let round = 0; round < 4; round++) {
      await redis.stop();
      await expect.poll(() => [a.cluster.connected(), b.cluster.connected()], WAIT).toEqual([false, false]);
      await redis.start();
      await hintsFlow(sessionId, a, b);
      await hintsFlow(sessionId, b, a);
    }
  });
});

describe('Redis is frozen', () => {
  it('[C2][C5] commands are acked, pages follow, and hints flow when it thaws', async () => {
    const sessionId = await a.schedule();
    const [here, there] = [await a.join(sessionId, 'moderator'), await b.join(sessionId, 'viewer')];
    await hintsFlow(sessionId, a, b);
    redis.pause();
    for (let at = 0; at < 5; at++) await askAndApprove(here, sessionId, a, `Asked of ice ${at}`);
    await there.until(() => texts(there).filter((text) => text?.startsWith('Asked of ice')).length === 5);
    await expect.poll(() => a.cluster.connected(), WAIT).toBe(false);
    // Long enough that the connections are given up for new ones, which hang as well.
    await expect.poll(() => a.warnings, WAIT).toContain('Redis does not answer');
    redis.resume();
    await hintsFlow(sessionId, a, b);
    await hintsFlow(sessionId, b, a);
  });
});

describe('viewers', () => {
  it('[C7] are counted over both nodes, and of a node that leaves no more', async () => {
    const sessionId = await a.schedule();
    const moderator = await a.join(sessionId, 'moderator');
    await a.join(sessionId, 'viewer');
    const there = await b.join(sessionId, 'viewer');
    const second = await openClient(there.person, sessionId, 'viewer');
    await second.until(({ viewers }) => viewers() === 2);
    second.close();
    await moderator.until(({ viewers }) => viewers() === 2);
    expect(b.cluster.others()[0]?.report.viewers).toEqual({ [sessionId]: 1 });
    await b.close();
    await moderator.until(({ viewers }) => viewers() === 1);
  });
});

describe('starting', () => {
  it('[C2] without Redis stops with a sentence that holds no password', async () => {
    const locked = await startRedis({ password: 'open-sesame' });
    const wrong = locked.url.replace('sesame', 'barley');
    const problem = await openRedisCluster({ url: wrong, warn: () => {}, times: { startMs: 3000 } }).catch(String);
    expect(problem).toBe('Error: it is out of reach (WRONGPASS)');
    const right = await openRedisCluster({ url: locked.url, warn: () => {} });
    await right.close();
    await locked.close();
    const away = await openRedisCluster({ url: wrong, warn: () => {}, times: { startMs: 3000 } }).catch(String);
    expect(away).toBe('Error: it is out of reach (ECONNREFUSED)');
  });
});
