import { NodeId, SessionId } from '@bedside/shared/ids.ts';
import { createServer } from 'node:http';
import { createClient } from 'redis';
import { Server } from 'socket.io';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { type RedisServer, startRedis } from '../testing/redis.ts';
import { clusterContract } from './cluster.contract.ts';
import { openRedisCluster, type RedisCluster } from './redis.ts';

const WAIT = { timeout: 20_000, interval: 20 };
let redis: RedisServer;
beforeAll(async () => {
  redis = await startRedis();
});
afterAll(() => redis.close());

/** Silence is judged sooner than in the product. */
const times = { heartbeatMs: 100, nodeTtlMs: 800, nodeMarginMs: 400 };

let database = 0;
const freshUrl = () => `${redis.url}/${database++}`;

clusterContract('on Redis', async () => {
  const url = freshUrl();
  return { join: () => openRedisCluster({ url, warn: () => {}, times }), remove: async () => {} };
});

it('[C2] a node may be attached, and stop, while Redis is away, and leaves no promise to itself', async () => {
  const own = await startRedis();
  const unhandled: unknown[] = [];
  const note = (error: unknown) => unhandled.push(error);
  process.on('unhandledRejection', note);
  const [a, b] = [await openRedisCluster({ url: own.url, warn: () => {} }), await openRedisCluster({ url: own.url, warn: () => {} })];
  await own.stop();
  await expect.poll(() => [a.connected(), b.connected()], WAIT).toEqual([false, false]);
  const ios = [a, b].map((cluster) => {
    const io = new Server(createServer());
    cluster.attach(io);
    return io;
  });
  a.announce(SessionId.parse('lost'), 1);
  await own.start();
  const heard: SessionId[] = [];
  b.onAnnounced((id) => heard.push(id));
  await expect
    .poll(() => {
      a.announce(SessionId.parse('found'), 1);
      return heard.includes(SessionId.parse('found'));
    }, WAIT)
    .toBe(true);
  expect(heard).not.toContain('lost');
  await own.stop();
  a.announce(SessionId.parse('lost'), 2);
  await a.beat();
  for (const io of ios) await io.close();
  for (const cluster of [a, b]) await cluster.close();
  await own.close();
  await new Promise(setImmediate);
  process.off('unhandledRejection', note);
  expect(unhandled).toEqual([]);
});

describe('what is in Redis', () => {
  const open: RedisCluster[] = [];
  const clients: { destroy(): void }[] = [];
  afterEach(async () => {
    for (const cluster of open.splice(0)) await cluster.close();
    for (const client of clients.splice(0)) client.destroy();
  });

  async function join(url: string, warnings: string[] = []) {
    const cluster = await openRedisCluster({ url, warn: (message) => warnings.push(message), times });
    cluster.attach(new Server(createServer()));
    const heard: [SessionId, number][] = [];
    cluster.onAnnounced((...told) => heard.push(told));
    open.push(cluster);
    return Object.assign(cluster, { heard });
  }
  async function stranger(url: string) {
    const client = await createClient({ url }).connect();
    clients.push(client);
    return client;
  }

  it('[C1] a hint that is unknown, malformed or no message at all is ignored, and the next one is heard', async () => {
    const url = freshUrl();
    const warnings: string[] = [];
    const [a, b, client] = [await join(url), await join(url, warnings), await stranger(url)];
    const emit = (...packet: unknown[]) => ({ uid: 'stranger', nsp: '/', type: 9, data: { packet } });
    const channel = `bedside:${new URL(url).pathname.slice(1)}#/#`;
    const messages = [
      'not JSON',
      '{',
      '{}',
      'null',
      JSON.stringify({ nsp: '/', type: 9 }),
      JSON.stringify({ nsp: '/', type: 3, data: { opts: {} } }),
      JSON.stringify(emit()),
      JSON.stringify(emit('bedside:hint')),
      JSON.stringify(emit('bedside:hint', { kind: 'reboot' })),
      JSON.stringify(emit('bedside:hint', { kind: 'grown', logs: [['session-1', -1]] })),
      JSON.stringify(emit('bedside:hint', { kind: 'grown', logs: [['no id!', 1]] })),
      JSON.stringify(emit('bedside:hint', { kind: 'leaving', node: b.self })),
      JSON.stringify(emit('another', 1)),
    ];
    for (const message of messages) expect(await client.sPublish(channel, message)).toBe(2);
    await expect
      .poll(() => {
        a.announce(SessionId.parse('session-1'), 7);
        return b.heard.at(-1);
      }, WAIT)
      .toEqual(['session-1', 7]);
    expect(b.heard.every(([, seq]) => seq === 7)).toBe(true);
    expect(a.isGone(b.self)).toBe(false);
    expect(warnings).toHaveLength(1);
  });

  it('[C3] an entry of another version is there, and no node that anybody could reach; one that is no entry is nothing', async () => {
    const url = freshUrl();
    const [a, client] = [await join(url), await stranger(url)];
    const newer = NodeId.parse('a-newer-node');
    await client.sAdd('bedside:nodes', [newer, 'not an id!', 'silent-node']);
    await client.set(`bedside:node:${newer}`, JSON.stringify({ version: 2, beat: 1 }));
    await client.set('bedside:node:not an id!', 'x');
    await expect.poll(() => a.isGone(NodeId.parse('silent-node')), WAIT).toBe(true);
    expect(a.isGone(newer)).toBe(false);
    expect(a.others()).toEqual([]);
    await expect
      .poll(() => client.sMembers('bedside:nodes').then((ids) => ids.toSorted()), WAIT)
      .toEqual([a.self, newer, 'not an id!'].toSorted());
  });

  it('[C3] a node leaves nothing behind', async () => {
    const url = freshUrl();
    const [a, client] = [await join(url), await stranger(url)];
    expect(await client.keys('*')).toEqual(expect.arrayContaining([`bedside:node:${a.self}`, 'bedside:nodes']));
    expect(await client.pTTL(`bedside:node:${a.self}`)).toBeGreaterThan(0);
    await a.close();
    expect(await client.keys('*')).toEqual([]);
  });

  it('[C3] one that is killed is gone when its silence has lasted', async () => {
    const url = freshUrl();
    const [a, b] = [await join(url), await join(url)];
    await expect.poll(() => a.others().length, WAIT).toBe(1);
    // As a kill does: nothing is said.
    b.link.close();
    await expect.poll(() => a.isGone(b.self), WAIT).toBe(true);
    expect(a.others()).toEqual([]);
  });
});
