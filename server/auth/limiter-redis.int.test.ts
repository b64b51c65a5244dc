import { randomBytes } from 'node:crypto';
import { rateLimits } from '@bedside/shared/limits.ts';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { openRedisLink, type RedisLink } from '../cluster/redis-link.ts';
import { type RedisServer, startRedis } from '../testing/redis.ts';
import { limiterContract, somebody } from './limiter.contract.ts';
import { createRedisLimiter } from './limiter-redis.ts';

const key = randomBytes(32);
const WAIT = { timeout: 20_000, interval: 50 };
let redis: RedisServer;
let links: RedisLink[];

async function open(): Promise<RedisLink> {
  const link = openRedisLink({ url: redis.url, warn: () => {} });
  await link.ready(20_000);
  links.push(link);
  return link;
}
let first: RedisLink;
let second: RedisLink;
beforeAll(async () => {
  redis = await startRedis();
  links = [];
  [first, second] = [await open(), await open()];
});
afterAll(async () => {
  for (const link of links) link.close();
  await redis.close();
});

limiterContract('on Redis', () => createRedisLimiter({ link: first, key }));

/** The limiters of two nodes. */
const two = () => [createRedisLimiter({ link: first, key }), createRedisLimiter({ link: second, key })] as const;
const keys = async () => (await first.ask((client) => client.keys('*'), 20_000)).toSorted();

describe('over several nodes', () => {
  it('[C5] a person has one limit, whichever node they call', async () => {
    const [a, b] = two();
    const caller = somebody();
    const waits: number[] = [];
    for (let i = 0; i < rateLimits.ask.person.points; i++) waits.push(await (i % 2 ? a : b).take('ask', caller));
    expect(waits).toEqual(waits.map(() => 0));
    expect(await a.take('ask', caller)).toBeGreaterThan(0);
    expect(await b.take('ask', caller)).toBeGreaterThan(0);
  });

  it('[C5] who was refused too often by one node is refused at most once more by another before it knows', async () => {
    const [a, b] = two();
    const caller = somebody();
    for (let i = 0; i <= rateLimits.refused.person.points; i++) await a.take('refused', caller);
    expect(await a.waitOf('refused', caller)).toBeGreaterThan(0);
    expect(await b.waitOf('refused', caller)).toBe(0);
    expect(await b.take('refused', caller)).toBeGreaterThan(0);
    expect(await b.waitOf('refused', caller)).toBeGreaterThan(0);
  });

  it('[C5] who is over a limit costs Redis nothing more', async () => {
    const [a] = two();
    const caller = somebody();
    for (let i = 0; i <= rateLimits.ask.person.points; i++) await a.take('ask', caller);
    const evals = async () =>
      Number(/cmdstat_eval:calls=(\d+)/.exec(await second.ask((client) => client.info('commandstats'), 20_000))?.[1]);
    const before = await evals();
    for (let i = 0; i < 50; i++) expect(await a.take('ask', caller)).toBeGreaterThan(0);
    expect(await evals()).toBe(before);
  });

  it('[C6] no person and no address is in Redis in the clear, and nothing stays there', async () => {
    const [a] = two();
    const caller = somebody();
    const before = new Set(await keys());
    await a.take('ask', caller);
    const added = (await keys()).filter((each) => !before.has(each));
    expect(added).toHaveLength(2);
    for (const each of added) {
      expect(each).toMatch(/^bedside:limit:ask:(person|address):[A-Za-z0-9_-]{22}$/);
      expect(await first.ask((client) => client.get(each), 20_000)).toBe('1');
      expect(await first.ask((client) => client.ttl(each), 20_000)).toBeGreaterThan(0);
    }
    expect(added.join()).not.toMatch(new RegExp(`${caller.person}|${caller.address}`));
  });
});

describe('without Redis', () => {
  afterEach(async () => {
    redis.resume();
    await Promise.all([first, second].map((link) => link.ready(20_000)));
  });

  it('[C5] each node counts by itself while Redis is away, and together again when it is back', async () => {
    const [a, b] = two();
    await redis.stop();
    const caller = somebody();
    for (const limiter of [a, b]) {
      for (let i = 0; i < rateLimits.ask.person.points; i++) expect(await limiter.take('ask', caller)).toBe(0);
      expect(await limiter.take('ask', caller)).toBeGreaterThan(0);
    }
    await redis.start();
    await expect.poll(() => first.connected() && second.connected(), WAIT).toBe(true);
    await expect
      .poll(async () => {
        const another = somebody();
        for (let i = 0; i < rateLimits.ask.person.points; i++) await (i % 2 ? a : b).take('ask', another);
        return (await a.take('ask', another)) > 0;
      }, WAIT)
      .toBe(true);
  });

  it('[C5] calls are answered while Redis is frozen', async () => {
    const [a] = two();
    await a.take('read', somebody());
    redis.pause();
    for (let i = 0; i < 200; i++) expect(await a.take('read', somebody())).toBe(0);
  });
});
